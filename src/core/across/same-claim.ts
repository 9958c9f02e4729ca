/** Decides if claims of different articles say the same thing, and reports the differences. */

import { type Comparison, comparisonOf, type Finding, wordingOf } from '../changes/compare/comparison.ts'
import { kindsOf } from '../changes/kinds/kinds.ts'
import { type Verdict, verdictOf } from '../changes/sentence-changes.ts'
import { diceSimilarity, sharedBy, shares } from '../text/set-similarity.ts'
import { contentKeys, plainKey } from '../text/stems.ts'
import { lacks, type Matter, matterOf } from './claim-matter.ts'
import { sameSource } from './same-source.ts'
import { type ArticleClaim, contentFrom, standaloneClaim } from './standalone-claim.ts'
import { trimToCommon } from './trim-to-common.ts'

/**
 * The least number of shared content words, names aside: with a common name or date, and without one (or if a claim has no
 * actor).
 */
const LEAST_SHARED = 4
const LEAST_UNNAMED = 6
/**
 * The least share of the shorter claim's words that the longer one contains, and the least similarity over all words and names.
 */
const LEAST_CONTAINED = 0.75
const LEAST_ALIKE = 0.6
/**
 * Limits for short claims that differ by a word: the least similarity, and the least number of shared words and names. Claims
 * of one source need fewer.
 */
const NEARLY_ALL = 0.85
const LEAST_SAID = 4
const LEAST_OF_ONE_SOURCE = 2
/** The least similarity if the two claims have different figures or dates. */
const LEAST_BUT_FIGURES = 0.8
/** The least share of words in the same order, and the one that applies if no name is shared and the sources differ. */
const LEAST_IN_ORDER = 0.5
const LEAST_VERBATIM = 0.9

/**
 * Returns a function that compares claims of other articles with `a`. Its result has the kinds of change from `a` to the other
 * claim, no kinds if both are word for word the same, and is null if the two do not say the same. Precision comes before
 * recall: a claim without an actor, another person, another verb or another figure counts against a match.
 *
 *     "The Velden pier will close, the mayor said." / "The pier may close, according to the mayor."   →   softened, cue_changed
 *     "Ms. Orr won the seat of Velden." / "Mr. Pym won the seat of Velden."   →   null
 */
export function sameClaim(a: ArticleClaim): (b: ArticleClaim) => Verdict | null {
  const x = standaloneClaim(a)
  const [p, key] = [matterOf(x), plainKey(contentFrom(x))]
  const words = contentWords(x)
  return (b) => {
    const y = standaloneClaim(b)
    if (sharedBy(words, contentWords(y)).length < LEAST_OF_ONE_SOURCE) return null
    const q = matterOf(y)
    if (!p.isClause || !q.isClause || !sharesPredicate(p, q) || !sharesPredicate(q, p)) return null
    const ofOne = sameSource(a, b)
    const [others, named] = [otherFigures(p, q), shares(p.names, q.names) || shares(p.dates, q.dates)]
    const pair = { p, q, ofOne, others, named }
    const order = inOrder(x, y)
    const verbatim = key === plainKey(contentFrom(y))
    if (verbatim ? !saysEnough(pair) : !isParaphrase(pair, order)) return null
    const [from, to] = trimToCommon(x, y)
    const comparison = comparisonOf(wordingOf(from.text, [from.claim]), wordingOf(to.text, [to.claim]), [[0, 0]])
    const verdict = verdictOf(differences(comparison, ofOne, verbatim), from.text, to.text)
    return others && !verdict.kinds.some((kind) => kind === 'number_changed' || kind === 'date_changed') ? null : verdict
  }
}

interface Matters {
  readonly p: Matter
  readonly q: Matter
  /** Both claims have the same named source. */
  readonly ofOne: boolean
  /** Each claim has a figure or date that the other lacks. */
  readonly others: boolean
  /** The claims share a name or a date. */
  readonly named: boolean
}

/** Returns true if the claims say the same in other words; `order` is the share of words in the same order. */
function isParaphrase(pair: Matters, order: number): boolean {
  if (isWithin(pair) && order >= LEAST_VERBATIM) return true
  if (!isShortAndAlike(pair) && !isAlike(pair)) return false
  return order >= (pair.named || pair.ofOne ? LEAST_IN_ORDER : LEAST_VERBATIM)
}

/** Guards verbatim matches: a short stock phrase is not enough. */
const saysEnough = ({ p, ofOne }: Matters): boolean => p.all.size > (ofOne ? LEAST_OF_ONE_SOURCE - 1 : LEAST_SAID)

/** The longer claim contains all words of the shorter one. */
function isWithin({ p, q, named }: Matters): boolean {
  const least = Math.min(p.all.size, q.all.size)
  return named && !p.open && !q.open && least > LEAST_SAID && sharedBy(p.all, q.all).length === least
}

function isShortAndAlike({ p, q, ofOne, others, named }: Matters): boolean {
  if (others && !shares(p.names, q.names) && !ofOne) return false
  const [x, y] = [new Set([...p.words, ...p.names]), new Set([...q.words, ...q.names])]
  const said = sharedBy(x, y).length + sharedBy(p.dates, q.dates).length
  return (
    !p.open &&
    !q.open &&
    (named || ofOne) &&
    said >= (ofOne ? LEAST_OF_ONE_SOURCE : LEAST_SAID) &&
    diceSimilarity(x, y) >= NEARLY_ALL
  )
}

function isAlike({ p, q, others, named }: Matters): boolean {
  const least = named && !p.open && !q.open ? LEAST_SHARED : LEAST_UNNAMED
  const shared = sharedBy(p.words, q.words).length
  if (shared < least || shared < LEAST_CONTAINED * Math.min(p.words.size, q.words.size)) return false
  // Each side has a name that the other lacks.
  if (lacks(p.names, q) && lacks(q.names, p)) return false
  if (others && !shares(p.names, q.names)) return false
  const [x, y] = [new Set([...p.words, ...p.names]), new Set([...q.words, ...q.names])]
  return diceSimilarity(x, y) >= (others ? LEAST_BUT_FIGURES : LEAST_ALIKE)
}

const otherFigures = (p: Matter, q: Matter) => lacks(p.figures, q) && lacks(q.figures, p)
/** The words of the first claim contain the predicate of the second. */
const sharesPredicate = ({ all }: Matter, { predicate }: Matter) => predicate === null || all.has(predicate)
const contentWords = (claim: ArticleClaim) => new Set(contentKeys(contentFrom(claim)))

/** The differences between two claims. A longer or shorter form of the same source's name and other typography do not count. */
function differences(comparison: Comparison, ofOneSource: boolean, verbatim: boolean): Finding[] {
  const findings = kindsOf(comparison).filter((finding) => finding.kind !== 'cosmetic')
  const kept = ofOneSource ? findings.filter((finding) => finding.kind !== 'source_changed') : findings
  return kept.length > 0 || verbatim ? kept : [{ kind: 'reworded', rule: 'words', before: null, after: null }]
}

/** 0..1: the share of the shorter content's words that occur in both contents in the same order. */
function inOrder(x: ArticleClaim, y: ArticleClaim): number {
  const comparison = comparisonOf(wordingOf(contentFrom(x), []), wordingOf(contentFrom(y), []), [])
  const { length } = comparison.before.words
  const kept = length - comparison.hunks.reduce((sum, hunk) => sum + hunk.aTo - hunk.aFrom, 0)
  return kept / Math.max(1, Math.min(length, comparison.after.words.length))
}
