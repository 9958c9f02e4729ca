/** `softened` and `strengthened`: the claim is asserted less, or more, surely. */
import { inflectionsOf } from '../../lexicon/inflections.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { Token } from '../compare/compare-tokens.ts'
import {
  type Comparison,
  changedPlaces,
  changedWords,
  type Finding,
  type ReadText,
  spanOf,
  type Wording,
} from '../compare/comparison.ts'
import { commitmentOf } from './commitment.ts'
import { BOOSTERS, HEDGES, HEDGING_PARTICIPLES, type HedgeStrength } from './hedge-strength.ts'

interface Hedging {
  readonly level: HedgeStrength
  readonly words: readonly Token[]
  /** Words that assert more surely than a plain statement. */
  readonly boosters: readonly Token[]
}

/** In a sentence with less kept, words like "can" and "must" changed with the whole wording. */
const FIRM = 0.5
const WEAKLY = new Set(
  'can could should largely mostly potential possible apparent want wants wanted hope hopes hoped plan plans planned aim aims aimed intend intends intended due'.split(
    ' ',
  ),
)

/** Compares the hedges among the changed words: "will" → "may", "killed" → "believed to have killed". */
export const certaintyChanged = memoizeByIdentity((comparison: Comparison): readonly Finding[] => {
  const a = hedging(comparison, 'before')
  const b = hedging(comparison, 'after')
  const softer = compare(a, b)
  if (softer === 0) return cueStrength(comparison)
  const kind = softer > 0 ? 'softened' : 'strengthened'
  const hedgingSpan = ({ words, boosters }: Hedging) => spanOf(words.length > 0 ? words : boosters)
  return [{ kind, rule: 'hedge', before: hedgingSpan(a), after: hedgingSpan(b) }]
})

/** Returns a positive number if `b` is less sure than `a`. */
function compare(a: Hedging, b: Hedging): number {
  if (a.level !== b.level) return a.level - b.level
  if (a.words.length !== b.words.length) return b.words.length - a.words.length
  return Number(a.boosters.length > 0) - Number(b.boosters.length > 0)
}

function hedging(comparison: Comparison, side: 'before' | 'after'): Hedging {
  const wording = comparison[side]
  const words = changedWords(comparison, side)
  const found: Token[] = []
  let level: HedgeStrength = 3
  for (const i of changedPlaces(comparison, side)) {
    const word = wording.words[i] as Token
    if (!mayHedge(word.key) || datedWords(wording.read).has(word)) continue
    const [hedge, length] = hedgeAt(wording, i)
    if (hedge === null || (WEAKLY.has(word.key) && comparison.kept < FIRM)) continue
    // Advice that was quoted becomes "should": "Stay inside" → people should stay inside.
    if (word.key === 'should' && quotes(comparison.before) !== quotes(comparison.after)) continue
    found.push(...wording.words.slice(i, i + length))
    if (hedge < level) level = hedge
  }
  const unreal = realised(comparison, side)
  if (unreal) {
    found.push(...unreal)
    level = Math.min(level, 2)
  }
  const inCue = (w: Token) =>
    wording.claims.some(({ statement: { cue } }) => cue?.spans.some(([from, to]) => from <= w.start && w.end <= to))
  const boosters = comparison.kept < FIRM ? [] : words.filter((w, i) => boosts(w, words[i + 1]) && !inCue(w))
  return { level, words: found, boosters }
}

const datedWords = memoizeByIdentity(
  ({ words, dates }: ReadText): ReadonlySet<Token> => new Set(dates.flatMap((date) => words.slice(date.from, date.to))),
)

/** "must have known" is certainty; "must be paid" is a duty. */
const boosts = ({ key }: Token, next: Token | undefined) => BOOSTERS.has(key) && (key !== 'must' || next?.key === 'have')

const quotes = ({ words }: Wording): boolean => words.some((w) => w.quoted)

