/** Sends planned articles to the archive, version by version. */
import type { Client } from '../../client.ts'
import type { Change, IngestOutcome } from '../answers.ts'
import { wrongUsage } from '../exit.ts'
import type { PlannedArticle } from '../input/ingest-plan.ts'
import type { InputFile } from '../input/input-file.ts'
import { ask, orNull, Refused } from './api.ts'
import { archivedNumbers, latestTitle } from './archived-versions.ts'
import { slugParam } from './article.ts'

/** The outcome of one file. */
export interface Sent {
  readonly file: string
  readonly slug: string
  readonly outcome: 'created' | 'unchanged'
  readonly version: { readonly number: number }
  readonly changes: readonly Change[]
}

/**
 * Sends one article's versions in order, and creates the article if the archive does not have it. A file without a title gets the
 * headline of the version before it. Yields after each version is recorded; throws a Stop that names the file.
 */
export async function* sendArticle(client: Client, article: PlannedArticle): AsyncGenerator<Sent> {
  const { slug, versions } = article
  await refuseOtherPublication(client, article)
  const archived = await archivedNumbers(client, article)
  let headline: string | null = versions.every(({ titled }) => titled) ? null : await latestTitle(client, slug)
  for (const [i, { path: file, titled, version: input }] of versions.entries()) {
    const number = archived[i]
    if (number !== undefined) {
      yield { file, slug, outcome: 'unchanged', version: { number }, changes: [] }
      continue
    }
    const title = titled ? input.title : (headline ?? input.title)
    headline = title
    try {
      const { outcome, version, changes } = await sendVersion(client, article, { ...input, title })
      // The answer to a token that may not read has no changes.
      yield { file, slug, outcome, version, changes: changes ?? [] }
    } catch (error) {
      if (error instanceof Refused) throw new Refused(error.status, `${file}: ${error.message}`)
      throw error
    }
  }
}

/** Two stories may have the same title: a version is not added to the article of another publication. */
async function refuseOtherPublication(client: Client, { slug, publication, versions }: PlannedArticle): Promise<void> {
  if (publication === null) return
  const article = await orNull(ask(client.v1.articles[':slug'].$get({ param: slugParam(slug), query: {} })))
  if (!article?.publication || article.publication === publication) return
  throw wrongUsage(
    `${versions[0]?.path}: the article ${slug} is of "${article.publication}", not of "${publication}"; give --slug for another article`,
  )
}

/** The version is posted before the article is created, so that a version which the archive refuses leaves no empty article. */
async function sendVersion(client: Client, article: PlannedArticle, version: InputFile['version']): Promise<IngestOutcome> {
  const { slug, title, publication, url } = article
  const post = () => ask(client.v1.articles[':slug'].versions.$post({ param: slugParam(slug), query: {}, json: version }))
  try {
    return await post()
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error
  }
  const json = { slug, ...(title && { title }), ...(publication && { publication }), ...(url && { url }) }
  await ask(client.v1.articles.$post({ query: {}, json }))
  return post()
}
