/** Changes as counts: how many of each kind, and how many were disclosed. Furniture does not count. */
import { countsOf } from '../../reading/lanes.ts'
import { isOfFurniture } from '../../store/read/change-view.ts'
import type { ChangeJson } from '../words/change-in-words.ts'

export function countedChanges(all: readonly ChangeJson[]) {
  const { kinds, told, disclosed } = countsOf(all.filter((change) => !isOfFurniture(change)))
  return { changes: kinds, told, disclosed }
}
