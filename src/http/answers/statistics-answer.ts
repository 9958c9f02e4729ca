/** The counts of the last days and weeks, for charts: the query, and its rows by interval and kind, gaps as zeros. */
import type { Kind } from '../../core/changes/change.ts'
import { byWeight, isTold } from '../../core/changes/weight.ts'
import { type Interval, intervalEnd, intervalStart, intervalStarts } from '../../core/intervals.ts'
import { recentCounts } from '../../store/read/statistics.ts'
import { kindsOfMask } from '../../store/sql/kind-mask.ts'
import type { Results, Store } from '../../store/store.ts'

/** The days of the chart by day, and those of the chart by week: a quarter of a year. */
const DAYS = 14
const WEEK_DAYS = 13 * 7

export const recentQueries = (store: Store) => [recentCounts(store, WEEK_DAYS)] as const

/** How many changes there were, and how many of them the new version acknowledges. */
export interface Counted {
  readonly changes: number
  readonly disclosed: number
}

/** An interval with its counts, as `/v1/stats/changes` has them. */
export interface RecentInterval {
  /** The first and the last day, "2025-03-12". */
  readonly from: string
  readonly to: string
  /** A change of several kinds counts once for each. */
  readonly byKind: ReadonlyMap<Kind, Counted>
  /** A change counts once, for its weightiest kind; as a new claim only where it is nothing else. */
  readonly byWeightiest: ReadonlyMap<Kind, Counted>
  /** The changes that alter what readers had been told, once each. */
  readonly told: Counted
}

type Rows = Results<ReturnType<typeof recentQueries>>

/** The last days that have changes; and the weeks, where changes are older than those days. Empty where there is nothing to show. */
export function recentCharts([rows]: Rows): { days: RecentInterval[]; weeks: RecentInterval[] } {
  const latest = rows.at(-1)
  if (!latest) return { days: [], weeks: [] }
  const earliest = dayAt(timeOf(latest.day) - (DAYS - 1) * 86_400_000)
  const isOlder = (rows[0]?.day ?? '') < earliest
  return {
    days: recent(
      rows.filter(({ day }) => day >= earliest),
      'day',
    ),
    weeks: isOlder ? recent(rows, 'week') : [],
  }
}

function recent(rows: Rows[number], interval: Interval): RecentInterval[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const made = intervalStarts(timeOf(first.day), timeOf(last.day), interval).map((start) => ({
    start,
    from: dayAt(start),
    to: dayAt(intervalEnd(start, interval) - 1),
    byKind: new Map<Kind, Counted>(),
    byWeightiest: new Map<Kind, Counted>(),
    told: { changes: 0, disclosed: 0 },
  }))
  const at = new Map(made.map((one) => [one.start, one]))
  for (const { day, kinds, changes, acknowledged } of rows) {
    const found = at.get(intervalStart(timeOf(day), interval))
    const list = byWeight(kindsOfMask(kinds))
    for (const kind of list) add(found?.byKind, kind, changes, acknowledged)
    const [first] = list.filter((kind) => kind !== 'introduced')
    add(found?.byWeightiest, first ?? 'introduced', changes, acknowledged)
    if (!found || !isTold({ kinds: list })) continue
    found.told.changes += changes
    if (acknowledged === 1) found.told.disclosed += changes
  }
  return made
}

const timeOf = (day: string) => Date.parse(`${day}T00:00:00.000Z`)
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10)

function add(counts: Map<Kind, Counted> | undefined, kind: Kind, more: number, acknowledged: number): void {
  const { changes = 0, disclosed = 0 } = counts?.get(kind) ?? {}
  counts?.set(kind, { changes: changes + more, disclosed: disclosed + (acknowledged === 1 ? more : 0) })
}
