/** Correction notes: which changes a new correction, update or editor's note speaks of. */
import type { Sentence } from '../article.ts'
import { wordsOf } from './align/words.ts'
import type { Appearance, Change } from './change.ts'
import { amountsOf } from './kinds/read-amounts.ts'
import { tokensOf, wordsOnly } from './kinds/tokens.ts'
import { isNote } from './note-openings.ts'

/** Words of notes themselves, as stems: they speak of no particular change. */
const BOILERPLATE = new Set(
  wordsOf(
    'correction clarification update updated note editor editors earlier previous version versions article story report headline piece page ' +
      'because error errors editing mistake wrongly wrong incorrectly incorrect misstated misidentified stated reported gave given said ' +
      'amended corrected changed make clear information reflect new this based relying',
  ).map((w) => w.key),
)

/** What a note, or a changed sentence, speaks of. */
interface Matter {
  readonly words: ReadonlySet<string>
  readonly numbers: ReadonlySet<number>
}

const matterOf = (text: string): Matter => ({
  words: new Set(wordsOf(text).flatMap((w) => (w.kind === 'content' && !BOILERPLATE.has(w.key) ? [w.key] : []))),
  numbers: new Set(amountsOf(wordsOnly(tokensOf(text)), []).map((a) => a.value)),
})

/** The texts of the new notes among the new sentences, and their indices: the rest of a note's paragraph belongs to it. */
export function newNotes(
  sentences: readonly Sentence[],
  fresh: ReadonlySet<number>,
): { notes: string[]; indices: Set<number> } {
  const notes: string[] = []
  const indices = new Set<number>()
  for (const index of [...fresh].sort((x, y) => x - y)) {
    const sentence = sentences[index]
    if (!sentence || sentence.zone === 'headline' || indices.has(index) || !isNote(sentence.text)) continue
    const paragraph = [sentence]
    for (let next = index + 1; fresh.has(next); next++) {
      const following = sentences[next]
      if (!following || following.start - (paragraph.at(-1)?.end ?? 0) > 1) break
      paragraph.push(following)
    }
    for (const k of paragraph.keys()) indices.add(index + k)
    notes.push(paragraph.map((s) => s.text).join(' '))
  }
  return { notes, indices }
}

/** Content words that a note and a changed sentence share at least. */
const LEAST = 2

/**
 * The changes of which a note that is new in `b` speaks: the note gives a number that came or went, or shares words with the
 * sentence. A headline that changed in the same way as a sentence so acknowledged, and tells the same matter, is acknowledged too.
 */
export function acknowledged(
  changes: readonly Change[],
  a: readonly Sentence[],
  b: readonly Sentence[],
  fresh: ReadonlySet<number>,
): Set<Change> {
  const { notes, indices } = newNotes(b, fresh)
  const found = new Set<Change>()
  if (notes.length === 0) return found
  const matters = notes.map(matterOf)
  const textOf = (sentences: readonly Sentence[], list: readonly Appearance[]) =>
    [...new Set(list.map((x) => x.sentence))].map((s) => sentences[s]?.text ?? '').join(' ')
  const sides = new Map(changes.map((c) => [c, [matterOf(textOf(a, c.before)), matterOf(textOf(b, c.after))] as const]))
  for (const [change, [before, after]] of sides) {
    if (change.after.some((x) => indices.has(x.sentence))) continue
    if (matters.some((note) => speaksOf(note, before, after))) found.add(change)
  }
  const headline = (change: Change) =>
    [a[change.before[0]?.sentence ?? -1], b[change.after[0]?.sentence ?? -1]].some((s) => s?.zone === 'headline')
  for (const [change, [before, after]] of sides) {
    if (found.has(change) || !headline(change)) continue
    const told = [...found].some((other) => {
      const [p, q] = sides.get(other) ?? [before, after]
      return change.kinds.some((kind) => other.kinds.includes(kind)) && overlap([before, after], [p, q, ...matters]) > 0
    })
    if (told) found.add(change)
  }
  return found
}

function speaksOf(note: Matter, before: Matter, after: Matter): boolean {
  const changed = [...before.numbers]
    .filter((n) => !after.numbers.has(n))
    .concat([...after.numbers].filter((n) => !before.numbers.has(n)))
  return changed.some((n) => note.numbers.has(n)) || overlap([before, after], [note]) >= LEAST
}

function overlap(x: readonly Matter[], y: readonly Matter[]): number {
  const there = new Set(y.flatMap((m) => [...m.words]))
  return new Set(x.flatMap((m) => [...m.words]).filter((word) => there.has(word))).size
}
