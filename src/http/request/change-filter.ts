/** The filters of changes: as a query has them, as the store takes them, and applied to changes at hand. */
import { z } from 'zod'
import { KINDS, type Kind } from '../../core/changes/change.ts'
import { isTold } from '../../core/changes/weight.ts'
import { invalid } from '../../failure.ts'
import type { ChangeFilter } from '../../store/read/change-filter.ts'
import { isOfFurniture } from '../../store/read/change-view.ts'
import type { Named } from '../../store/read/name-exists.ts'
import { flag, several, withinShape, words } from './values.ts'
import { verdicts, zoneSchema } from './vocabulary.ts'

/** The filters that a change itself answers when it is recorded. */
const recordedShape = {
  kind: several(KINDS).optional().meta({ description: 'Changes of one of these kinds' }),
  zone: z
    .enum([...zoneSchema.options, 'all'])
    .optional()
    .meta({
      description:
        'The zone of the sentence, or of a removed one its last zone. furniture: changes of credit lines, cross-heads, share ' +
        'buttons and the like, which are left out by default; all: these too, and those that are `technical`',
    }),
  source: words(300).optional().meta({ description: 'A source’s id or name', example: 'Dmitri S. Peskov' }),
  acknowledged: flag.optional().meta({ description: 'Whether the new version acknowledges the change' }),
  disclosed: flag.optional().meta({
    description: 'Only changes that alter what readers had been told, and whether the new version acknowledges them',
  }),
}

/** The filters of the changes of one article. */
export const changeFilterShape = { ...recordedShape, verdict: verdicts.optional() }

/** The filters of the changes of the archive. */
export const archiveFilterShape = { ...changeFilterShape, ...withinShape }

/** The filters of hooks, which receive each change once, when it is recorded: a verdict comes later. */
export const onceFilterShape = { ...recordedShape, ...withinShape }

/** The filters of a query. */
export interface GivenFilter extends Named {
  readonly kind?: ChangeFilter['kinds']
  readonly zone?: ChangeFilter['zone']
  readonly acknowledged?: boolean | undefined
  readonly disclosed?: boolean | undefined
  readonly verdict?: ChangeFilter['verdicts']
}

/** As the store takes it. */
export function changeFilterOf({ kind, zone, source, acknowledged, disclosed, verdict, article, publication }: GivenFilter) {
  return {
    kinds: kind,
    zone,
    source,
    acknowledged,
    disclosed,
    verdicts: verdict,
    ...(article !== undefined && { slug: article }),
    publication,
  }
}

/**
 * Refuses names that the archive does not have, so that a typing mistake never looks like "no results"; `known` is the row of
 * `namesExist`. Throws Failure invalid.
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

/** The part of a change that the filters use. */
interface Filtered {
  readonly kinds: readonly Kind[]
  readonly acknowledged: boolean
  readonly technical: boolean
  readonly before: readonly { readonly zone: string }[]
  readonly after: readonly { readonly zone: string }[]
}

/** The filters by kind, zone and acknowledgment, for changes in memory. */
export function matches({ kind, zone, acknowledged, disclosed }: GivenFilter): (change: Filtered) => boolean {
  return (change) => {
    return (
      (!kind || kind.some((k) => change.kinds.includes(k))) &&
      isInZone(change, zone) &&
      (acknowledged === undefined || change.acknowledged === acknowledged) &&
      (disclosed === undefined || (isTold(change) && change.acknowledged === disclosed))
    )
  }
}

function isInZone(change: Filtered, zone: GivenFilter['zone']): boolean {
  if (zone === 'all') return true
  if (change.technical) return false
  const furniture = isOfFurniture(change)
  if (zone === undefined || furniture) return furniture === (zone === 'furniture')
  return (change.after.length ? change.after : change.before).some((side) => side.zone === zone)
}
