/** Correction notes: the changes that a new correction, update or editor's note acknowledges. */
import type { Sentence } from '../../article.ts'
import { shares } from '../../text/set-similarity.ts'
import { contentKeys, wordsOf } from '../../text/stems.ts'
import type { Appearance, Change } from '../change.ts'
import { isNote } from './is-note.ts'
import { type Subject, subjectsOf, valuesOf } from './note-subjects.ts'

/** A note: its text as far as it is new, and its sentences by index. */
interface Note {
  readonly text: string
  readonly sentences: readonly number[]
}

/** Returns the new notes among the new sentences, and the indices of all their sentences. The rest of a note's paragraph belongs to it. */
function newNotes(sentences: readonly Sentence[], fresh: ReadonlySet<number>): { notes: Note[]; indices: Set<number> } {
  const notes: Note[] = []
  const indices = new Set<number>()
  for (const index of [...fresh].sort((x, y) => x - y)) {
    const sentence = sentences[index]
    if (!sentence || sentence.zone === 'headline' || indices.has(index) || !isNote(sentence)) continue
    const paragraph = [sentence]
    for (let next = index + 1; fresh.has(next); next++) {
      const following = sentences[next]
      if (!following || following.start - (paragraph.at(-1)?.end ?? 0) > 1) break
      paragraph.push(following)
    }
    const own = [...paragraph.keys()].map((k) => index + k)
    for (const k of own) indices.add(k)
    notes.push({ text: paragraph.map((s) => s.text).join(' '), sentences: own })
  }
  return { notes, indices }
}

/** Returns what an edited note now says besides: the subjects of which it had no word. */
function editedNote(change: Change, a: readonly Sentence[], b: readonly Sentence[]): Note[] {
  const [from, to] = [change.before[0], change.after[0]]
  const [before, after] = [a[from?.sentence ?? -1], b[to?.sentence ?? -1]]
  if (!from || !to || !before || !after || before.text === after.text || !isNote(after)) return []
  const known = new Set(wordsOf(before.text).map(({ key }) => key))
  const parts = after.text
    .split(/(?<=\w)(?:[,;]| and | or )(?=\s?\w)/)
    .filter((part) => contentKeys(part).some((key) => !known.has(key)))
  const said = parts.map((part) =>
    part
      .split(/\s+/)
      .filter((word) => wordsOf(word).some(({ key }) => !known.has(key)))
      .join(' '),
  )
  return [{ text: said.join(', '), sentences: [to.sentence] }]
}

/** The matter of one or several changed sentences: their words, and the values added or removed. */
interface Matter {
  readonly words: ReadonlySet<string>
  readonly roots: ReadonlySet<string>
  readonly removed: ReadonlySet<string>
  readonly added: ReadonlySet<string>
}

/** From this number of sentences on, a word counts less as a reference to one of them. */
const FREQUENT = 3
/** The least score of a subject and a changed sentence: shared words, and the sort of change. */
const LEAST = 1.5
/** A shared part of a subject's words that is enough by itself. */
const MOSTLY = 0.5
/** A subject refers only to changes with at least this share of the best score. */
const NEAR_BEST = 0.8

/**
 * Returns the changes that a new note in `b` acknowledges, each with the sentences of the first note that does. A note acknowledges a change if it has the value removed and the
 * value added, or one of them and words of the sentence; else each subject of the note acknowledges the change with which it
 * shares most. A headline that changed in the same way as an acknowledged sentence about the same matter is acknowledged too;
 * so is a headline change if the note mentions the headline.
 */
export function acknowledged(
  changes: readonly Change[],
  a: readonly Sentence[],
  b: readonly Sentence[],
  fresh: ReadonlySet<number>,
): Map<Change, readonly number[]> {
  const { notes: added, indices } = newNotes(b, fresh)
  const found = new Map<Change, readonly number[]>()
  const edited = changes.flatMap((change) => editedNote(change, a, b))
  const notes = [...added, ...edited]
  if (notes.length === 0) return found
  for (const index of edited.flatMap(({ sentences }) => sentences)) indices.add(index)
  const textOf = (sentences: readonly Sentence[], list: readonly Appearance[]) =>
    [...new Set(list.map((x) => x.sentence))].map((s) => sentences[s]?.text ?? '').join(' ')
  const open = changes.filter(
    (c) => c.before.length > 0 && c.kinds.join() !== 'moved' && !c.after.some((x) => indices.has(x.sentence)),
  )
  const matters = new Map(open.map((c) => [c, matterOf(textOf(a, c.before), textOf(b, c.after))]))
  const weigh = weightsOf(b)
  const add = (change: Change, { sentences }: Note) => {
    if (!found.has(change)) found.set(change, sentences)
  }
  for (const note of notes) {
    const values = valuesOf(note.text)
    const words = new Set(contentKeys(note.text))
    const both = open.filter((c) => givesBoth(values, matters.get(c)))
    const valued = both.length > 0 ? both : open.filter((c) => givesOne(values, words, matters.get(c)))
    for (const change of valued) add(change, note)
    if (valued.length > 0 && values.size > 1) continue
    for (const subject of subjectsOf(note.text)) for (const change of spokenOf(subject, open, matters, weigh)) add(change, note)
  }
  const headline = (change: Change) =>
    [a[change.before[0]?.sentence ?? -1], b[change.after[0]?.sentence ?? -1]].some((s) => s?.zone === 'headline')
  const noteWords = new Set(notes.flatMap(({ text }) => contentKeys(text)))
  const isSameChange = (change: Change, other: Change) => {
    const [x, y] = [matters.get(change), matters.get(other)]
    const valued = /number_changed|date_changed/.test(change.kinds.join())
    if (!x || !y || !change.kinds.some((kind) => other.kinds.includes(kind))) return false
    if (valued) return shares(x.added, y.added) && shares(x.removed, y.removed)
    return [...x.words].some((word) => y.words.has(word) || noteWords.has(word))
  }
  const ofHeadline = notes.find(({ text }) => /\bheadline\b/i.test(text))
  const named = (change: Change) => [...(matters.get(change)?.words ?? [])].some((word) => noteWords.has(word))
  for (const change of open) if (ofHeadline && headline(change) && named(change)) add(change, ofHeadline)
  for (const change of open.filter(headline)) {
    const [, sentences] = [...found].find(([other]) => isSameChange(change, other)) ?? []
    if (sentences) found.set(change, found.get(change) ?? sentences)
  }
  return found
}

