/** The small picture of a story: how the claims that changed ran through its versions. */
import type { CertaintyLevel } from '../core/article.ts'
import type { Kind } from '../core/changes/change.ts'
import { kindsOfMask } from '../store/sql/kind-mask.ts'
import { timeAt } from '../store/sql/position.ts'
import { stretchesOf } from './stretches.ts'

export interface PictureLane {
  /** The claim's number. */
  readonly number: number
  /** `to`: the version after the last one of the stretch; null: it reaches the last version. */
  readonly stretches: readonly { readonly from: number; readonly to: number | null; readonly level: CertaintyLevel }[]
  /** `before` has the claim's number where it stood before the change. */
  readonly changes: readonly { readonly kinds: readonly Kind[]; readonly to: number; readonly before: readonly number[] }[]
}

export interface StoryPicture {
  /** The numbers of all versions, in order. */
  readonly versions: readonly number[]
  /** When the first and the last version that are shown were captured; null: none is. */
  readonly span: readonly [first: string, last: string] | null
  readonly lanes: readonly PictureLane[]
}

type PackedVersion = [number: number, place: string, withheld: 0 | 1]
type PackedClaim = [
  number: number,
  wordings: [fromPlace: string, untilPlace: string | null, level: CertaintyLevel][],
  changes: [mask: number, to: number, stood: 0 | 1][],
]

/** The picture of a row of stories. */
export function pictureOf(row: { readonly pictureVersions: string; readonly pictureClaims: string }): StoryPicture {
  const packed = JSON.parse(row.pictureVersions) as PackedVersion[]
  const versions = packed.map(([number, place, withheld]) => ({ number, place, withheld: withheld ? '' : null }))
  const shown = versions.filter(({ withheld }) => withheld === null)
  const [first, last] = [shown[0], shown.at(-1)]
  const lanes = (JSON.parse(row.pictureClaims) as PackedClaim[]).map(([number, wordings, changes]): PictureLane => {
    const worded = wordings.map(([fromPlace, untilPlace, level]) => ({ fromPlace, untilPlace, level }))
    return {
      number,
      stretches: stretchesOf(worded, versions).map(({ from, to, wording }) => ({ from, to, level: wording.level })),
      changes: changes.map(([mask, to, stood]) => ({ kinds: kindsOfMask(mask), to, before: stood ? [number] : [] })),
    }
  })
  return {
    versions: versions.map(({ number }) => number),
    span: first && last ? [timeAt(first.place), timeAt(last.place)] : null,
    lanes: lanes.filter((lane) => lane.stretches.length > 0 && lane.changes.length > 0),
  }
}
