/** The id of an edit: one place of a text that changed between two versions in one way, whatever number of claims stand there. */

interface Place {
  readonly zone: string
  readonly start: number
}

interface EditedRow {
  /** Numbers of the versions; null: the first. */
  readonly from: number | null
  readonly to: number
  readonly kinds: readonly string[]
  readonly before: readonly Place[]
  readonly after: readonly Place[]
  /** The change that the row retracts; null or absent: none. */
  readonly retracts?: number | null
}

/**
 * Returns the same id for the rows of one article that have the same kinds and the same sentences in the same step:
 * `3..4/body@120/body@131/reworded`. A row that retracts another has an id other than that row's.
 */
export function editId({ from, to, kinds, before, after, retracts = null }: EditedRow): string {
  const places = (side: readonly Place[]) => side.map(({ zone, start }) => `${zone}@${start}`).join('+')
  const parts = [`${from ?? ''}..${to}`, places(before), places(after), kinds.join('+')]
  return (retracts === null ? parts : [...parts, 'retracted']).join('/')
}
