/** Withholding a version and showing it again: the fields, and the writes that routes and forms share. */
import type { Context } from 'hono'
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { erasureOf } from '../../store/erase/erasures.ts'
import { versionState } from '../../store/read/versions.ts'
import { withhold } from '../../store/write/withholdings.ts'
import type { App } from '../context.ts'
import { foundVersion } from '../request/article-path.ts'
import { text } from '../request/values.ts'

export const withholding = { reason: text(2000).pipe(z.string().trim().min(1, 'is empty')) }

/**
 * Withholds a version for a reason; `null` shows it again. A version that is withheld for that reason stays as it is. Throws Failure: not_found,
 * conflict where it was erased.
 */
export async function withholdVersion(c: Context<App>, slug: string, number: number, reason: string | null) {
  const version = foundVersion(await versionState(c.var.store, slug, number), slug, number)
  if (reason === null && (await erasureOf(c.var.store, version.id)))
    throw new Failure('conflict', `Version ${number} of "${slug}" was erased: it stays withheld.`)
  if (reason !== version.withheld)
    await withhold(c.var.store, version, reason, new Date(c.var.clock()).toISOString(), c.var.keep(303, { of: 'form' }))
  return version
}
