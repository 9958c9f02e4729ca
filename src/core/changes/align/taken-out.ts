/** Signs by the words themselves that a sentence was taken out of a longer one. */
import { isContent } from '../../text/stems.ts'
import { tokensOf, wordsOnly } from '../compare/compare-tokens.ts'

/** A run of so many words of the whole, as many of them content words in lower case, is told by the part. */
const LONG_RUN = 6
const LEAST_CONTENT = 3
/** The most words of a subject. */
const SUBJECT = 4

/**
 * True if the part holds a long run of the whole's words that its partner lacks, or opens with one of two subjects of the whole
 * that its partner lacks.
 *
 *     "Boats and nets were sold." → "Nets were sold."; the part: "Boats went to the museum."
 */
export function isTakenOut(part: string, whole: string, partner: string): boolean {
  const [p, w, o] = [part, whole, partner].map((text) => wordsOnly(tokensOf(text)).map(({ key }) => key)) as [
    string[],
    string[],
    string[],
  ]
  const there = ` ${o.join(' ')} `
  return opensWithConjunct(p, w, there) || holdsRun(p, w, there, part)
}

function opensWithConjunct(part: readonly string[], whole: readonly string[], there: string): boolean {
  const at = whole.indexOf(part[0] ?? '')
  if (at < 0) return false
  let length = 0
  while (length < SUBJECT && part[length] !== undefined && part[length] === whole[at + length]) length++
  const joined = whole[at - 1] === 'and' || whole[at + length] === 'and'
  const run = part.slice(0, length)
  return joined && length > 1 && run.some(isContent) && !there.includes(` ${run.join(' ')} `)
}

function holdsRun(part: readonly string[], whole: readonly string[], there: string, text: string): boolean {
  for (let from = 0; from + LONG_RUN <= part.length; from++) {
    const run = part.slice(from, from + LONG_RUN)
    const at = whole.findIndex((_, n) => run.every((key, k) => whole[n + k] === key))
    if (at < 0 || there.includes(` ${run.join(' ')} `)) continue
    if (run.filter((key) => isContent(key) && text.includes(key)).length >= LEAST_CONTENT) return true
  }
  return false
}
