/** Memento (RFC 7089): datetimes as HTTP has them, and the links between an article, its TimeGate, its TimeMap and its versions. */
import type { Context } from 'hono'
import { z } from 'zod'
import { invalid } from '../../failure.ts'
import type { Memento, MementoHead } from '../../store/read/mementos.ts'
import type { App } from '../context.ts'
import { originOf } from '../origin.ts'

/** A time as HTTP and Memento write it: whole seconds, GMT (RFC 7089, section 2.1.1). */
export const httpDate = (iso: string): string => new Date(iso).toUTCString()

/**
 * The time that a request negotiates by, null without the header: the last moment of the second that it names, so that a version's
 * own Memento-Datetime leads to it. Throws Failure invalid where the header is no such datetime (RFC 7089, section 4.5.3).
 */
export function acceptDatetime(header: string | undefined): string | null {
  if (header === undefined) return null
  const time = new Date(header)
  // Whatever else Date would read (zones, other orders, a day that no month has, another day of the week) reads otherwise again.
  if (Number.isNaN(time.getTime()) || time.toUTCString() !== header)
    throw invalid(
      'header.accept-datetime',
      `expected a datetime such as Tue, 10 Feb 2026 12:00:00 GMT, found "${header.slice(0, 40)}"`,
    )
  return time.toISOString().replace('.000Z', '.999Z')
}

/** A link to a target, absolute: relations and further attributes, as the Link header and application/link-format have it. */
export function link(target: string, rel: string, attributes: Readonly<Record<string, string>> = {}): string {
  const rest = Object.entries(attributes).map(([name, value]) => `; ${name}="${value}"`)
  return `<${target}>; rel="${rel}"${rest.join('')}`
}

/** Where the resources of an article are, as absolute addresses. */
export interface Addresses {
  readonly original: string
  readonly timegate: string
  readonly timemap: string
  /** The TimeMap as JSON. */
  readonly timemapJson: string
  readonly versions: string
  readonly article: string
}

/**
 * The Original Resource is the article on the web, by the first address at which it is known; without one, the article in this
 * archive.
 */
export function addressesOf(c: Context<App>, { slug, original }: { slug: string; original: string | null }): Addresses {
  const article = `${originOf(c)}/v1/articles/${slug}`
  return {
    // As a URI: a stored address may have characters that no header allows.
    original: original === null ? article : new URL(original).href,
    timegate: `${article}/timegate`,
    timemap: `${article}/timemap`,
    timemapJson: `${article}/timemap?format=json`,
    versions: `${article}/versions`,
    article,
  }
}

/** As `addressesOf`, for a caller who asks by an address of the article on the web. */
export function addressesAt(c: Context<App>, slug: string, asked: string): Addresses {
  const routes = `${originOf(c)}/v1`
  return {
    ...addressesOf(c, { slug, original: asked }),
    timegate: `${routes}/timegate/${asked}`,
    timemap: `${routes}/timemap/link/${asked}`,
    timemapJson: `${routes}/timemap/json/${asked}`,
  }
}

export const LINK_FORMAT = 'application/link-format'

/** The links from any resource of an article to its Original Resource, TimeGate and TimeMap. */
export function travelLinks(
  { original, timegate, timemap }: Addresses,
  range: Readonly<Record<string, string>> = {},
): string[] {
  return [link(original, 'original'), link(timegate, 'timegate'), link(timemap, 'timemap', { type: LINK_FORMAT, ...range })]
}

/** From when to when mementos are. */
export function rangeOf(first: Memento | null | undefined, last: Memento | null | undefined): Record<string, string> {
  return first && last ? { from: httpDate(first.capturedAt), until: httpDate(last.capturedAt) } : {}
}

/** A link to each memento that has a role ("first", "prev", "" for none), in the order of the roles; one with several roles is linked once. */
export function mementoLinks(
  { versions }: Addresses,
  roles: readonly (readonly [role: string, memento: Memento | null])[],
): string[] {
  const numbers = new Set(roles.flatMap(([, memento]) => memento?.number ?? []))
  return [...numbers].flatMap((number) => {
    const same = roles.filter(([, memento]) => memento?.number === number)
    const memento = same[0]?.[1]
    if (!memento) return []
    const rel = [...same.flatMap(([role]) => role || []), 'memento'].join(' ')
    return link(`${versions}/${number}`, rel, { datetime: httpDate(memento.capturedAt) })
  })
}

export const timeMapSchema = z
  .object({
    original_uri: z.string(),
    timegate_uri: z.string(),
    timemap_uri: z.object({ link_format: z.string(), json_format: z.string() }),
    self: z.string(),
    mementos: z.object({
      first: z.object({ number: z.int(), datetime: z.string(), uri: z.string() }).nullable(),
      last: z.object({ number: z.int(), datetime: z.string(), uri: z.string() }).nullable(),
      list: z.array(z.object({ number: z.int(), datetime: z.string(), uri: z.string() })),
    }),
    next: z.string().nullable().describe('Cursor of the next page; null on the last'),
  })
  .meta({ id: 'TimeMap' })

/** A page of a TimeMap. */
export interface TimeMapPage {
  readonly head: MementoHead
  readonly mementos: readonly Memento[]
  /** The address of this page. */
  readonly self: string
  /** The next page; null on the last. */
  readonly next: { readonly cursor: string; readonly url: string; readonly from: Memento } | null
  /** It is not the first page. */
  readonly continued: boolean
}

/** As application/link-format (RFC 6690): a link a line. A page links to the TimeMaps of the rest (RFC 7089, section 5.1). */
export function timeMapText(at: Addresses, { head, mementos, self, next, continued }: TimeMapPage): string {
  const { first, last } = head
  const type = LINK_FORMAT
  return [
    link(at.original, 'original'),
    link(self, 'self', { type, ...rangeOf(mementos[0], mementos.at(-1)) }),
    link(at.timegate, 'timegate'),
    ...(continued ? [link(at.timemap, 'timemap', { type, ...rangeOf(first, last) })] : []),
    ...(next ? [link(next.url, 'timemap', { type, ...rangeOf(next.from, last) })] : []),
    ...mementos.flatMap((memento) =>
      mementoLinks(at, [
        ['', memento],
        ...(memento.number === first?.number ? [['first', memento] as const] : []),
        ...(memento.number === last?.number ? [['last', memento] as const] : []),
      ]),
    ),
  ].join(',\n')
}

/** As JSON, in the members that the TimeMaps of memento aggregators have. */
export function timeMapJson(at: Addresses, { head, mementos, self, next }: TimeMapPage): z.infer<typeof timeMapSchema> {
  const json = (memento: Memento) => ({
    number: memento.number,
    datetime: memento.capturedAt,
    uri: `${at.versions}/${memento.number}`,
  })
  return {
    original_uri: at.original,
    timegate_uri: at.timegate,
    timemap_uri: { link_format: at.timemap, json_format: at.timemapJson },
    self,
    mementos: { first: head.first && json(head.first), last: head.last && json(head.last), list: mementos.map(json) },
    next: next?.cursor ?? null,
  }
}