/** A change with whether a note acknowledges it, and which. */
export function withNote(change: Change, acknowledging: ReadonlyMap<Change, readonly number[]>): Change {
  const note = acknowledging.get(change)
  if (note !== undefined) return { ...change, acknowledged: true, note }
  if (!change.acknowledged) return change
  const { note: _, ...rest } = change
  return { ...rest, acknowledged: false }
}

function matterOf(before: string, after: string): Matter {
  const [x, y] = [valuesOf(before), valuesOf(after)]
  return {
    words: new Set(contentKeys(`${before} ${after}`)),
    roots: new Set(contentKeys(`${before} ${after}`).map((key) => key.slice(0, ROOT))),
    removed: new Set([...x].filter((value) => !y.has(value))),
    added: new Set([...y].filter((value) => !x.has(value))),
  }
}

/** "it was 12, not 14" */
const givesBoth = (values: ReadonlySet<string>, matter: Matter | undefined): boolean =>
  matter !== undefined && shares(matter.removed, values) && shares(matter.added, values)

/** "there were 12 witnesses": one of the values, and words of the sentence. */
const givesOne = (values: ReadonlySet<string>, words: ReadonlySet<string>, matter: Matter | undefined): boolean =>
  matter !== undefined &&
  (shares(matter.removed, values) || shares(matter.added, values)) &&
  [...matter.words].filter((word) => words.has(word)).length >= 2

/** Returns the weight of a word as a reference to one sentence. */
function weightsOf(sentences: readonly Sentence[]): (word: string) => number {
  const count = new Map<string, number>()
  for (const { text } of sentences.filter((sentence) => !isNote(sentence)))
    for (const key of new Set(wordsOf(text).map((w) => w.key))) count.set(key, (count.get(key) ?? 0) + 1)
  return (word) => ((count.get(word) ?? 0) >= FREQUENT ? 0.5 : 1)
}

/** "employees" and "employs" meet in so many letters. */
const ROOT = 6

const mentionedIn = (word: string, changes: readonly Change[], matters: ReadonlyMap<Change, Matter>): boolean =>
  changes.some((change) => matters.get(change)?.roots.has(word.slice(0, ROOT)))

/** Returns the changes that share most with a subject, if they share enough. */
function spokenOf(
  subject: Subject,
  changes: readonly Change[],
  matters: ReadonlyMap<Change, Matter>,
  weigh: (word: string) => number,
): Change[] {
  const scores = changes.map((change) => {
    const shared = [...subject.words].filter((word) => matters.get(change)?.roots.has(word.slice(0, ROOT)))
    const words = shared.reduce((sum, word) => sum + weigh(word), 0)
    const sort = change.kinds.some((kind) => subject.kinds.has(kind))
    const enough = words > 0 && (words + (sort ? 1 : 0) >= LEAST || shared.length >= MOSTLY * subject.words.size)
    return enough && (subject.kinds.size === 0 || sort || shared.length > 1) ? words + (sort ? 1 : 0) : 0
  })
  const best = Math.max(0, ...scores)
  if (best > 0) return changes.filter((_, n) => (scores[n] ?? 0) >= NEAR_BEST * best)
  // "Figures have been corrected" refers to the only change of that sort; what names another matter does not.
  if ([...subject.words].some((word) => !mentionedIn(word, changes, matters))) return []
  const only = changes.filter(
    (c) => c.after.length > 0 && c.before.length > 0 && c.kinds.some((kind) => subject.kinds.has(kind)),
  )
  return subject.kinds.size > 0 && only.length === 1 ? only : []
}
