/** What the archive already holds of an article, for files that do not say enough about themselves. */
import { normalize, normalizeTitle } from '../../core/text/normalize.ts'
import { wrongUsage } from '../exit.ts'
import type { PlannedArticle } from '../input/ingest-plan.ts'
import type { InputFile } from '../input/input-file.ts'
import { ask, askList, Refused } from './api.ts'
import type { Connection } from './connection.ts'

export interface ArchivedVersion {
  readonly number: number
  readonly title: string
  readonly byline: string | null
  readonly body: string
}

/** The headline of the article's latest version, or null if the archive has none. */
export async function latestTitle(request: Connection, slug: string): Promise<string | null> {
  const latest = await orNull(ask<ArchivedVersion>(request, `${versionsPath(slug)}/latest`))
  return latest?.title ?? null
}

/**
 * The held version of each leading file, for files without captured_at: nothing else says that 1.md, 2.md and 3.md, sent a
 * second time, are not the fourth to sixth version. Files that were sent before are those that end the archive's sequence, or
 * all of them if they stand in it anywhere. Throws a Stop if only some do, further up: then captured_at must tell their place.
 */
export async function archivedBefore(
  request: Connection,
  { slug, versions }: PlannedArticle,
): Promise<(ArchivedVersion | null)[]> {
  if (versions.length < 2 || versions.every(({ version }) => version.captured_at !== undefined)) return []
  const held = await heldVersions(request, slug)
  const differsAt = (from: number) => held.slice(from).findIndex((one, i) => !same(one, versions[i]))
  const start = held.findIndex((_, from) => [-1, versions.length].includes(differsAt(from)))
  if (start !== -1) return held.slice(start, start + versions.length)
  const first = differsAt(0)
  const other = versions[first]
  if (first > 0 && other !== undefined) {
    throw wrongUsage(`${other.path}: the archive has another text of ${slug} there; say captured_at in its front matter`)
  }
  return []
}

/** In order of time; null for one that is withheld. */
async function heldVersions(request: Connection, slug: string): Promise<(ArchivedVersion | null)[]> {
  const list = await orNull(askList<{ readonly number: number }>(request, versionsPath(slug), new URLSearchParams(), 1000))
  const held: (ArchivedVersion | null)[] = []
  for (const { number } of list?.data ?? []) {
    held.push(await orNull(ask<ArchivedVersion>(request, `${versionsPath(slug)}/${number}?claims=false`)))
  }
  return held
}

function same(held: ArchivedVersion | null, manuscript: InputFile | undefined): boolean {
  if (held === null || manuscript === undefined) return false
  const { title, byline = '', body } = manuscript.version
  return (
    (!manuscript.titled || held.title === normalizeTitle(title).text) &&
    (held.byline ?? '') === normalizeTitle(byline).text &&
    held.body === normalize(body).text
  )
}

export function versionsPath(slug: string): string {
  return `/v1/articles/${encodeURIComponent(slug)}/versions`
}

/** null where the archive has no such thing, or withholds it. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refused && (error.status === 404 || error.status === 410)) return null
    throw error
  }
}
