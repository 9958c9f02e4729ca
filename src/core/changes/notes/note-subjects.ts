/** The subjects of a correction note, each with its words, and the kinds of change that it names; and the values in a note. */
import { wordsOf } from '../../text/stems.ts'
import type { Kind } from '../change.ts'
import { amountsOf } from '../compare/amounts.ts'
import { tokensOf, wordsOnly } from '../compare/compare-tokens.ts'
import { dateMentionsOf } from '../compare/date-mentions.ts'

const stems = (words: string): ReadonlySet<string> => new Set(wordsOf(words).map((w) => w.key))

/** Words of notes themselves: they refer to no particular change. */
const BOILERPLATE = stems(
  'correction clarification update updated note editor editors earlier previous original initial version versions article story report headline piece page obituary ' +
    'because error errors editing mistake wrongly wrong incorrectly incorrect misstated misidentified misreported misquoted stated reported gave given said ' +
    'amended corrected correct changed revised make clear information reflect new this based relying review after however corrects refiles fix fixed second third fourth paragraph regret fact we our had has been was were it not ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday',
)

/** Nouns for sorts of error, each with the kinds of change of that sort. */
const SORTS: readonly (readonly [ReadonlySet<string>, readonly Kind[]])[] = [
  [
    stems(
      'number numbers figure figures total count toll amount amounts value size rate percentage share cost price sum age ages score tally length height weight distance',
    ),
    ['number_changed'],
  ],
  [stems('year years date dates day days month time times hour when deadline'), ['date_changed']],
  [stems('name names spelling surname title misspelled misspelt'), ['reworded', 'source_changed']],
  [stems('quote quoted misquoted quotation remark remarks comment comments words'), ['quote_changed', 'source_changed']],
  [stems('attributed misattributed source speaker'), ['source_changed']],
  [stems('condition status outcome cause state'), ['softened', 'strengthened', 'negated', 'reworded', 'superseded']],
  [stems('whether opposite'), ['negated']],
]

/** A time of an event and not a sort of error: "bought this year". */
const WHEN = /\b(this|last|next|every|each|per|a) (year|month|week|day|hour|time)\b/gi

/** One subject of a note. */
export interface Subject {
  readonly words: ReadonlySet<string>
  readonly kinds: ReadonlySet<Kind>
}

/** "the number of boats that sank and the day on which the search ended" has two subjects. */
export function subjectsOf(note: string): Subject[] {
  return note.split(/;|(?<!\b(?:mr|mrs|ms|dr|st|no|[ap]\.m))[.](?=\s)|,|\s(?:and|nor|or|but)\s/i).flatMap((part): Subject[] => {
    const keys = wordsOf(part).filter((w) => w.kind !== 'number' && !BOILERPLATE.has(w.key))
    const mentioned = wordsOf(part.replace(WHEN, ' '))
    const kinds = new Set(SORTS.flatMap(([nouns, of]) => (mentioned.some((w) => nouns.has(w.key)) ? of : [])))
    const words = new Set(
      keys.flatMap((w) => (w.kind === 'content' && !SORTS.some(([nouns]) => nouns.has(w.key)) ? [w.key] : [])),
    )
    return words.size > 0 || kinds.size > 0 ? [{ words, kinds }] : []
  })
}

/** Returns the numbers and dates in a text, as strings: "n14" and "d1998". */
export function valuesOf(text: string): Set<string> {
  const words = wordsOnly(tokensOf(text))
  const dates = dateMentionsOf(words, text)
  return new Set([...amountsOf({ text, words, dates }).map((a) => `n${a.value}`), ...dates.map((d) => `d${d.key}`)])
}
