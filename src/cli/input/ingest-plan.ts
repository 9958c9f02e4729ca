/** The plan of an ingest: articles with their versions in order, all read and checked before the first request. */
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { isSlug, slugOf } from '../../recording/slug.ts'
import { wrongUsage } from '../exit.ts'
import type { Session } from '../session.ts'
import { yamlFields } from './front-matter.ts'
import { type InputFile, readInputFile } from './input-file.ts'
import { isFolder, readText, STANDARD_INPUT, stem, textFilesOf } from './text-file.ts'

export interface PlannedArticle {
  readonly slug: string
  /** "" if neither the user nor a file gives one. */
  readonly title: string
  readonly publication: string | null
  readonly url: string | null
  readonly versions: readonly InputFile[]
}

export interface IngestOptions {
  readonly title: string | null
  readonly slug: string | null
  readonly publication: string | null
}

/**
 * Plans the files and folders that the user names. A folder is one article, and its `article.yaml` may have slug, title and
 * publication. Each file is an article, but files with the same slug are one. `-` is standard input. Throws a Stop for the first file at fault.
 */
export async function planIngest(
  paths: readonly string[],
  options: IngestOptions,
  session: Surroundings,
): Promise<PlannedArticle[]> {
  if (options.slug !== null && !isSlug(options.slug)) {
    throw wrongUsage(`--slug "${options.slug}" is not lower-case words joined by hyphens`)
  }
  const articles = new Map<string, PlannedArticle>()
  for (const path of paths) {
    const folder = path !== STANDARD_INPUT && (await isFolder(path))
    if (options.title !== null && (folder || paths.length > 1)) {
      throw wrongUsage('--title is for one file; in several, write it in each front matter')
    }
    const planned = folder ? await planFolder(path, options, session) : await planFile(path, options, session)
    const before = articles.get(planned.slug)
    articles.set(planned.slug, before ? { ...before, versions: [...before.versions, ...planned.versions] } : planned)
  }
  return [...articles.values()]
}

type Surroundings = Pick<Session, 'now' | 'input'>

async function planFile(path: string, options: IngestOptions, { now, input }: Surroundings): Promise<PlannedArticle> {
  const version = readInputFile(await readText(path, input), path, options.title, now())
  return planArticle([version], path === STANDARD_INPUT ? '' : stem(path), new Map(), options)
}

async function planFolder(folder: string, options: IngestOptions, { now, input }: Surroundings): Promise<PlannedArticle> {
  const versions: InputFile[] = []
  for (const path of await textFilesOf(folder)) versions.push(readInputFile(await readText(path, input), path, null, now()))
  const card = join(folder, 'article.yaml')
  const fields = existsSync(card) ? await articleCard(card, input) : new Map()
  return planArticle(versions, basename(resolve(folder)), fields, options)
}

const CARD: ReadonlySet<string> = new Set(['slug', 'title', 'publication'])

async function articleCard(path: string, input: Session['input']): Promise<ReadonlyMap<string, string>> {
  const fields = yamlFields(await readText(path, input), path)
  for (const name of fields.keys()) {
    if (!CARD.has(name)) throw wrongUsage(`${path}: there is no field ${name}`)
  }
  const slug = fields.get('slug')
  if (slug !== undefined && !isSlug(slug)) throw wrongUsage(`${path}: slug "${slug}" is not lower-case words joined by hyphens`)
  return fields
}

/** `name` is that of the file or folder: a slug is made of it where there is no title. */
function planArticle(
  versions: readonly InputFile[],
  name: string,
  card: ReadonlyMap<string, string>,
  options: IngestOptions,
): PlannedArticle {
  const [first] = versions
  if (first === undefined) throw wrongUsage('there is no version to ingest')
  const stated = (name: 'slug' | 'publication') => versions.map((one) => one.article[name]).find((value) => value !== null)
  const title = card.get('title') ?? first.version.title
  const slug = options.slug ?? card.get('slug') ?? stated('slug') ?? slugOf(title || name)
  if (slug === null)
    throw wrongUsage(`${first.path}: no slug can be made of its ${title ? 'title' : 'name'}; give one with --slug`)
  const other = versions.find((one) => options.slug === null && one.article.slug !== null && one.article.slug !== slug)
  if (other) throw wrongUsage(`${other.path}: slug ${other.article.slug} differs from ${slug}; a folder is one article`)
  return {
    slug,
    title,
    publication: options.publication ?? card.get('publication') ?? stated('publication') ?? null,
    url: first.version.url ?? null,
    versions,
  }
}
