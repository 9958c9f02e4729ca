/** The names of what happened to a claim on its lane: the kinds of a change, or whose place the claim took. */
import { byWeight } from '../../core/changes/weight.ts'
import type { LaneChangeJson } from '../../http/json/stories/lanes-json.ts'
import { brief } from '../../http/words/change-in-words.ts'
import { shortened } from '../../http/words/counts.ts'
import { labelOf } from '../../http/words/kinds-in-words.ts'
import { address } from '../addresses.ts'
import { becameText, tookThePlace } from '../words/figure-words.ts'
import { type Grid, isMarked, type LaneOf } from './grid.ts'

/** The labels of the claims that a page knows, by number. */
export type Names = ReadonlyMap<number, string>

export const namesOf = (lanes: readonly LaneOf[]): Names => new Map(lanes.map(({ number, label }) => [number, label]))

/** How much room the label of a mark has: about the width of all columns, the mark, and a character, in pixels. */
const ROOM = { columns: 800, mark: 16, character: 6.2 }
/** With less room than this, in characters, the name of a newer claim would tell nothing. */
const LEAST_NAME = 24
/** The most characters of a claim's name in a row of another. */
const MOST_NAME = 48

/** “softened, date changed”, or “took the place of “Kremlin studying proposal””. */
export function eventText(change: LaneChangeJson, lane: { readonly number: number }, names: Names): string {
  if (isMarked(change, lane))
    return byWeight(change.kinds)
      .map((kind) => labelOf(kind, change.detail).toLowerCase())
      .join(', ')
  const older = change.before.filter((number) => number !== lane.number)
  return tookThePlace(older.map((number) => shortened(names.get(number) ?? '', MOST_NAME)))
}

/** Words beside a mark, as many as there is room for up to the next one; a bracket over several lanes is named once. */
export function besides(change: LaneChangeJson, lane: LaneOf, grid: Grid, names: Names): string {
  const bracket = change.kinds.some((kind) => kind === 'split' || kind === 'merged')
  if (bracket && Math.min(...change.before, ...change.after) !== lane.number) return ''
  const here = grid.at(change.to)
  const next = Math.min(1, ...lane.changes.map(({ to }) => grid.at(to)).filter((x) => x > here + 1e-9))
  const room = Math.floor(((next - here) * ROOM.columns - ROOM.mark) / ROOM.character)
  if (room < 4) return ''
  const text = brief(change)
  if (text !== null || !change.kinds.includes('superseded')) return shortened(text ?? '', room)
  const newer = change.after.filter((number) => !change.before.includes(number)).flatMap((number) => names.get(number) ?? [])
  return newer.length === 0 || room < LEAST_NAME ? '' : becameText(newer[0] ?? '', room)
}

/** Where a change of a lane is shown: between its versions. A change across withheld versions has no place of its own there. */
export const changeAddress = ({ id, from, to }: LaneChangeJson, slug: string): string =>
  `${address.compare(slug, from, to)}${id === null ? '' : `#change-${id}`}`
