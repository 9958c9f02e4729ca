/** The counts of the last days by kind: the queries, and the points of a series made of their rows. */
import { changeSeries } from '../../reading/change-series.ts'
import { countRows } from '../../store/read/statistics.ts'
import type { Results, Store } from '../../store/store.ts'

/** The most days of the series, and the most rows that are read for it: a row counts one set of kinds on one day. */
const DAYS = 14
const MOST_ROWS = 14 * 100

export const lastDaysQueries = (store: Store) => [countRows(store, { interval: 'day', by: 'kind', limit: MOST_ROWS })] as const

/** The points of the last days that have changes, by day and kind, as `/v1/stats/changes` has them; empty where nothing changed. */
export function lastDays([rows]: Results<ReturnType<typeof lastDaysQueries>>) {
  const [latest] = rows
  if (!latest) return []
  const last = `${latest.start}:00:00.000Z`
  const first = new Date(Date.parse(last) - (DAYS - 1) * 86_400_000).toISOString()
  const within = rows.filter(({ start }) => `${start}:00:00.000Z` >= first)
  const from = `${within.at(-1)?.start ?? latest.start}:00:00.000Z`
  return changeSeries({ interval: 'day', by: 'kind', from, to: last }, within)
}

export type DayPoint = ReturnType<typeof lastDays>[number]
