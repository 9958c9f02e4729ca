/** How a version's sentences and a claim's reading are kept in columns. */
import { type SQL, sql } from 'drizzle-orm'
import type { ResolvedContext, Sentence, Zone } from '../../core/article.ts'
import type { GoneClaim } from '../../core/changes/change.ts'
/** One entry of a version's list of sentences: zone (0 headline, 1 lead, 2 body, 3 furniture), start, end, sentence id. */
export type Placing = readonly [zone: number, start: number, end: number, sentence: number]

export const ZONES: readonly Zone[] = ['headline', 'lead', 'body', 'furniture']

/** The sentences of a version as its row lists them. */
export function placedSentences(version: { title: string; body: string; sentences: string }): (Sentence & { id: number })[] {
  const list = JSON.parse(version.sentences) as Placing[]
  return list.map(([zone, start, end, id]) => {
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
  return JSON.stringify([
    name,
    kind,
    source && [sentence - source.sentence, source.spans],
    ...(dates.length > 0 || label !== null ? [dates] : []),
    ...(label === null ? [] : [label]),
  ])
}

/** A reading from its parsed row, in the sentence in which the version has it. */
export function unpackReading(packed: unknown, sentence: number): ResolvedContext {
  const [name, kind, source, dates = [], label = null] = packed as [
    ResolvedContext['name'],
    ResolvedContext['kind'],
    null | [number, [number, number][]],
    ResolvedContext['dates']?,
    ResolvedContext['label']?,
  ]
  return { name, kind, source: source && { sentence: sentence - source[0], spans: source[1] }, dates, label }
}

/** The JSON of the dates of a reading's column; null where none is known. */
export function datesOf(packed: SQL): SQL<string | null> {
  return sql<string | null>`${packed} -> 3`
}

/** The label of a claim in one wording, from a reading's column and the analysis of the statement. */
export function labelIn(packed: SQL, analysis: SQL): SQL<string> {
  return sql<string>`coalesce(${packed} ->> 4, ${analysis} ->> 'label')`
}

/** The last position of a claim that is gone, as its column stores it. */
export function packStood({ sentence, between }: Pick<GoneClaim, 'sentence' | 'between'>): string {
  return JSON.stringify([ZONES.indexOf(sentence.zone), sentence.start, ...between])
}

export function unpackStood(packed: string | null): Pick<GoneClaim, 'between'> & Pick<Sentence, 'zone' | 'start'> {
  const [zone, start, before, after] = JSON.parse(packed ?? '[2,0,null,null]') as [number, number, number | null, number | null]
  return { zone: ZONES[zone] ?? 'body', start, between: [before, after] }
}

/** A change side as its column keeps it. */
export type PackedSide = readonly [sentence: number, zone: number, start: number, claims: readonly number[]]
