/** Changes as counts: how many of each kind, and how many were disclosed. Furniture does not count. */
import type { Kind } from '../../core/changes/change.ts'
import { isTold } from '../../core/changes/weight.ts'
import { isOfFurniture } from '../../store/read/change-view.ts'
import type { ChangeJson } from '../words/change-in-words.ts'

export function countedChanges(all: readonly ChangeJson[]) {
  const changes = all.filter((change) => !isOfFurniture(change))
  const counts: Partial<Record<Kind, number>> = {}
  for (const kind of changes.flatMap(({ kinds }) => kinds)) counts[kind] = (counts[kind] ?? 0) + 1
  const told = changes.filter(isTold)
  return { changes: counts, told: told.length, disclosed: told.filter(({ acknowledged }) => acknowledged).length }
}
