import { numberAt, timeAt } from '../sql/position.ts'

/** Marks around the words that were searched for: noncharacters (Unicode, section 23.7), which no text has. */
export const OPEN = '\ufdd0'
export const CLOSE = '\ufdd1'
const MARKED = /\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/

/** The length of the snippet of a sentence that has none of the words, in UTF-16 units. */
const OPENING = 240

export interface VersionAt {
  readonly number: number
  readonly capturedAt: string
}

/** From the version that introduced it to the first one without it; null: the latest has it. */
export interface Presence {
  readonly from: VersionAt
  readonly until: VersionAt | null
}

export interface Hit {
  readonly id: number
  readonly slug: string
  readonly publication: string | null
  /** The title of its article's latest version. */
  readonly story: string | null
  readonly headline: boolean
  /** The whole sentence. */
  readonly text: string
  readonly snippet: Snippet
  /** The rank by FTS5: the lower, the better. */
  readonly rank: number
  /** The claims that the sentence has or had, or whose wording this is. */
  readonly claims: readonly { readonly number: number; readonly label: string }[]
  /** In order, at least one. */
  readonly presences: readonly Presence[]
}

/** A part of a sentence, and the positions in it of the words that were searched for, in UTF-16 units. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly (readonly [start: number, end: number])[]
}

/** As the row packs it: a claim, and between which places it had the sentence in versions that are not withheld. */
type Occurrence = readonly [
  number: number,
  rejected: 0 | 1,
  humanLabel: string | null,
  /** In this wording; the latest one of a claim whose sentence was found. */
  label: string,
  from: string | null,
  until: string | null,
]

/** A row of the query for hits, in the order of its columns: what tells of the whole answer, then the hit. */
export type HitRow = readonly [
  revision: number,
  newest: number,
  total: number,
  /** Null where nothing was found. */
  id: number | null,
  rank: number,
  slug: string,
  publication: string | null,
  story: string | null,
  headline: number,
  text: string,
  snippet: string | null,
  /** JSON: a list of `Occurrence`. */
  occurrences: string,
]

/** The hit of a row, a sentence or a claim in one wording; none where the whole answer has none. */
export function hitOf(row: HitRow, isSentence: boolean): Hit[] {
  const [, , , id, rank, slug, publication, story, headline, text, snippet, occurrences] = row
  if (id === null) return []
  const shown = (JSON.parse(occurrences) as Occurrence[]).filter(([, , , , from]) => from !== null)
  const accepted = shown.filter(([, rejected]) => !rejected)
  // People reject claims: the sentence was in the version all the same.
  const standing = isSentence ? shown : accepted
  const claims = new Map(accepted.map(([number, , human, label]) => [number, human ?? label]))
  return [
    {
      id,
      slug,
      publication,
      story,
      headline: headline === 1,
      text,
      snippet: snippetOf(snippet ?? opening(text)),
      rank,
      claims: [...claims].map(([number, label]) => ({ number, label })).sort((a, b) => a.number - b.number),
      presences: presencesOf(standing.map(([, , , , from, until]) => [from ?? '', until])),
    },
  ]
}

const opening = (text: string) => (text.length <= OPENING ? text : `${text.slice(0, OPENING).replace(/\s+\S*$/, '')}…`)

/** Takes the marks out of a snippet and returns their positions. */
export function snippetOf(marked: string): Snippet {
  let text = ''
  const marks: [number, number][] = []
  for (const [i, part] of marked.split(MARKED).entries()) {
    if (i % 2 === 1) marks.push([text.length, text.length + part.length])
    text += part
  }
  return { text, marks }
}

/** Stretches of places as stretches of versions: those that overlap or are adjacent are one. */
export function presencesOf(stretches: readonly (readonly [from: string, until: string | null])[]): Presence[] {
  const joined: [string, string | null][] = []
  for (const [from, until] of stretches.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const last = joined.at(-1)
    if (!last || (last[1] !== null && last[1] < from)) joined.push([from, until])
    else if (last[1] !== null && (until === null || until > last[1])) last[1] = until
  }
  return joined.map(([from, until]) => ({ from: versionAt(from), until: until === null ? null : versionAt(until) }))
}

const versionAt = (place: string): VersionAt => ({ number: numberAt(place), capturedAt: timeAt(place) })
