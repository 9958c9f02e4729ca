/** Hooks: the fields of a new one, and the reads and writes that routes and forms share. */
import type { Context } from 'hono'
import { z } from 'zod'
import { invalid } from '../../failure.ts'
import { changeHook, createHook, hookOf, hookSecret, removeHook } from '../../hooks/hooks.ts'
import { hookRows, type Position } from '../../store/hooks/hooks.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import type { App } from '../context.ts'
import { deliveredShape, type Filters, filtersSchema } from '../json/hook-json.ts'
import { refuseUnknown } from '../request/change-filter.ts'
import { cursorKey } from '../request/list.ts'
import { line, webAddress } from '../request/values.ts'

/** The fields that a hook has when it is created and when it is changed. */
const hookFields = {
  format: deliveredShape.format.optional(),
  every: deliveredShape.every.optional(),
  at: deliveredShape.at.optional(),
  description: line(500).optional(),
  filters: filtersSchema.optional(),
  since: z.string().max(500).optional().meta({
    description: 'A cursor of /v1/changes: the hook receives the changes recorded after it; `now`: those recorded from now on',
  }),
}

export const newHook = { url: webAddress, ...hookFields }

export const changedHook = { url: webAddress.optional(), ...hookFields, enabled: z.boolean().optional() }

/** The position in the feed that a request names. Throws Failure invalid. */
function positionOf(since: string | undefined): Position | undefined {
  if (since === undefined || since === 'now') return since
  const [position] = cursorKey('feed', since, 'id') ?? []
  if (position === undefined) throw invalid('since', 'expected a cursor of /v1/changes, or now')
  return position
}

/**
 * The filters as they are stored. Throws Failure invalid where they name an article or a source that the archive does not have. A
 * publication may be one to come.
 */
async function storedFilters({ var: { store } }: Context<App>, filters: Filters): Promise<string> {
  const { article, source } = filters
  const [names] = await namesExist(store, { article, source })
  refuseUnknown({ article, source }, names, 'filters')
  return JSON.stringify(filters)
}

/** Creates a hook and returns it with its secret, which is shown only then. Throws Failure: invalid, conflict. */
export async function makeHook(c: Context<App>, given: z.output<z.ZodObject<typeof newHook>>) {
  const { url, format = 'standard', every = 'write', at = '08:00', description = null, filters = {}, since } = given
  const now = new Date(c.var.clock()).toISOString()
  return createHook(
    c.var.store,
    {
      url,
      format,
      every,
      at,
      description,
      filters: await storedFilters(c, filters),
      position: positionOf(since) ?? 'now',
      now,
      bits: c.var.secretBits(),
      kept: c.var.keep(201, { of: 'form' }),
    },
    c.var.config.privateHooks === true,
  )
}

/** The secret of the hook that this request made, or made when it was sent before; null: there is no such hook any more. */
export async function madeHookSecret(c: Context<App>): Promise<string | null> {
  const secret = hookSecret(c.var.secretBits())
  const [row] = await hookRows(c.var.store, { secret, limit: 1 })
  return row ? secret : null
}

/** Throws Failure not_found. */
export const hookAt = (c: Context<App>, id: number) => hookOf(c.var.store, id)

/** Removes a hook and its log. Throws Failure not_found. */
export const withoutHook = (c: Context<App>, id: number) =>
  removeHook(c.var.store, id, new Date(c.var.clock()).toISOString(), c.var.keep(200, { of: 'form' }))

/** Changes the fields of a hook that are given and returns it. Throws Failure: not_found, invalid. */
export async function patchHook(c: Context<App>, id: number, given: z.output<z.ZodObject<typeof changedHook>>) {
  const { since, enabled, filters, ...fields } = given
  return changeHook(c.var.store, id, {
    ...fields,
    filters: filters && (await storedFilters(c, filters)),
    position: positionOf(since),
    enabled: enabled === false ? `Disabled with the token "${c.var.caller?.name}".` : enabled,
    now: new Date(c.var.clock()).toISOString(),
    anywhere: c.var.config.privateHooks === true,
    kept: c.var.keep(200, { of: 'form' }),
  })
}
