/** Recognizes the versions that the archive already has, for files that do not say when they were captured. */
import type { Client } from '../../client.ts'
import { normalize, normalizeTitle } from '../../core/text/normalize.ts'
import { contentHash } from '../../store/hash.ts'
import { wrongUsage } from '../exit.ts'
import type { PlannedArticle } from '../input/ingest-plan.ts'
import type { InputFile } from '../input/input-file.ts'
import { ask, askList, orNull } from './api.ts'
import { slugParam } from './article.ts'

interface ArchivedVersion {
  readonly number: number
  readonly title: string | null
  readonly content_hash: string
}

/** The most versions that are looked at. */
const MOST = 1000

/** The headline of the article's latest version; null without one. */
export async function latestTitle(client: Client, slug: string): Promise<string | null> {
  const param = { ...slugParam(slug), number: 'latest' }
  const latest = await orNull(ask(client.v1.articles[':slug'].versions[':number'].$get({ param, query: { claims: 'false' } })))
  return latest?.title ?? null
}

/**
 * The numbers of the versions that the first files already are in the archive, for several files that do not all have captured_at:
 * 1.md, 2.md and 3.md that are sent a second time must not become the fourth to sixth version. The files were sent before if the
 * archive's versions end with the first of them, or have all of them in a row. Throws a Stop if the archive has only some of the
 * files, further up: then captured_at must give their place.
 */
export async function archivedNumbers(client: Client, { slug, versions }: PlannedArticle): Promise<number[]> {
  if (versions.length < 2 || versions.every(({ version }) => version.captured_at !== undefined)) return []
  const archived = await archivedVersions(client, slug)
  const firstDifference = (from: number) => archived.slice(from).findIndex((version, i) => !isSame(version, versions[i]))
  const start = archived.findIndex((_, from) => [-1, versions.length].includes(firstDifference(from)))
  if (start !== -1) return archived.slice(start, start + versions.length).map(({ number }) => number)
  const first = firstDifference(0)
  const other = versions[first]
  if (first > 0 && other !== undefined) {
    throw wrongUsage(
      `${other.path}: the archive has another text of ${slug} in this place; give captured_at in the front matter`,
    )
  }
  return []
}

/** In order of time. */
async function archivedVersions(client: Client, slug: string): Promise<ArchivedVersion[]> {
  const versions = client.v1.articles[':slug'].versions
  const list = await orNull(askList(MOST, (query) => versions.$get({ param: slugParam(slug), query })))
  return list?.data ?? []
}

/** By the hash of the content. A file without a title has that of the version; a version that is withheld shows none. */
function isSame(archived: ArchivedVersion, file: InputFile | undefined): boolean {
  if (file === undefined) return false
  const { title, byline = '', body } = file.version
  const heading = file.titled ? normalizeTitle(title).text : archived.title
  if (heading === null) return false
  const content = { title: heading, byline: normalizeTitle(byline).text || null, body: normalize(body).text }
  return contentHash(content) === archived.content_hash
}
