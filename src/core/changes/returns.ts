/** Claims that come back: a new sentence compared with the last wording of those that are gone. */
import type { Sentence } from '../article.ts'
import { plainKey, wordsOf } from './align/words.ts'
import type { GoneClaim } from './change.ts'
import { likeness } from './pair-claims.ts'

/** A sentence that is gone, with the claims that stood in it. */
export interface GoneSentence {
  readonly sentence: Sentence
  readonly since: number
  readonly claims: readonly GoneClaim[]
}

/** A return in other words must be this alike. */
const LEAST = 0.45

/** Gone claims by the sentence in which they last stood, the latest first. Merged and split claims live on in others. */
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

/** For each new sentence (by its index) the gone sentence that came back in it: verbatim, then but for typography, then alike. */
export function findReturns(
  open: readonly { index: number; sentence: Sentence }[],
  gone: readonly GoneSentence[],
): Map<number, GoneSentence> {
  const found = new Map<number, GoneSentence>()
  const free = new Set(gone)
  const match = (same: (a: Sentence, b: Sentence) => boolean) => {
    for (const { index, sentence } of open) {
      if (found.has(index)) continue
      for (const candidate of free) {
        if ((candidate.sentence.zone === 'headline') !== (sentence.zone === 'headline')) continue
        if (!same(candidate.sentence, sentence)) continue
        found.set(index, candidate)
        free.delete(candidate)
        break
      }
    }
  }
  match((a, b) => a.text === b.text)
  match((a, b) => plainKey(a.text) !== '' && plainKey(a.text) === plainKey(b.text))
  const alike: { index: number; candidate: GoneSentence; score: number }[] = []
  for (const { index, sentence } of open) {
    if (found.has(index)) continue
    for (const candidate of free) {
      if ((candidate.sentence.zone === 'headline') !== (sentence.zone === 'headline')) continue
      const score = likeness(wordsOf(candidate.sentence.text), wordsOf(sentence.text))
      if (score >= LEAST) alike.push({ index, candidate, score })
    }
  }
  alike.sort((p, q) => q.score - p.score || p.index - q.index)
  for (const { index, candidate } of alike) {
    if (found.has(index) || !free.has(candidate)) continue
    found.set(index, candidate)
    free.delete(candidate)
  }
  return found
}