/** "would be the fourth" → "is the fourth": an idea becomes a fact, or the reverse. */
function realised({ before, after, hunks }: Comparison, side: 'before' | 'after'): readonly Token[] | null {
  for (const h of hunks) {
    const [from, to] = side === 'before' ? [h.aFrom, h.aTo] : [h.bFrom, h.bTo]
    if (to - from > 2 || (side === 'before' ? before : after).words[from]?.key !== 'would') continue
    const sides = [before.words.slice(h.aFrom, h.aTo), after.words.slice(h.bFrom, h.bTo)] as const
    const [own, other] = side === 'before' ? sides : [sides[1], sides[0]]
    const text = other.map((w) => w.key).join(' ')
    // "said that it would" → "says that it will" is the same promise; "the bill would" → "the bill will" is a stronger
    // assertion.
    if (own.length === 1 && own[0] && text === 'will' && !isReported(own[0], side === 'before' ? before : after)) return own
    if (own[1]?.key === 'be' ? /^(is|are|was|were)$/.test(text) : other.length === 1 && sameVerb(own[1]?.key, text)) return own
  }
  return null
}

const isReported = ({ start }: Token, { claims }: Wording): boolean =>
  claims.some(
    ({ statement: { source, content } }) =>
      source.kind !== 'author' && content.some(([from, to]) => from <= start && start < to),
  )

const sameVerb = (base: string | undefined, form: string) => base !== undefined && inflectionsOf(base).has(form)

/** The hedges by their first word, the longest first. */
const BEGINNING = Map.groupBy(
  [...HEDGES]
    .map(([phrase, level]) => ({ phrase: phrase.split(' '), level }))
    .sort((p, q) => q.phrase.length - p.phrase.length),
  ({ phrase }) => phrase[0] ?? '',
)

const mayHedge = (key: string): boolean => BEGINNING.has(key) || HEDGING_PARTICIPLES.has(key)

/** Returns the hedge that begins at a word and its length; the longest wins. */
function hedgeAt({ words, text }: Wording, i: number): [HedgeStrength | null, number] {
  // "May Linden said"
  const capital = (k: number) => /\p{Lu}/u.test(text.charAt(words[k]?.start ?? text.length))
  if (words[i]?.key === 'may' && capital(i) && capital(i + 1)) return [null, 1]
  for (const { phrase, level } of BEGINNING.get(words[i]?.key ?? '') ?? []) {
    if (phrase.every((word, n) => words[i + n]?.key === word)) return [level, phrase.length]
  }
  const [far, near, key, next] = [
    words[i - 2]?.key ?? '',
    words[i - 1]?.key ?? '',
    words[i]?.key ?? '',
    words[i + 1]?.key ?? '',
  ]
  if (!HEDGING_PARTICIPLES.has(key)) return [null, 1]
  const passive = /^(is|are|was|were|be|been|being)$/.test(near) || (/ly$/.test(near) && /^(is|are|was|were|been)$/.test(far))
  const headline =
    next === 'to' ? !/^(has|have|had|who|he|she|they|it|we|i)$/.test(near) : /^(dead|killed|\w+ed|lost|missing)$/.test(next)
  const hedges = key === 'set' ? passive && next === 'to' : passive || headline
  return [hedges ? 2 : null, 1]
}

/** These verbs assert the opposite and not less of the same. */
const DENYING = /^(deny|doubt|dispute|refute|rebut|disbelieve)$/

/** "promised" → "suggested": the source commits itself less. */
function cueStrength({ before, after, pairs }: Comparison): Finding[] {
  return pairs.flatMap(([i, j]) => {
    const [p, q] = [before.claims[i]?.statement.cue, after.claims[j]?.statement.cue]
    if (!p || !q) return []
    if (DENYING.test(p.lemma) || DENYING.test(q.lemma)) return []
    const change = commitmentOf(q.lemma) - commitmentOf(p.lemma)
    if (Math.abs(change) < 1) return []
    return {
      kind: change < 0 ? ('softened' as const) : ('strengthened' as const),
      rule: 'cue',
      before: p.spans[0] ?? null,
      after: q.spans[0] ?? null,
      pair: [i, j] as const,
    }
  })
}
