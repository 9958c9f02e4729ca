/** Sending planned articles to the archive, version by version, and telling what changed. */

import { wrongUsage } from '../exit.ts'
import type { PlannedArticle } from '../input/ingest-plan.ts'
import type { InputFile } from '../input/input-file.ts'
import type { ChangeAnswer } from '../output/change-lines.ts'
import { ask, post, Refused } from './api.ts'
import { archivedBefore, latestTitle, orNull, versionsPath } from './archived-versions.ts'
import type { Connection } from './connection.ts'

/** What became of one file. */
export interface Sent {
  readonly file: string
  readonly slug: string
  readonly outcome: 'created' | 'unchanged'
  readonly version: { readonly number: number }
  readonly changes: readonly ChangeAnswer[]
}

type IngestAnswer = Pick<Sent, 'outcome' | 'version'> & { readonly changes?: readonly ChangeAnswer[] }

/** Sends one article's versions in order, creating the article if the archive has none by that slug. A file without a title keeps
 * the headline of the version before it. Yields as each is recorded; throws a Stop that names the file. */
export async function* sendArticle(request: Connection, article: PlannedArticle): AsyncGenerator<Sent> {
  const { slug, versions } = article
  await refuseAnothers(request, article)
  const held = await archivedBefore(request, article)
  let headline: string | null = versions.every(({ titled }) => titled) ? null : await latestTitle(request, slug)
  for (const [i, manuscript] of versions.entries()) {
    const file = manuscript.path
    const before = held[i]
    if (before) {
      yield { file, slug, outcome: 'unchanged', version: { number: before.number }, changes: [] }
      continue
    }
    const title = manuscript.titled ? manuscript.version.title : (headline ?? manuscript.version.title)
    headline = title
    try {
      const { outcome, version, changes = [] } = await sendVersion(request, article, { ...manuscript.version, title })
      yield { file, slug, outcome, version, changes }
    } catch (error) {
      if (error instanceof Refused) throw new Refused(error.status, `${file}: ${error.message}`)
      throw error
    }
  }
}

/** Two stories may have one title: the article of another publication is not silently gone on with. */
async function refuseAnothers(request: Connection, { slug, publication, versions }: PlannedArticle): Promise<void> {
  if (publication === null) return
  const held = await orNull(ask<{ readonly publication: string | null }>(request, `/v1/articles/${encodeURIComponent(slug)}`))
  if (!held?.publication || held.publication === publication) return
  throw wrongUsage(
    `${versions[0]?.path}: the article ${slug} is of "${held.publication}", not of "${publication}"; give --slug for another article`,
  )
}

/** The version is posted before the article is created, so that a version which the archive refuses leaves no empty article. */
async function sendVersion(request: Connection, article: PlannedArticle, version: InputFile['version']): Promise<IngestAnswer> {
  const path = versionsPath(article.slug)
  try {
    return await ask<IngestAnswer>(request, path, post(version))
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error
  }
  const { slug, title, publication, url } = article
  await ask(request, '/v1/articles', post({ slug, title, ...(publication && { publication }), ...(url && { url }) }))
  return ask<IngestAnswer>(request, path, post(version))
}
