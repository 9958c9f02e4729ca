/** Sending planned articles to the archive, version by version, and telling what changed. */
import { ask, post, Refused } from './ask.ts'
import type { ChangeAnswer } from './change-lines.ts'
import type { Connection } from './connection.ts'
import type { Manuscript } from './manuscript.ts'
import type { PlannedArticle } from './plan.ts'

/** What became of one file. */
export interface Sent {
  readonly file: string
  readonly slug: string
  readonly outcome: 'created' | 'unchanged'
  readonly version: { readonly number: number; readonly captured_at: string }
  readonly changes: readonly ChangeAnswer[]
}

type IngestAnswer = Pick<Sent, 'outcome' | 'version'> & { readonly changes?: readonly ChangeAnswer[] }

/** Sends one article's versions in order, creating the article if the archive has none by that slug. Yields as each is
 * recorded; throws a Stop that names the file. */
export async function* sendArticle(request: Connection, article: PlannedArticle): AsyncGenerator<Sent> {
  for (const manuscript of article.versions) {
    try {
      const { outcome, version, changes = [] } = await sendVersion(request, article, manuscript)
      yield { file: manuscript.path, slug: article.slug, outcome, version, changes }
    } catch (error) {
      if (error instanceof Refused) throw new Refused(error.status, `${manuscript.path}: ${error.message}`)
      throw error
    }
  }
}

/** The version is posted before the article is created, so that a version which the archive refuses leaves no empty article. */
async function sendVersion(request: Connection, article: PlannedArticle, manuscript: Manuscript): Promise<IngestAnswer> {
  const path = `/v1/articles/${encodeURIComponent(article.slug)}/versions`
  try {
    return await ask<IngestAnswer>(request, path, post(manuscript.version))
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error
  }
  const { slug, title, publication, url } = article
  await ask(request, '/v1/articles', post({ slug, title, ...(publication && { publication }), ...(url && { url }) }))
  return ask<IngestAnswer>(request, path, post(manuscript.version))
}
