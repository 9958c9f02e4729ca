/** Forms of pages: where they may come from, their fields as they were sent, and as the object that a schema checks. */
import type { Context } from 'hono'
import { Failure } from '../../failure.ts'
import type { App } from '../context.ts'
import { originOf } from '../origin.ts'
import { bodyOf } from './json-body.ts'

/**
 * Refuses a form that a page of another origin sent. The cookie of a session is SameSite=Strict too, but a sign-in has none. A browser
 * that sends no Sec-Fetch-Site sends Origin. Its host is compared alone: a proxy may speak http to this process. Throws Failure forbidden.
 */
export function refuseForeign(c: Context<App>): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site === undefined ? isOwn(c, origin) : site === 'same-origin') return
  throw new Failure('forbidden', 'A form of this archive can only be sent from one of its own pages.')
}

function isOwn(c: Context<App>, origin: string | undefined): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false
  return [originOf(c), c.req.url].some((own) => new URL(own).host === new URL(origin).host)
}

/** The fields of a form of at most `most` bytes. Throws Failure: unsupported_media_type, too_large. */
export async function readForm(c: Context<App>, most: number): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new Failure('unsupported_media_type', 'Send the form as application/x-www-form-urlencoded.')
  const text = new TextDecoder().decode(await bodyOf(c, most))
  // Browsers send the lines of a text area with \r\n.
  return new URLSearchParams([...new URLSearchParams(text)].map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]))
}

/** How a field is read. A blank text or number counts as left out; `kept` has it as "". A number that is none stays text. */
export type FieldKind = 'text' | 'kept' | 'number' | 'list'

interface Fields {
  [name: string]: string | number | string[] | Fields
}

/** The object that the fields of a form make; "source.name" is the field `name` of the object `source`. Fields not named are ignored. */
export function objectOf(values: URLSearchParams, kinds: Readonly<Record<string, FieldKind>>): Fields {
  const object: Fields = {}
  for (const [path, kind] of Object.entries(kinds)) {
    const value = fieldValue(values, path, kind)
    if (value === undefined) continue
    const [name = '', inner] = path.split('.')
    if (inner === undefined) object[name] = value
    else object[name] = { ...(object[name] as Fields | undefined), [inner]: value }
  }
  return object
}

function fieldValue(values: URLSearchParams, name: string, kind: FieldKind): string | number | string[] | undefined {
  if (kind === 'list') return values.has(name) ? values.getAll(name) : undefined
  const value = values.get(name) ?? ''
  if (kind === 'kept') return value
  const given = value.trim()
  if (given === '') return undefined
  return kind === 'number' && /^\d{1,9}$/.test(given) ? Number(given) : value
}
