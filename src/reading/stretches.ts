/** Stretches: versions that follow one another, in which a claim is told alike. */
import { lowerBound } from '../core/text/lower-bound.ts'
import type { LaneVersionRow, LaneWordingRow } from '../store/read/stories/lanes.ts'

/** The parts of a stretch: from which place to which a claim is told how surely, and by whom. */
interface Worded extends Pick<LaneWordingRow, 'fromPlace' | 'untilPlace' | 'level'> {
  readonly polarity?: LaneWordingRow['polarity']
  readonly sourceId?: LaneWordingRow['sourceId']
  readonly sourceKind?: LaneWordingRow['sourceKind']
}

type Column = Pick<LaneVersionRow, 'number' | 'place' | 'withheld'>

/** Versions that follow one another, in which a claim is told as surely and by the same source. */
export interface Stretch<Wording extends Worded = LaneWordingRow> {
  readonly from: number
  /** The version that follows the last of them; null: the last of them is the last version. */
  readonly to: number | null
  readonly wording: Wording
}

/** A wording with the indexes of the versions that have it: the first, and the one after the last. */
export interface PlacedWording<Wording extends Worded = LaneWordingRow> {
  readonly wording: Wording
  readonly from: number
  readonly until: number
}

/** The wordings with the versions that have them. */
export function placed<Wording extends Worded>(
  wordings: readonly Wording[],
  versions: readonly Column[],
): PlacedWording<Wording>[] {
  const before = (place: string) => lowerBound(versions, 0, (version) => (version.place < place ? -1 : 0))
  return wordings.map((wording) => ({
    wording,
    from: before(wording.fromPlace),
    until: wording.untilPlace === null ? versions.length : before(wording.untilPlace),
  }))
}

/** The stretches of one claim, whose wordings are in order. A version that is withheld belongs to none. */
export const stretchesOf = <Wording extends Worded>(
  wordings: readonly Wording[],
  versions: readonly Column[],
): Stretch<Wording>[] => stretchesIn(placed(wordings, versions), versions)

/** As `stretchesOf`, of wordings whose versions are known. */
export function stretchesIn<Wording extends Worded>(
  wordings: readonly PlacedWording<Wording>[],
  versions: readonly Column[],
): Stretch<Wording>[] {
  const found: Stretch<Wording>[] = []
  let open: { readonly from: number; readonly wording: Wording } | null = null
  let next = 0
  for (const [i, { number, withheld }] of versions.entries()) {
    while ((wordings[next]?.until ?? Number.POSITIVE_INFINITY) <= i) next++
    const here: PlacedWording<Wording> | undefined = wordings[next]
    const wording: Wording | null = withheld === null && here && here.from <= i ? here.wording : null
    if (open && wording && sameTelling(open.wording, wording)) continue
    if (open) found.push({ ...open, to: number })
    open = wording && { from: number, wording }
  }
  if (open) found.push({ ...open, to: null })
  return found
}

const sameTelling = (a: Worded, b: Worded) =>
  a.level === b.level && a.polarity === b.polarity && a.sourceId === b.sourceId && a.sourceKind === b.sourceKind
