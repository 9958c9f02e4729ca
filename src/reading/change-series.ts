/** Time series of changes: the counts that the archive keeps, for each interval and each value of a dimension, gaps as zeros. */
import { KINDS } from '../core/changes/change.ts'
import { intervalCount, intervalEnd, intervalStart, intervalStarts } from '../core/intervals.ts'
import { invalid } from '../failure.ts'
import type { CountFilter, CountRow } from '../store/read/statistics.ts'
import { kindsOfMask } from '../store/sql/kind-mask.ts'

/** Most points of an answer. */
export const MOST_POINTS = 25_000
/** Most rows that are read for it. A row counts a set of kinds. */
const MOST_ROWS = 5 * MOST_POINTS

/**
 * A question for a series; times in ISO 8601. The intervals in which `from` and `to` lie count wholly. Default: all intervals that have
 * changes, or the last of them where all would be too many.
 */
export interface SeriesQuestion extends Omit<CountFilter, 'from' | 'to' | 'limit'> {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A value of the dimension: a kind, `true` or `false` for acknowledged or not, a publication, a slug, or the name of a source with its id. */
export interface SeriesKey {
  readonly name: string | null
  readonly id: number | null
}

export interface Point extends SeriesKey {
  /** When the interval begins, in ISO 8601. */
  readonly time: string
  readonly count: number
}

/** The filter of the counts that a question needs. Throws Failure invalid where it asks for too many points. */
export function countFilter({ from, to, ...question }: SeriesQuestion): CountFilter {
  const { interval } = question
  if (from !== undefined && to !== undefined) {
    if (from > to) throw invalid('query.to', 'is before from')
    refuseMore(intervalCount(Date.parse(from), Date.parse(to), interval))
  }
  return {
    ...question,
    from: from && hourOf(intervalStart(Date.parse(from), interval)),
    to: to && hourOf(intervalEnd(Date.parse(to), interval) - 1),
    limit: MOST_ROWS,
  }
}

/** The points of the series, by time and then by series, for the rows that `countFilter` asks for (latest first). Throws Failure invalid. */
export function changeSeries({ from, to, interval, ...question }: SeriesQuestion, rows: readonly CountRow[]): Point[] {
  if (rows.length === MOST_ROWS && (from !== undefined || to !== undefined)) refuseMore(Number.POSITIVE_INFINITY)
  const counted = from === undefined && to === undefined ? lastThatFit({ interval, ...question }, rows) : rows
  const counts = new Map<string, Map<string, number>>()
  const keys = new Map<string, SeriesKey>(namedKeys(question).map((key) => [idOf(key), key]))
  for (const row of counted) {
    const at = counts.get(row.start) ?? new Map<string, number>()
    counts.set(row.start, at)
    for (const key of keysOf(row, question)) {
      keys.set(idOf(key), key)
      at.set(idOf(key), (at.get(idOf(key)) ?? 0) + row.changes)
    }
  }
  const first = from ?? timeOf(counted.at(-1))
  const last = to ?? timeOf(counted.at(0))
  if (keys.size === 0 && question.by === 'kind') for (const name of KINDS) keys.set(name, { name, id: null })
  if (first === null || last === null) return []
  refuseMore(intervalCount(Date.parse(first), Date.parse(last), interval) * Math.max(1, keys.size))
  const series = [...keys].sort(([, a], [, b]) => orderOf(a) - orderOf(b) || compare(a.name ?? '', b.name ?? ''))
  return intervalStarts(Date.parse(first), Date.parse(last), interval).flatMap((start) => {
    const at = counts.get(hourOf(start))
    return series.map(([id, key]) => ({ ...key, time: new Date(start).toISOString(), count: at?.get(id) ?? 0 }))
  })
}

/** The latest rows for which an answer has room, latest first: all rows of an interval or none. */
function lastThatFit({ interval, ...question }: Asked & Pick<SeriesQuestion, 'interval'>, rows: readonly CountRow[]) {
  const last = Date.parse(timeOf(rows.at(0)) ?? '')
  const keys = new Set(namedKeys(question).map(idOf))
  let end = 0
  for (const [i, row] of rows.entries()) {
    for (const key of keysOf(row, question)) keys.add(idOf(key))
    if (intervalCount(Date.parse(timeOf(row) ?? ''), last, interval) * keys.size > MOST_POINTS) break
    // Where the rows were cut off, some rows of the earliest interval may be missing.
    const isWhole = i + 1 < rows.length ? rows[i + 1]?.start !== row.start : rows.length < MOST_ROWS
    if (isWhole) end = i + 1
  }
  // One interval alone may have more series than there is room.
  return end === 0 ? rows : rows.slice(0, end)
}

function refuseMore(points: number): void {
  if (points <= MOST_POINTS) return
  throw invalid(
    'query.interval',
    `would give more than ${MOST_POINTS} points: take a longer one, or from and to closer together`,
  )
}

type Asked = Omit<SeriesQuestion, 'interval' | 'from' | 'to'>

/** The series that the question names: the answer has them even where nothing is counted. */
function namedKeys({ by, kinds = [], acknowledged, publication }: Asked): SeriesKey[] {
  if (by === 'kind') return kinds.map((name) => ({ name, id: null }))
  if (by === 'acknowledged') return acknowledged === undefined ? [] : [{ name: String(acknowledged), id: null }]
  return by === 'publication' && publication !== undefined ? [{ name: publication, id: null }] : []
}

/** The series that a row counts for. */
function keysOf({ key, name }: CountRow, { by, kinds }: Asked): SeriesKey[] {
  if (by === 'source') return [{ name, id: Number(key) }]
  if (by === 'acknowledged') return [{ name: String(key === 1), id: null }]
  if (by !== 'kind') return [{ name: key === null ? null : String(key), id: null }]
  return kindsOfMask(Number(key))
    .filter((kind) => !kinds?.length || kinds.includes(kind))
    .map((kind) => ({ name: kind, id: null }))
}

const idOf = ({ name, id }: SeriesKey) => JSON.stringify([name, id])
const names: readonly string[] = KINDS
/** Kinds in their order, everything else by name. */
const orderOf = ({ name }: SeriesKey) => names.indexOf(name ?? '')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
/** No time of the archive is later than the year 9999. */
const hourOf = (time: number) => new Date(Math.min(time, Date.UTC(9999, 11, 31, 23))).toISOString().slice(0, 13)
const timeOf = (row: CountRow | undefined) => (row ? `${row.start}:00:00.000Z` : null)
