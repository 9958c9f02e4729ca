/** Returning claims: a new sentence compared with the last wording of the gone ones. */
import type { Sentence } from '../article.ts'
import { plainKey, type Word, wordsOf } from '../text/stems.ts'
import type { GoneClaim } from './change.ts'
import { comparisonOf, wordingOf } from './compare/comparison.ts'
import { nameOthers, shareNothing } from './compare/proper-names.ts'
import { likeness } from './pair-claims.ts'
import { predicateChanges } from './predicates/predicate-changes.ts'

/** A gone sentence, with its claims. */
export interface GoneSentence {
  readonly sentence: Sentence
  readonly since: number
  readonly claims: readonly GoneClaim[]
}

/** A new sentence, with the numbers of the claims before and after it; null at the edges of the text. */
export interface NewSentence {
  readonly index: number
  readonly sentence: Sentence
  readonly between: readonly [ReadonlySet<number> | null, ReadonlySet<number> | null]
}

/**
 * The least similarity of a return in other words after one version, and the increase for each doubling of the gap; a return
 * between the same neighbors needs less.
 */
const LEAST = 0.5
const GAP = 0.06
const LEAST_AT_PLACE = 0.25
/** From this similarity on, only figures differ. */
const ONLY_FIGURES = 0.8
/** The greatest ratio of the lengths of two sentences that say the same. */
const LONGER = 2.5
/** The most gone sentences looked up for one word. */
const POSTINGS = 16

/**
 * Groups gone claims by the sentence that last contained them, the latest first. Merged and split claims continue in others.
 */
export function goneSentences(gone: readonly GoneClaim[]): GoneSentence[] {
  const sentences = new Map<string, { sentence: Sentence; since: number; claims: GoneClaim[] }>()
  for (const claim of gone) {
    if (claim.status === 'merged' || claim.status === 'split') continue
    const key = `${claim.since} ${claim.sentence.zone === 'headline'} ${claim.sentence.start}`
    const found = sentences.get(key)
    if (found) found.claims.push(claim)
    else sentences.set(key, { sentence: claim.sentence, since: claim.since, claims: [claim] })
  }
  return [...sentences.values()].sort((p, q) => q.since - p.since || p.sentence.start - q.sentence.start)
}

/**
 * Returns for each new sentence (by its index) the gone sentence that returns in it: verbatim, then except for typography, then
 * the most similar, then the one from the same place. `place` is the position of the new version.
 */
export function findReturns(
  open: readonly NewSentence[],
  gone: readonly GoneSentence[],
  place: number,
): Map<number, GoneSentence> {
  const found = new Map<number, GoneSentence>()
  if (gone.length === 0) return found
  const taken = new Set<GoneSentence>()
  const match = (index: number, candidate: GoneSentence) => {
    if (found.has(index) || taken.has(candidate)) return
    found.set(index, candidate)
    taken.add(candidate)
  }
  const zoned = (s: Sentence, key: string) => `${s.zone === 'headline'} ${key}`
  for (const keyOf of [(s: Sentence) => zoned(s, s.text), (s: Sentence) => zoned(s, plainKey(s.text))]) {
    const byKey = Map.groupBy(gone, (g) => keyOf(g.sentence))
    for (const { index, sentence } of open) {
      const back = byKey.get(keyOf(sentence))?.find((g) => !taken.has(g))
      if (back) match(index, back)
    }
  }
  const rest = open.filter((n) => !found.has(n.index))
  const free = gone.filter((g) => !taken.has(g))
  for (const { index, candidate } of alike(rest, free, place)) match(index, candidate)
  for (const { index, sentence, between } of rest) {
    const back = free.find(
      (g) => !taken.has(g) && samePlace(g, sentence, between, place) && statesTheSame(g.sentence, sentence),
    )
    if (back) match(index, back)
  }
  return found
}

function alike(open: readonly NewSentence[], gone: readonly GoneSentence[], place: number) {
  const postings = new Map<string, { candidate: GoneSentence; words: Word[] }[]>()
  for (const candidate of gone) {
    const words = wordsOf(candidate.sentence.text)
    for (const key of new Set(words.filter((w) => w.kind === 'content').map((w) => w.key))) {
      const list = postings.get(key)
      if (!list) postings.set(key, [{ candidate, words }])
      else if (list.length < POSTINGS) list.push({ candidate, words })
    }
  }
  const pairs: { index: number; candidate: GoneSentence; score: number }[] = []
  for (const { index, sentence } of open) {
    const words = wordsOf(sentence.text)
    const candidates = new Map(
      words
        .filter((w) => w.kind === 'content')
        .flatMap((w) => (postings.get(w.key) ?? []).map((p) => [p.candidate, p.words] as const)),
    )
    for (const [candidate, last] of candidates) {
      if ((candidate.sentence.zone === 'headline') !== (sentence.zone === 'headline')) continue
      const score = likeness(last, words)
      const least = LEAST + GAP * Math.log2(Math.max(1, place - candidate.since - 1))
      if (score >= least && statesTheSame(candidate.sentence, sentence)) pairs.push({ index, candidate, score })
    }
  }
  return pairs.sort((p, q) => q.score - p.score || p.index - q.index)
}

/**
 * Names agree, figures too unless all other words do, and no predicate has turned round: "prices rose" does not return as
 * "prices fell".
 */
function statesTheSame({ text: gone }: Sentence, { text: now }: Sentence): boolean {
  if (nameOthers(gone, now, likeness(wordsOf(gone), wordsOf(now)) < ONLY_FIGURES)) return false
  const comparison = comparisonOf(wordingOf(gone, []), wordingOf(now, []), [])
  return !predicateChanges(comparison).some(({ kind }) => kind === 'negated')
}

/** True for a sentence of similar length between the same neighbors as the gone one: reworded at its old place. */
function samePlace(gone: GoneSentence, sentence: Sentence, between: NewSentence['between'], place: number): boolean {
  const [x, y] = [gone.sentence.text.length, sentence.text.length]
  if (gone.sentence.zone === 'headline' || sentence.zone === 'headline' || Math.max(x, y) > LONGER * Math.min(x, y))
    return false
  if (!sameNeighbors(gone, between)) return false
  if (nameOthers(gone.sentence.text, sentence.text) || shareNothing(gone.sentence.text, sentence.text)) return false
  // After several versions the place alone tells little.
  const alike = likeness(wordsOf(gone.sentence.text), wordsOf(sentence.text))
  return place - gone.since <= 2 || alike >= LEAST_AT_PLACE
}

function sameNeighbors(gone: GoneSentence, between: NewSentence['between']): boolean {
  const last = gone.claims[0]?.between ?? [null, null]
  if (last[0] === null && last[1] === null) return false
  return [0, 1].every((side) => {
    const [then, now] = [last[side] ?? null, between[side] ?? null]
    return then === null ? now === null : now?.has(then)
  })
}
