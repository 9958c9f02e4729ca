/** Correction notes: which changes a new correction, update or editor's note speaks of. */
import type { Sentence } from '../article.ts'
import { type Word, wordsOf } from './align/words.ts'
import { amountsOf } from './kinds/read-amounts.ts'
import { tokensOf, wordsOnly } from './kinds/tokens.ts'

const OPENING =
  /^\W*(correction|corrected|clarification|update|updated|editor['’]?s['’]? note|editors['’]? note|note to readers|retraction|amendment)\b[^.]{0,30}[:—–-]/i
const INSIDE =
  /\b(an |a |the )?(earlier|previous|original|initial) versions? of (this|the) (article|story|report|piece|page|headline|post)|\bthis (article|story|report|piece|post) (has been|was) (amended|corrected|updated|changed|edited)|\bwe (have )?(corrected|amended|misstated)\b|\b(misstated|misidentified|incorrectly (said|stated|reported|gave))\b/i

/** Does the sentence open, or is it, a note of the newsroom about its own text? */
export const isNote = (text: string): boolean => OPENING.test(text.slice(0, 200)) || INSIDE.test(text)

/** Words of notes themselves, as stems: they speak of no particular change. */
const BOILERPLATE = new Set(
  wordsOf(
    'correction clarification update updated note editor editors earlier previous version versions article story report headline piece page ' +
      'because error errors editing mistake wrongly wrong incorrectly incorrect misstated misidentified stated reported gave given said ' +
      'amended corrected changed make clear information reflect new this based relying',
  ).map((w) => w.key),
)

/** What a note speaks of. */
export interface Note {
  readonly words: ReadonlySet<string>
  readonly numbers: ReadonlySet<number>
}

/** The new notes among the new sentences (ascending indices): a note's paragraph belongs to it. */
export function newNotes(sentences: readonly Sentence[], fresh: ReadonlySet<number>): { notes: Note[]; indices: Set<number> } {
  const notes: Note[] = []
  const indices = new Set<number>()
  for (const index of [...fresh].sort((x, y) => x - y)) {
    const sentence = sentences[index]
    if (!sentence || sentence.zone === 'headline' || indices.has(index) || !isNote(sentence.text)) continue
    let text = sentence.text
    indices.add(index)
    for (let next = index + 1; fresh.has(next); next++) {
      const [last, following] = [sentences[next - 1], sentences[next]]
      if (!last || !following || following.start - last.end > 1) break
      text += ` ${following.text}`
      indices.add(next)
    }
    const words = wordsOf(text).filter((w) => w.kind === 'content' && !BOILERPLATE.has(w.key))
    notes.push({ words: new Set(words.map((w) => w.key)), numbers: numbersIn(text) })
  }
  return { notes, indices }
}

const numbersIn = (text: string): Set<number> => new Set(amountsOf(wordsOnly(tokensOf(text)), []).map((a) => a.value))

/** Content words that a note and a changed sentence must share, and with a number of the change in the note. */
const LEAST = 2

/** Does a note speak of a change from one text to the other? */
export function speaksOf(note: Note, before: string, after: string): boolean {
  const words: Word[] = [...wordsOf(before), ...wordsOf(after)]
  const shared = new Set(words.filter((w) => w.kind === 'content' && note.words.has(w.key)).map((w) => w.key)).size
  const [a, b] = [numbersIn(before), numbersIn(after)]
  const changed = [...a].filter((n) => !b.has(n)).concat([...b].filter((n) => !a.has(n)))
  return changed.some((n) => note.numbers.has(n)) ? shared >= 0 : shared >= LEAST
}
