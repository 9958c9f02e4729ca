/** The file of one article: what it is, its versions as `POST /v1/ingest` takes them, in the order of recording, and an end. */
import { z } from 'zod'
import type { Client } from '../../client.ts'
import { runningSha256 } from '../../store/hash.ts'
import { endIn, parsedLine } from '../../store/transfer/format.ts'
import { ask, askList, orNull } from '../archive/api.ts'
import { slugParam } from '../archive/article.ts'
import { EXIT, Stop } from '../exit.ts'
import { partsOf } from './export-file.ts'

const headerSchema = z.strictObject({
  claimtrail: z.literal('article'),
  format: z.literal(1),
  slug: z.string(),
  title: z.string().nullable(),
  publication: z.string().nullable(),
  /** Number, status, first and last version, and the sentence. */
  claims: z.array(z.tuple([z.int(), z.string(), z.int().nullable(), z.int().nullable(), z.string()])),
})

type Header = z.infer<typeof headerSchema>

async function claimsOf(client: Client, slug: string): Promise<Header['claims']> {
  const claims = client.v1.articles[':slug'].claims
  const { data } = await askList(Number.POSITIVE_INFINITY, (query) => claims.$get({ param: slugParam(slug), query }))
  return data.map((one) => [one.number, one.status, one.first_version, one.last_version, one.statement.text])
}

/** The text of the file, in pieces. Throws a Stop where a version is withheld, or is no edit of the site. */
export async function* articleText(client: Client, slug: string): AsyncGenerator<string> {
  const { title, publication, version_count } = await ask(
    client.v1.articles[':slug'].$get({ param: slugParam(slug), query: {} }),
  )
  const hash = runningSha256()
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  const header: Header = { claimtrail: 'article', format: 1, slug, title, publication, claims: await claimsOf(client, slug) }
  yield line(header)
  for (let number = 1; number <= version_count; number++) {
    const param = { ...slugParam(slug), number: String(number) }
    const version = await ask(client.v1.articles[':slug'].versions[':number'].$get({ param, query: { claims: 'false' } }))
    if (version.technical)
      throw new Stop(EXIT.archive, `version ${number} is no edit, but read otherwise; export the whole archive`)
    const { byline, body, captured_at, published_at, modified_at, source_url: url } = version
    yield line({ article: slug, title: version.title, byline, body, captured_at, published_at, modified_at, url })
  }
  yield `${JSON.stringify({ end: { rows: { versions: version_count }, sha256: hash.digest() } })}\n`
}

/** The article in a file; null: the file is of something else. Throws a Stop where it is not whole. */
export async function articleIn(
  path: string,
): Promise<{ readonly header: Header; readonly versions: readonly string[] } | null> {
  const hash = runningSha256()
  const lines: string[] = []
  for await (const part of partsOf(path)) {
    if (part.first === 1 && !part.lines[0]?.startsWith('{"claimtrail":"article"')) return null
    lines.push(...part.lines)
  }
  if (lines.length === 0) return null
  const [first = '', ...versions] = lines.slice(0, -1)
  for (const line of lines.slice(0, -1)) hash.update(`${line}\n`)
  try {
    const end = endIn(parsedLine(lines.at(-1) ?? ''))
    const header = headerSchema.safeParse(parsedLine(first))
    if (!header.success) throw new RangeError('it is not the header of an article in format 1')
    if (end?.sha256 !== hash.digest()) throw new RangeError('the end is missing, or the lines before it differ')
    return { header: header.data, versions }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Stop(EXIT.usage, `${path}, line ${lines.length}: ${error.message}; nothing was written`)
  }
}

/**
 * Records an article that the archive does not have, a version after another. Returns the numbers of the claims that differ from those
 * of the file. Throws a Stop.
 */
export async function recordArticle(
  client: Client,
  { header, versions }: NonNullable<Awaited<ReturnType<typeof articleIn>>>,
): Promise<number[]> {
  const { slug, title, publication, claims } = header
  const known = await orNull(ask(client.v1.articles[':slug'].$get({ param: slugParam(slug), query: {} })))
  if (known) throw new Stop(EXIT.archive, `the archive has an article ${slug}; an article is restored where there is none`)
  await ask(
    client.v1.articles.$post({ query: {}, json: { slug, ...(title && { title }), ...(publication && { publication }) } }),
  )
  for (const version of versions) {
    const json = JSON.parse(version) as Parameters<Client['v1']['articles'][':slug']['versions']['$post']>[0]['json'] & {
      article?: string
    }
    delete json.article
    await ask(client.v1.articles[':slug'].versions.$post({ param: slugParam(slug), query: {}, json }))
  }
  const found = new Map((await claimsOf(client, slug)).map((claim) => [claim[0], JSON.stringify(claim)]))
  const given = new Map(claims.map((claim) => [claim[0], JSON.stringify(claim)]))
  return [...new Set([...found.keys(), ...given.keys()])].filter((number) => found.get(number) !== given.get(number))
}
