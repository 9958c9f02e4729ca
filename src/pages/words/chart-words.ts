/** The words of the charts of the front page. */
import { counted } from '../../http/words/counts.ts'
import { dayOf, isoDay } from '../../http/words/times.ts'

const UNITS = { day: 'by day', week: 'by week' } as const
export type ChartUnit = keyof typeof UNITS

/** The changes of an interval; those of them that alter what readers had been told; those of these that were disclosed. */
interface IntervalCounts {
  readonly changes: number
  readonly told: number
  readonly disclosed: number
}

/** "none disclosed", "1 disclosed"; of a single change "not disclosed". */
function disclosedIn(told: number, disclosed: number): string {
  if (disclosed === 0) return told === 1 ? 'not disclosed' : 'none disclosed'
  if (disclosed < told) return `${disclosed} disclosed`
  return told === 1 ? 'disclosed' : 'all disclosed'
}

export const CHART = {
  titles: { day: 'Changes by day', week: 'Changes by week' },
  about: (unit: ChartUnit) =>
    `A bar a ${unit}, as high as the changes that its versions brought, each counted for its weightiest kind; new claims are left out. The dark line under a bar is as long as the part of them that the article disclosed in a note. A bar leads to its changes.`,
  heads: { day: 'Day', week: 'Week' },
  all: 'All',
  told: 'Altered what readers had been told',
  disclosed: 'Disclosed',
  key: 'The dark line under a bar is as long as the part of its changes that the article disclosed.',
  span: (first: string, last: string, unit: ChartUnit) =>
    isoDay(first) === isoDay(last)
      ? `${dayOf(first, { year: true })}.`
      : `${dayOf(first)} to ${dayOf(last, { year: true })}, ${UNITS[unit]}.`,
  /** "12 March: 5 changes; 3 altered what readers had been told, 1 disclosed". */
  bar: (period: string, { changes, told, disclosed }: IntervalCounts) =>
    `${period}: ${counted(changes, 'change')}; ${told === 0 ? 'none' : told} altered what readers had been told${told === 0 ? '' : `, ${disclosedIn(told, disclosed)}`}`,
} as const

/** "12 March", of a week "10 March to 16 March". */
export const periodText = (from: string, to: string): string => (from === to ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`)
