/** How a version's sentences and a claim's reading are kept in columns. */
import { type SQL, sql } from 'drizzle-orm'
import type { ResolvedContext, Sentence, SourceKind, Zone } from '../../core/article.ts'
import { type Evidence, type GoneClaim, KINDS, type Kind } from '../../core/changes/change.ts'
import { claims, statements } from '../schema.ts'
import { ofStatement, SOURCE_KINDS, wordOf } from './packed-statement.ts'
/** One entry of a version's list of sentences: zone (0 headline, 1 lead, 2 body, 3 furniture), start, end, sentence id. */
export type Placing = readonly [zone: number, start: number, end: number, sentence: number]

export const ZONES: readonly Zone[] = ['headline', 'lead', 'body', 'furniture']
const BODY = ZONES.indexOf('body')

/**
 * The list as a row keeps it: JSON, with a number for an entry of the body or of furniture that has the zone of the one before and the next
 * id: its length, where one character lies between the two, and minus its length, where two do.
 */
export function packPlacings(list: readonly Placing[]): string {
  const packed = list.map((entry, i) => {
    const [zone, start, end, id] = entry
    const [zoneBefore, , endBefore = 0, idBefore = 0] = list[i - 1] ?? []
    if (zone < BODY || zone !== zoneBefore || id !== idBefore + 1) return entry
    const between = start - endBefore
    return between === 1 ? end - start : between === 2 ? start - end : entry
  })
  return JSON.stringify(packed)
}

/** The list of a version's column. */
export function unpackPlacings(column: string): Placing[] {
  const list: Placing[] = []
  for (const entry of JSON.parse(column) as (Placing | number)[]) {
    const [zone = BODY, , end = 0, id = 0] = list.at(-1) ?? []
    if (typeof entry !== 'number') list.push(entry)
    else if (entry > 0) list.push([zone, end + 1, end + 1 + entry, id + 1])
    else list.push([zone, end + 2, end + 2 - entry, id + 1])
  }
  return list
}

/** The sentences of a version as its row lists them. */
export function placedSentences(version: { title: string; body: string; sentences: string }): (Sentence & { id: number })[] {
  return unpackPlacings(version.sentences).map(([zone, start, end, id]) => {
    const text = (zone === 0 ? version.title : version.body).slice(start, end)
    return { zone: ZONES[zone] ?? 'body', start, end, text, id }
  })
}

/** For every entry of a list of sentence ids, which of its equals it is, from 0. */
export function ordinalsOf(ids: readonly number[]): number[] {
  const seen = new Map<number, number>()
  return ids.map((id) => {
    const n = seen.get(id) ?? 0
    seen.set(id, n + 1)
    return n
  })
}

/** A reading as a row keeps it: the source's sentence as a distance, so that text added above does not change it. */
export function packReading(reading: ResolvedContext, sentence: number): string {
  const { name, kind, source, dates, label } = reading
  const more = [source && [sentence - source.sentence, source.spans], dates, label]
  const given = label !== null ? 3 : dates.length > 0 ? 2 : source ? 1 : 0
  return JSON.stringify([name, SOURCE_KINDS.indexOf(kind), ...more.slice(0, given)])
}

/** What the row of a source says in the column of a reading that is its name and nothing else. */
const READING_OF_SOURCE = sql`json_array(o.name, ${sql.raw(String(SOURCE_KINDS.indexOf('named')))})`

/** What the column keeps of a reading, given the kind and key of its source: null where the row of the source says the same. */
export const keptReading = (reading: SQL, kind: SQL, key: SQL): SQL => sql`nullif(${reading},
  (select ${READING_OF_SOURCE} from sources o where o.kind = ${kind} and o.key = ${key} and o.kind = 'named'))`

/** The JSON of the reading of a row of `wordings`, by the table's name or alias. */
export const readingOf = (alias: string): SQL<string> => sql<string>`coalesce(${sql.identifier(alias)}.reading,
  (select ${READING_OF_SOURCE} from sources o where o.id = ${sql.identifier(alias)}.source_id))`

