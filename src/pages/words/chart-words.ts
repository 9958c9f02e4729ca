/** The words of the charts of the front page. */
import { counted } from './counts.ts'
import { dayOf, isoDay } from './times.ts'

const UNITS = { day: 'by day', week: 'by week' } as const
export type ChartUnit = keyof typeof UNITS

export const CHART = {
  titles: { day: 'Changes by day', week: 'Changes by week' },
  about: (unit: ChartUnit) =>
    `A bar a ${unit}, as high as the changes that its versions brought, each counted for its weightiest kind; new claims are left out. The rule under a bar is as long as the part of them that the article disclosed. A bar leads to its changes.`,
  heads: { day: 'Day', week: 'Week' },
  all: 'All',
  disclosed: 'Disclosed',
  key: 'A rule under a bar: disclosed, as far as it goes.',
  span: (first: string, last: string, unit: ChartUnit) =>
    isoDay(first) === isoDay(last)
      ? `${dayOf(first, { year: true })}.`
      : `${dayOf(first)} to ${dayOf(last, { year: true })}, ${UNITS[unit]}.`,
  bar: (period: string, changes: number, disclosed: number) =>
    `${period}: ${counted(changes, 'change')}, ${disclosed === 0 ? 'none' : disclosed === changes ? 'all' : disclosed} disclosed`,
} as const

/** "12 March", of a week "10 March to 16 March". */
export const periodText = (from: string, to: string): string => (from === to ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`)
