/** A file as a version of an article: its body, and the fields from its front matter and heading. */
import { isSlug } from '../../recording/slug.ts'
import { wrongUsage } from '../exit.ts'
import { defined } from './defined.ts'
import { KNOWN, splitFrontMatter } from './front-matter.ts'
import { withoutHeading } from './heading.ts'
import { utc } from './time.ts'

export interface InputFile {
  readonly path: string
  /** Whether the user or the file gives a title; else it is "". */
  readonly titled: boolean
  /** The body of POST …/versions. */
  readonly version: {
    readonly title: string
    readonly byline?: string
    readonly body: string
    readonly captured_at?: string
    readonly published_at?: string
    readonly modified_at?: string
    readonly url?: string
  }
  /** The fields of the article; null if the file does not have them. */
  readonly article: { readonly slug: string | null; readonly publication: string | null }
  /** Unknown fields of the front matter. */
  readonly unused: readonly string[]
}

/**
 * Reads a file's text. The title is `given`, else the front matter's, else the text's heading, which then leaves the body. Throws a Stop that
 * names the file and the field.
 */
export function readInputFile(text: string, path: string, given: string | null, now: Date): InputFile {
  const { fields, body } = splitFrontMatter(text, path)
  const time = (name: string) => timeField(fields, name, path)
  const captured = time('captured_at')
  if (captured !== undefined && Date.parse(captured) > now.getTime()) {
    throw wrongUsage(`${path}: captured_at ${fields.get('captured_at')} is in the future`)
  }
  const stated = given ?? fields.get('title') ?? null
  const { heading, rest } = stated === null ? withoutHeading(body) : { heading: null, rest: body }
  if (rest.trim() === '') throw wrongUsage(`${path} has no text`)
  const title = stated ?? heading
  return {
    path,
    titled: title !== null,
    version: {
      title: title ?? '',
      body: rest.trim(),
      ...defined({
        byline: fields.get('byline'),
        captured_at: captured,
        published_at: time('published_at'),
        modified_at: time('modified_at'),
        url: urlField(fields, path),
      }),
    },
    article: { slug: slugField(fields, path), publication: fields.get('publication') ?? null },
    unused: [...fields.keys()].filter((name) => !KNOWN.has(name)),
  }
}

function timeField(fields: ReadonlyMap<string, string>, name: string, path: string): string | undefined {
  const text = fields.get(name)
  if (text === undefined) return undefined
  const time = utc(text)
  if (time === null) throw wrongUsage(`${path}: ${name} "${text}" is not a time; write it as 2025-03-12T12:05:00Z`)
  return time
}

function urlField(fields: ReadonlyMap<string, string>, path: string): string | undefined {
  const text = fields.get('url')
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw wrongUsage(`${path}: url "${text}" is not a web address; write it as https://example.org/story`)
  }
  return text
}

function slugField(fields: ReadonlyMap<string, string>, path: string): string | null {
  const text = fields.get('slug')
  if (text === undefined) return null
  if (!isSlug(text)) throw wrongUsage(`${path}: slug "${text}" is not lower-case words joined by hyphens`)
  return text
}