/** A reading from its parsed row, in the sentence in which the version has it. */
export function unpackReading(packed: unknown, sentence: number): ResolvedContext {
  const [name, kind, source = null, dates = [], label = null] = packed as [
    ResolvedContext['name'],
    number,
    (null | [number, [number, number][]])?,
    ResolvedContext['dates']?,
    ResolvedContext['label']?,
  ]
  return {
    name,
    kind: SOURCE_KINDS[kind] ?? 'author',
    source: source && { sentence: sentence - source[0], spans: source[1] },
    dates,
    label,
  }
}

/** The kind of the source in a reading's column. */
export const sourceKindIn = (packed: SQL): SQL<SourceKind> => wordOf(SOURCE_KINDS, sql`${packed} ->> 1`)

/** The JSON of the dates of a reading's column; null where none is known. */
export function datesOf(packed: SQL): SQL<string | null> {
  return sql<string | null>`${packed} -> 3`
}

/** The label that a reading has in place of the statement's, from its column; null: none. */
export const ownLabel = (packed: SQL): SQL<string | null> => sql<string | null>`${packed} ->> 4`

/** The label of a claim in one wording, from a reading's column and the analysis of the statement. */
export function labelIn(packed: SQL, analysis: SQL): SQL<string> {
  return sql<string>`coalesce(${ownLabel(packed)}, ${ofStatement.label(analysis)})`
}

/** The label of a row of `claims`, beside the row of its statement. */
export const latestLabel: SQL<string> = sql<string>`coalesce(nullif(${claims.label}, ''), ${ofStatement.label(sql`${statements.analysis}`)})`

/** The last position of a claim that is gone, as its column stores it. */
export function packStood({ sentence, between }: Pick<GoneClaim, 'sentence' | 'between'>): string {
  return JSON.stringify([ZONES.indexOf(sentence.zone), sentence.start, ...between])
}

export function unpackStood(packed: string | null): Pick<GoneClaim, 'between'> & Pick<Sentence, 'zone' | 'start'> {
  const [zone, start, before, after] = JSON.parse(packed ?? '[2,0,null,null]') as [number, number, number | null, number | null]
  return { zone: ZONES[zone] ?? 'body', start, between: [before, after] }
}

/** The rule of most changes: a claim is there, or is not. It names no words. */
const PRESENCE = 'presence'

/**
 * The evidence of a change as its column keeps it: JSON [[number of the kind, rule, words before, words after], …], without nulls at the
 * end. Empty where the one kind of the change follows from presence alone.
 */
export function packEvidence(evidence: readonly Evidence[], kinds: readonly Kind[]): string {
  const [only] = evidence
  if (evidence.length === 1 && kinds.length === 1 && only?.rule === PRESENCE && only.kind === kinds[0] && isWordless(only))
    return ''
  return JSON.stringify(
    evidence.map(({ kind, rule, before, after }) => {
      const words = after !== null ? [before, after] : before !== null ? [before] : []
      return [KINDS.indexOf(kind), rule, ...words]
    }),
  )
}

const isWordless = ({ before, after }: Evidence) => before === null && after === null

export function unpackEvidence(packed: string, kinds: readonly Kind[]): Evidence[] {
  if (packed === '') return kinds.map((kind) => ({ kind, rule: PRESENCE, before: null, after: null }))
  const list = JSON.parse(packed) as [kind: number, rule: string, before?: string | null, after?: string][]
  return list.map(([number, rule, before = null, after = null]) => {
    const kind = KINDS[number]
    if (kind === undefined) throw new RangeError(`a stored change has an unknown kind ${number}`)
    return { kind, rule, before, after }
  })
}

/** A change side as its column keeps it. */
export type PackedSide = readonly [sentence: number, zone: number, start: number, claims: readonly number[]]
