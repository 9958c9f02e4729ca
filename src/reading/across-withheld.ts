/** The changes across versions that are withheld: between the versions on either side of them. */
import { isAside } from '../store/read/change-view.ts'
import type { ChangeView } from '../store/read/changes.ts'
import type { LaneVersionRow } from '../store/read/stories/lanes.ts'
import type { ComparedRow } from '../store/read/versions.ts'
import { changesAcross } from './compare-versions.ts'

export interface Across {
  readonly from: number
  readonly to: number
  /** Without those that are no edits of the story. */
  readonly changes: readonly ChangeView[]
}

/** Only the last places are compared where many versions of a story are withheld. */
export const MOST_COMPARED = 8

/** The places where withheld versions lie between others, in order. `rows` has the versions beside them. */
export function acrossWithheld(versions: readonly LaneVersionRow[], rows: readonly ComparedRow[]): Across[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const shown = versions.flatMap(({ number, withheld }, i) => (withheld === null ? [{ number, i }] : []))
  const gaps = shown.flatMap((after, n) => {
    const before = shown[n - 1]
    const [a, b] = [byNumber.get(before?.number ?? 0), byNumber.get(after.number)]
    return before && a && b && after.i - before.i > 1 ? [{ a, b }] : []
  })
  return gaps.slice(-MOST_COMPARED).map(({ a, b }) => ({
    from: a.number,
    to: b.number,
    changes: changesAcross(a, b).filter((change) => !isAside(change)),
  }))
}

/** The changes as recorded, and between them those across withheld versions, by the version that made them. */
export function inOrderOfVersions(
  recorded: readonly ChangeView[],
  hidden: readonly ChangeView[],
  versions: readonly Pick<LaneVersionRow, 'number'>[],
): readonly ChangeView[] {
  if (hidden.length === 0) return recorded
  const place = new Map(versions.map(({ number }, i) => [number, i]))
  const at = ({ to }: ChangeView) => place.get(to.number) ?? versions.length
  return [...recorded, ...hidden].sort((a, b) => at(a) - at(b))
}
