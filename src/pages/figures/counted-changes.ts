/** Changes as counts: how many of each kind, and how many were disclosed. Those that are no edits of the story do not count. */

import type { ChangeJson } from '../../http/words/change-in-words.ts'
import { countsOf } from '../../reading/lanes.ts'
import { isAside } from '../../store/read/change-view.ts'

export function countedChanges(all: readonly ChangeJson[]) {
  const { kinds, told, disclosed } = countsOf(all.filter((change) => !isAside(change)))
  return { changes: kinds, told, disclosed }
}
