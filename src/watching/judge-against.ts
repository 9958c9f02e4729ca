/**
 * Judges a page that reads as an article against what is known of its article: whether it is still the same article, and whole. The
 * measure is the share of a text's words that the other has too, as a multiset (a Dice coefficient without the order).
 */
import { canonicalKey } from '../addresses/canonical-key.ts'
import type { PageReading } from '../capture/reading.ts'
import type { Ended } from './settle.ts'

/** Below this share of common words two texts are no versions of one article, where the address is another too. */
const SAME_STORY = 0.15
/** A text is cut off where at least this share of it is the beginning of the version before, which goes on for long. */
const BEGINNING = 0.97
/** How much of the version before such a text has at most. */
const CUT = 0.6
/** Fewer words of the version before say nothing. */
const ENOUGH = 120
/** What stands at the end of a text that breaks off. */
const BREAKS_OFF = /(?:…|\.\.\.|\[[^\]]{0,20}(?:…|\.\.\.)\]|[\p{L}\p{N},;:–-])$/u

interface Known {
  readonly title: string
  readonly body: string
}

/** Null: it is a version of the article, or there is none to compare it with. */
export function judgeAgainst(
  known: Known | null,
  { title, body }: Pick<PageReading, 'title' | 'body'>,
  { asked, landed }: { readonly asked: string; readonly landed: string },
): Pick<Ended, 'outcome' | 'evidence'> | null {
  const elsewhere = canonicalKey(asked) !== canonicalKey(landed)
  if (known === null || body === null) return null
  const [before, now] = [wordsOf(`${known.title} ${known.body}`), wordsOf(`${title ?? ''} ${body}`)]
  if (elsewhere && common(before, now) < SAME_STORY)
    return { outcome: 'redirected_away', evidence: [{ rule: 'another_story', text: landed }] }
  const [whole, part] = [wordsOf(known.body), wordsOf(body)]
  if (whole.length < ENOUGH || part.length > CUT * whole.length) return null
  const isBeginning = sharedStart(whole, part) >= BEGINNING * part.length - 1
  return isBeginning && BREAKS_OFF.test(body.trimEnd())
    ? { outcome: 'truncated', evidence: [{ rule: 'beginning_of_last_version', text: body.trimEnd().slice(-80) }] }
    : null
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The share of the words of both texts that they have in common. */
function common(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared++
    counts.set(word, left - 1)
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length)
}

/** How many words two texts have in common at their beginning. */
function sharedStart(a: readonly string[], b: readonly string[]): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}
