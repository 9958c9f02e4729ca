/** Erasing a withheld version: the fields, and the write. */
import type { Context } from 'hono'
import { z } from 'zod'
import { erase } from '../../recording/erase.ts'
import { versionState } from '../../store/read/versions.ts'
import type { App } from '../context.ts'
import { foundVersion } from '../request/article-path.ts'
import { text } from '../request/values.ts'

const words = text(2000).pipe(z.string().trim().min(1, 'is empty'))

export const erasure = {
  reason: words.meta({ description: 'Why, as the log keeps it' }),
  ordered_by: words.meta({ description: 'Who ordered it: a court, an authority, the person that the text is about' }),
}

/** Erases the text of a version, and then its raw bytes. Throws Failure: not_found, conflict, busy. */
export async function eraseVersion(
  c: Context<App>,
  slug: string,
  number: number,
  order: { reason: string; ordered_by: string },
) {
  const { store, clock, caller, raw } = c.var
  const version = foundVersion(await versionState(store, slug, number), slug, number)
  const made = await erase(store, version, {
    reason: order.reason,
    orderedBy: order.ordered_by,
    erasedBy: caller?.name ?? '',
    at: new Date(clock()).toISOString(),
  })
  for (const name of made.raw) await raw?.remove(name)
  return { slug: version.slug, made }
}
