/** Recording a version: its fields, and the write that a route and a form share. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { ingest, type Outcome } from '../../recording/ingest.ts'
import type { VersionInput } from '../../recording/storable.ts'
import { type About, keepStatements, reportedChanges } from '../../store/idempotency.ts'
import type { App } from '../context.ts'
import { text, time, webAddress } from '../request/values.ts'
import { claimAddress } from './claim-address.ts'

export const newVersion = {
  title: text(2000).meta({ description: 'The headline; "" for a text without one' }),
  byline: text(500).nullable().optional(),
  body: text(),
  url: webAddress.nullable().optional(),
  captured_at: time.nullable().optional(),
  published_at: time.nullable().optional(),
  modified_at: time.nullable().optional(),
}

/** The status of the answer about an outcome. */
export const statusOf = (outcome: Outcome) => (outcome.outcome === 'created' ? 201 : 200)

/** Records a version, or a check where the text is that of the version before it. Throws Failure as `ingest` does, and conflict. */
export function recordVersion(
  c: Context<App>,
  slug: string,
  given: z.output<z.ZodObject<typeof newVersion>>,
): Promise<Outcome> {
  const now = new Date(c.var.clock()).toISOString()
  const kept = (result: Outcome) => keepStatements(c.var.keep(statusOf(result), aboutOf(result)), now)
  return claimAddress(c, slug, given.url, (first) => ingest(c.var.store, slug, versionGiven(given), now, kept, first))
}

/** The version of these fields. */
export const versionGiven = (given: z.output<z.ZodObject<typeof newVersion>>): VersionInput => ({
  title: given.title,
  byline: given.byline ?? null,
  body: given.body,
  url: given.url ?? null,
  capturedAt: given.captured_at ?? null,
  publishedAt: given.published_at ?? null,
  modifiedAt: given.modified_at ?? null,
})

/** The subject of the answer about an outcome. */
export function aboutOf(outcome: Outcome): About {
  if (outcome.outcome === 'unchanged') {
    const { slug, number, checkedAt } = outcome
    return { of: 'check', slug, number, checkedAt }
  }
  const { slug, number } = outcome.version
  return { of: 'version', slug, number, changes: reportedChanges(outcome.changes) }
}
