/** The columns of a figure: the versions of a story, of equal width, in order. */
import type { CertaintyLevel } from '../../core/article.ts'
import type { Kind } from '../../core/changes/change.ts'
import type { LaneChangeJson, LaneJson, LanesJson, LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { type Markup, raw } from '../markup.ts'

export interface Grid {
  readonly versions: readonly LaneVersionJson[]
  /** Where the column of a version begins, as a part of the width; null: where the last one ends. */
  at(number: number | null): number
  /** Whether all versions from one to another, the other not included, are withheld. */
  hidden(from: number, to: number): boolean
  /** How many claims began in a version; null: the figure does not tell. */
  readonly begun: ReadonlyMap<number, number> | null
}

/** More versions than these have narrow columns, dense rows and a table of changes. */
export const MANY_VERSIONS = 12
/** Marks have words beside them up to so many versions. */
export const MOST_NAMED = 8

/** Where the columns of versions begin, by their numbers in order. */
export function columnsOf(numbers: readonly number[]): Grid['at'] {
  const index = new Map(numbers.map((number, i) => [number, i]))
  return (number) => (number === null ? 1 : (index.get(number) ?? numbers.length) / numbers.length)
}

export function gridOf(versions: readonly LaneVersionJson[], totals: LanesJson['totals'] | null = null): Grid {
  const index = new Map(versions.map(({ number }, i) => [number, i]))
  return {
    versions,
    begun: totals && new Map(totals.begun.map(({ version, claims }) => [version, claims])),
    at: columnsOf(versions.map(({ number }) => number)),
    hidden: (from, to) => versions.slice(index.get(from), index.get(to)).every(({ withheld }) => withheld !== null),
  }
}

/** At how many places withheld versions lie between others. */
export const gapsIn = ({ versions }: Grid): number => {
  const shown = versions.flatMap(({ withheld }, i) => (withheld === null ? [i] : []))
  return shown.filter((i, n) => n > 0 && i - (shown[n - 1] ?? 0) > 1).length
}

/** A claim with its changes instead of their indexes. */
export interface LaneOf extends Omit<LaneJson, 'changes'> {
  readonly changes: readonly LaneChangeJson[]
}

export const lanesIn = ({ claims, changes }: Pick<LanesJson, 'claims' | 'changes'>): LaneOf[] =>
  claims.map((claim) => ({ ...claim, changes: claim.changes.flatMap((i) => changes[i] ?? []) }))

/** Whether a claim only stands: nothing happened to it since it was first told. */
export const isStill = ({ changes }: { readonly changes: readonly unknown[] }): boolean => changes.length === 0

/** Whether a change has a mark on a lane: not where the lane is that of the newer claim of an overtaken one. */
export const isMarked = (
  change: { readonly kinds: readonly Kind[]; readonly before: readonly number[] },
  { number }: { readonly number: number },
): boolean => !change.kinds.includes('superseded') || change.before.includes(number)

export const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`

const THICKNESS: Record<CertaintyLevel, number> = { certain: 9, probable: 5, possible: 2, unknown: 9 }

/** A piece of bar, as thick as the claim is sure. */
export function bar(from: number, to: number, level: CertaintyLevel): string {
  const height = THICKNESS[level]
  return `<rect class="c-${level}" x="${percent(from)}" width="${percent(to - from)}" y="${-height / 2}" height="${height}"/>`
}

/** A piece of bar for a legend. */
export const swatch = (level: CertaintyLevel): Markup =>
  raw(
    `<svg class="swatch" width="30" height="12" viewBox="0 -6 30 12" aria-hidden="true"><rect class="c-${level}" x="1" width="28" y="${-THICKNESS[level] / 2}" height="${THICKNESS[level]}"/></svg>`,
  )

/** Versions that follow one another, in which a claim is told as surely; `to`: the one after them, null: they reach the last. */
export interface LevelStretch {
  readonly from: number
  readonly to: number | null
  readonly level: CertaintyLevel
}

/** Stretches of one level that follow one another, as one. */
export function levelStretches(stretches: readonly LevelStretch[]): LevelStretch[] {
  const found: LevelStretch[] = []
  for (const { from, to, level } of stretches) {
    const last = found.at(-1)
    if (last && last.to === from && last.level === level) found[found.length - 1] = { ...last, to }
    else found.push({ from, to, level })
  }
  return found
}

/** The bars of a claim; where it stood again after it was gone, a dotted line connects them. */
export function bars(lane: LaneOf, { at, hidden }: Grid): Markup {
  const stretches = levelStretches(lane.stretches)
  const pieces = stretches.map((stretch, i) => {
    const before = stretches[i - 1]?.to ?? null
    const gone = before !== null && before !== stretch.from && !hidden(before, stretch.from)
    const dots = gone ? `<line class="gone" x1="${percent(at(before))}" x2="${percent(at(stretch.from))}" y1="0" y2="0"/>` : ''
    return dots + bar(at(stretch.from), at(stretch.to), stretch.level)
  })
  return raw(pieces.join(''))
}
