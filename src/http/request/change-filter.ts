/** The filters of changes: as a query has them, as the store takes them, and applied to changes at hand. */
import { KINDS } from '../../core/changes/change.ts'
import { invalid } from '../../failure.ts'
import type { ChangeFilter } from '../../store/read/change-filter.ts'
import type { Named } from '../../store/read/name-exists.ts'
import { flag, several, withinShape, words } from './values.ts'
import { verdicts, zoneSchema } from './vocabulary.ts'

/** What a row says when it is recorded. */
const recordedShape = {
  kind: several(KINDS).optional().meta({ description: 'Of one of these kinds' }),
  zone: zoneSchema.optional().meta({ description: 'Where the sentence stands (of one that is gone: stood)' }),
  source: words(300).optional().meta({ description: 'A source’s id or name', example: 'Dmitri S. Peskov' }),
  acknowledged: flag.optional().meta({ description: 'Whether the new version says so' }),
}

/** Of the changes of one article. */
export const changeFilterShape = { ...recordedShape, verdict: verdicts.optional() }

/** Of the changes of the archive. */
export const archiveFilterShape = { ...changeFilterShape, ...withinShape }

/** For whoever is told each row once, when it is recorded: a verdict comes later. */
export const onceFilterShape = { ...recordedShape, ...withinShape }

/** What the query gave. */
export interface GivenFilter extends Named {
  readonly kind?: ChangeFilter['kinds']
  readonly zone?: ChangeFilter['zone']
  readonly acknowledged?: boolean | undefined
  readonly verdict?: ChangeFilter['verdicts']
}

/** As the store takes it. */
export function changeFilterOf({ kind, zone, source, acknowledged, verdict, article, publication }: GivenFilter) {
  return {
    kinds: kind,
    zone,
    source,
    acknowledged,
    verdicts: verdict,
    ...(article !== undefined && { slug: article }),
    publication,
  }
}

/**
 * Refuses what a filter names and the archive has not, so that a typing mistake never reads as "no results"; `known` is the row of
 * `knownNames`. Throws Failure invalid.
 */
export function refuseUnknown(
  given: Named,
  known: Readonly<Record<keyof Named, number>> | undefined,
  place: 'query' | 'filters' = 'query',
): void {
  for (const name of ['article', 'source', 'publication'] as const) {
    if (given[name] !== undefined && known?.[name] !== 1)
      throw invalid(`${place}.${name}`, `there is no ${name} "${given[name]}"`)
  }
}

/** As much of a change as the filters look at. */
interface Filtered {
  readonly kinds: readonly string[]
  readonly acknowledged: boolean
  readonly before: readonly { readonly zone: string }[]
  readonly after: readonly { readonly zone: string }[]
}

/** The filters that a change itself answers, on changes at hand. */
export function matches({ kind, zone, acknowledged }: GivenFilter): (change: Filtered) => boolean {
  return (change) => {
    const sides = change.after.length ? change.after : change.before
    return (
      (!kind || kind.some((k) => change.kinds.includes(k))) &&
      (!zone || sides.some((side) => side.zone === zone)) &&
      (acknowledged === undefined || change.acknowledged === acknowledged)
    )
  }
}
