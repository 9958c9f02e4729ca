/** Hooks: the fields of a new one, and the reads and writes that routes and forms share. */
import type { Context } from 'hono'
import { z } from 'zod'
import { invalid } from '../../failure.ts'
import { createHook, hookOf, removeHook } from '../../hooks/hooks.ts'
import type { Position } from '../../store/hooks/hooks.ts'
import { namesExist } from '../../store/read/name-exists.ts'
import type { App } from '../context.ts'
import { type Filters, filtersSchema } from '../json/hook-json.ts'
import { refuseUnknown } from '../request/change-filter.ts'
import { cursorKey } from '../request/list.ts'
import { line, webAddress } from '../request/values.ts'

/** The fields that a hook has when it is created and when it is changed. */
export const hookFields = {
  description: line(500).optional(),
  filters: filtersSchema.optional(),
  since: z.string().max(500).optional().meta({
    description: 'A cursor of /v1/changes: the hook receives the changes recorded after it; `now`: those recorded from now on',
  }),
}

export const newHook = { url: webAddress, ...hookFields }

/** The position in the feed that a request names. Throws Failure invalid. */
export function positionOf(since: string | undefined): Position | undefined {
  if (since === undefined || since === 'now') return since
  const [position] = cursorKey('feed', since, 'id') ?? []
  if (position === undefined) throw invalid('since', 'expected a cursor of /v1/changes, or now')
  return position
}

/** The filters as they are stored. Throws Failure invalid where they name what the archive does not have. */
export async function storedFilters({ var: { store } }: Context<App>, filters: Filters): Promise<string> {
  const [names] = await namesExist(store, filters)
  refuseUnknown(filters, names, 'filters')
  return JSON.stringify(filters)
}

/** Creates a hook and returns it with its secret, which is shown only then. Throws Failure: invalid, conflict. */
export async function makeHook(c: Context<App>, given: z.output<z.ZodObject<typeof newHook>>) {
  const { url, description = null, filters = {}, since } = given
  const now = new Date(c.var.clock()).toISOString()
  return createHook(
    c.var.store,
    { url, description, filters: await storedFilters(c, filters), position: positionOf(since) ?? 'now', now },
    c.var.config.privateHooks === true,
  )
}

/** Throws Failure not_found. */
export const hookAt = (c: Context<App>, id: number) => hookOf(c.var.store, id)

/** Removes a hook and its log. Throws Failure not_found. */
export const withoutHook = (c: Context<App>, id: number) => removeHook(c.var.store, id)
