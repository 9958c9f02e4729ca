/** Signs that two wordings tell one state of a matter, so that neither supersedes the other. */
import { isContent } from '../../text/stems.ts'
import { amountsOf } from '../compare/amounts.ts'
import { type Comparison, changedPlaces, containedShare, isLine, type Wording } from '../compare/comparison.ts'
import { isSpeech } from '../compare/speech.ts'
import { numberChanged, OF_SUBJECT } from '../kinds/number-changed.ts'
import { alignedWords } from '../predicates/align-words.ts'
import { complementHead, grammarOf, predicateHead } from '../predicates/grammar.ts'
import { mayOperate, operatorsOf } from '../predicates/operators.ts'
import { predicateChanges, turnedTwice } from '../predicates/predicate-changes.ts'
import { cameAbout } from './came-about.ts'
import { matterOf } from './matter.ts'

/** A wording of which the other contains this share gained or lost detail. */
const CONTAINED = 0.9
/** The least share of common content words of two wordings with another amount of the same thing. */
const ALIKE = 0.5

/** True for the same event with another polarity, certainty, amount or date, or with more detail. */
export const tellsOneState = (comparison: Comparison): boolean =>
  !cameAbout(comparison) &&
  (sameEvent(comparison) ||
    onlyValuesDiffer(comparison) ||
    hasAnotherAmount(comparison) ||
    isDetailed(comparison) ||
    keepsMainVerb(comparison))

/** If less is kept, a word of opposite sense may tell of what came after. */
const REWRITTEN = 0.33

/** A polarity that flips, a doubt or a plan that comes or goes. */
const sameEvent = (comparison: Comparison): boolean =>
  comparison.kept >= REWRITTEN && (predicateChanges(comparison).length > 0 || turnedTwice(comparison))

/** True if all content words that differ belong to amounts and dates. */
function onlyValuesDiffer(comparison: Comparison): boolean {
  const valued = (wording: Wording) => {
    const inside = new Set<number>()
    for (const { from, to } of [...wording.dates, ...amountsOf(wording.read)]) for (let n = from; n < to; n++) inside.add(n)
    return inside
  }
  const differs = (side: 'before' | 'after') => {
    const [inside, { words }] = [valued(comparison[side]), comparison[side]]
    return changedPlaces(comparison, side).some((n) => !inside.has(n) && isContent(words[n]?.key ?? ''))
  }
  return !differs('before') && !differs('after')
}

const hasAnotherAmount = (comparison: Comparison): boolean =>
  numberChanged(comparison).some(({ rule }) => rule === OF_SUBJECT || matterOf(comparison).likeness >= ALIKE)

/** One of the wordings contains the other, or all that it tells of, and has no other main verb. */
function isDetailed(comparison: Comparison): boolean {
  const { before, after } = comparison
  const [shorter, longer] = before.words.length < after.words.length ? SIDES : SIDES.toReversed()
  const { words } = comparison[shorter]
  const partners = alignedWords(comparison)
  const contained = containedShare(comparison) >= CONTAINED && words.length > 3
  const toldOf = words.flatMap(({ key }, n) => (isContent(key) && !mayOperate(key) ? [n] : []))
  const told = toldOf.length > 0 && toldOf.every((n) => (partners[longer][n] ?? -1) >= 0)
  if (!contained && !(told && operatorsOf(before.read).size === operatorsOf(after.read).size)) return false
  return !hasOtherMainVerb(comparison[longer], partners[shorter])
}
const SIDES = ['before', 'after'] as const

/** "was shot" → "has died after he was shot": the main verb has no partner, or one that `other` only plans ("to vote"). */
export function hasOtherMainVerb(wording: Wording, partners: Int32Array, other?: Wording): boolean {
  const [verb = -1] = mainVerbs(wording)
  if (verb < 0 || !isContent(wording.words[verb]?.key ?? '')) return false
  const partner = partners[verb] ?? -1
  return partner < 0 || (other !== undefined && !hasFiniteVerb(other, partner))
}

function hasFiniteVerb({ read }: Wording, word: number): boolean {
  const { groups, groupAt, tokenAt } = grammarOf(read)
  return groups[groupAt[tokenAt[word] ?? 0] ?? -1]?.infinitive === false
}

/** The main verb stays, and what differs stands in asides and clauses of its own. */
export function keepsMainVerb(comparison: Comparison): boolean {
  const { before, after, kept } = comparison
  if (kept < MUCH_KEPT || isLine(before) || isLine(after)) return false
  const there = new Set(mainVerbs(after))
  return mainVerbs(before).some((i) => {
    const key = before.words[i]?.key ?? ''
    return (DOUBTED.test(key) || isContent(key)) && there.has(alignedWords(comparison).after[i] ?? -1)
  })
}
/** "appears to have left", "is accused of leaving" */
const DOUBTED = /^(?:appear|seem)|^(?:accused|suspected|believed|thought|feared|expected|alleged|reported)$/
const MUCH_KEPT = 0.42

/** Returns what the main clauses assert, and what they report, as words of the wording. */
function mainVerbs({ read }: Wording): number[] {
  const grammar = grammarOf(read)
  const { clauses, groups, wordAt, tokens } = grammar
  let reported = false
  let first: number | undefined
  const found: number[] = []
  for (const { kind, group, subject } of clauses.values()) {
    const verbs = groups[group]
    // "… and was sold"
    const shares = kind === 'coordinate' && (subject === null || subject[0] === first)
    if (kind === 'main') first ??= subject?.[0]
    if (!verbs || !(kind === 'main' || shares || (reported && /^(?:that|complement)$/.test(kind)))) continue
    const head = predicateHead(grammar, verbs)
    const verb = tokens[head]?.lower ?? ''
    // "is believed to have sold" and "sold"
    const told = DOUBTED.test(verb) ? complementHead(grammar, head + 1) : null
    if (told !== null) found.push(wordAt[told] ?? -1)
    else if (isSpeech(verb)) reported = true
    else found.push(wordAt[head] ?? -1)
  }
  return found.filter((word) => word >= 0)
}
