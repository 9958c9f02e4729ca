/** The file of one article: read, and recorded anew. */
import { z } from 'zod'
import type { Client } from '../../client.ts'
import { contentHash, runningSha256 } from '../../store/hash.ts'
import { type ArticleHeader, articleHeaderSchema } from '../../store/transfer/article-lines.ts'
import { endIn, parsedLine } from '../../store/transfer/format.ts'
import { ask, askText, orNull } from '../archive/api.ts'
import { slugParam } from '../archive/article.ts'
import { EXIT, Stop } from '../exit.ts'
import { partsOf } from './export-file.ts'

/** An article in a file. */
export interface ArticleFile {
  readonly header: ArticleHeader
  readonly versions: readonly string[]
}

/** The article in a file; null: the file is of something else. Throws a Stop where it is not whole, or a text does not match its hash. */
export async function articleIn(path: string): Promise<ArticleFile | null> {
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
    const header = articleHeaderSchema.safeParse(parsedLine(first))
    if (!header.success) throw new RangeError('it is not the header of an article in format 1')
    if (end?.sha256 !== hash.digest()) throw new RangeError('the end is missing, or the lines before it differ')
    if (versions.map(hashOf).join() !== hashesOf(header.data).join())
      throw new RangeError('a version does not match its hash in the header')
    return { header: header.data, versions }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Stop(EXIT.usage, `${path}, line ${lines.length}: ${error.message}; nothing was written`)
  }
}

const textSchema = z.object({ title: z.string(), byline: z.string().nullable(), body: z.string() })

/** The hash of the content of a version; null: the line is none. */
function hashOf(line: string): string | null {
  const text = textSchema.safeParse(parsedLine(line))
  return text.success ? contentHash(text.data) : null
}

const hashesOf = ({ versions }: ArticleHeader) => versions.map(([content]) => content)

/** An article as the archive would export it; null: there is none. */
async function headerOf(client: Client, slug: string): Promise<ArticleHeader | null> {
  const text = await orNull(askText(client.v1.export.$get({ query: { article: slug } })))
  return text === null ? null : articleHeaderSchema.parse(parsedLine(text.slice(0, text.indexOf('\n'))))
}

/**
 * Records an article that the archive does not have, a version after another, or the rest of one. Returns the numbers of the claims that
 * differ from those of the file. Throws a Stop, also where a version has another text than in the file once it is recorded.
 */
export async function recordArticle(client: Client, { header, versions }: ArticleFile): Promise<number[]> {
  const { slug, title, publication, claims } = header
  const hashes = hashesOf(header)
  const before = await headerOf(client, slug)
  const known = before ? hashesOf(before) : []
  if (before && (known.length >= hashes.length || known.some((hash, i) => hash !== hashes[i])))
    throw new Stop(EXIT.archive, `the archive has an article ${slug}; an article is restored where there is none`)
  if (!before) {
    await ask(
      client.v1.articles.$post({ query: {}, json: { slug, ...(title && { title }), ...(publication && { publication }) } }),
    )
  }
  for (const version of versions.slice(known.length)) {
    const json = JSON.parse(version) as Parameters<Client['v1']['articles'][':slug']['versions']['$post']>[0]['json'] & {
      article?: string
    }
    delete json.article
    await ask(client.v1.articles[':slug'].versions.$post({ param: slugParam(slug), query: {}, json }))
  }
  const after = await headerOf(client, slug)
  if (!after || hashesOf(after).join() !== hashes.join())
    throw new Stop(EXIT.archive, `the versions of ${slug} are other ones than in the file; somebody else wrote to it`)
  const found = new Map(after.claims.map((claim) => [claim[0], JSON.stringify(claim)]))
  const given = new Map(claims.map((claim) => [claim[0], JSON.stringify(claim)]))
  return [...new Set([...found.keys(), ...given.keys()])].filter((number) => found.get(number) !== given.get(number))
}
