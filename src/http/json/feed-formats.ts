/** Feeds as Atom (RFC 4287) and JSON Feed 1.1, with the links of a paged feed (RFC 5005). */
import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import type { Context } from 'hono'
import { z } from 'zod'
import type { App } from '../context.ts'
import { originOf } from '../origin.ts'
import type { FeedEntry } from './feed-entry.ts'
import { link } from './memento.ts'

export const FEED_TYPES = { atom: 'application/atom+xml', json: 'application/feed+json' } as const
export type FeedFormat = keyof typeof FEED_TYPES

export const jsonFeedSchema = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    next_url: z.string().optional(),
    authors: z.array(z.object({ name: z.string() })),
    items: z.array(
      z.object({
        id: z.string(),
        url: z.string().describe('Its page, for people'),
        external_url: z.string().optional().describe('The address of the article on the web'),
        title: z.string(),
        summary: z.string(),
        content_html: z.string(),
        date_published: z.string(),
        date_modified: z.string(),
        tags: z.array(z.string()),
        _claimtrail: z
          .object({
            about: z.string().describe('The page that describes these fields'),
            url: z.string().describe('Its resource, as JSON'),
            article: z.string(),
            from: z.int().nullable().describe('The number of the version before; null: it is the first'),
            to: z.int(),
            kinds: z.array(z.string()),
            claims: z.array(z.int()),
            acknowledged: z.boolean(),
            retracts: z.int().nullable(),
          })
          .describe('For programs'),
      }),
    ),
  })
  .meta({ id: 'JsonFeed' })

/** A page of a feed. Addresses are absolute. */
export interface FeedPage {
  readonly id: string
  readonly title: string
  /** Where the archive is: "https://archive.example". */
  readonly origin: string
  /** The path of the resource that the feed is about, as JSON. */
  readonly about: string
  /** The path of its page. */
  readonly page: string
  readonly self: string
  /** The same page in each format. */
  readonly formats: Readonly<Record<FeedFormat, string>>
  readonly first: string
  /** Older entries; null where there are none. */
  readonly next: string | null
  readonly entries: readonly FeedEntry[]
  /** The time of its newest entry, or of its beginning. */
  readonly updated: string
}

const PUBLISHER = 'Claimtrail'
const HTML = 'text/html'

function atom(feed: FeedPage): string {
  const { origin, entries } = feed
  return generateAtomFeed({
    id: feed.id,
    title: { value: feed.title },
    updated: new Date(feed.updated),
    authors: [{ name: PUBLISHER }],
    generator: { text: PUBLISHER },
    links: [
      { href: feed.self, rel: 'self', type: FEED_TYPES.atom },
      // Readers take the first one for the site.
      { href: origin + feed.page, rel: 'alternate', type: HTML },
      { href: feed.formats.json, rel: 'alternate', type: FEED_TYPES.json },
      { href: origin + feed.about, rel: 'alternate', type: 'application/json' },
      { href: feed.first, rel: 'first', type: FEED_TYPES.atom },
      ...(feed.next === null ? [] : [{ href: feed.next, rel: 'next', type: FEED_TYPES.atom }]),
    ],
    entries: entries.map(({ id, title, summary, html, path, page, source, kinds, published, updated }) => ({
      id,
      title: { value: title },
      published: new Date(published),
      updated: new Date(updated),
      // Readers open the first one.
      links: [
        { href: origin + page, rel: 'alternate', type: HTML },
        { href: origin + path, rel: 'alternate', type: 'application/json' },
        ...(source === null ? [] : [{ href: source, rel: 'via', type: HTML }]),
      ],
      categories: kinds.map((term) => ({ term })),
      summary: { value: summary },
      content: { value: html, type: 'html' },
    })),
  })
}

function json(feed: FeedPage): string {
  const { origin, entries } = feed
  const generated = generateJsonFeed({
    title: feed.title,
    home_page_url: origin + feed.page,
    feed_url: feed.self,
    ...(feed.next !== null && { next_url: feed.next }),
    authors: [{ name: PUBLISHER }],
    items: entries.map(({ id, title, summary, html, page, source, kinds, published, updated }) => ({
      id,
      url: origin + page,
      ...(source !== null && { external_url: source }),
      title,
      summary,
      content_html: html,
      date_published: new Date(published),
      date_modified: new Date(updated),
      tags: [...kinds],
    })),
  }) as { readonly items?: readonly object[] }
  // The generator leaves out an empty list of entries, and knows no extensions.
  const items = (generated.items ?? []).map((item, i) => ({ ...item, ...extension(origin, entries[i]) }))
  return JSON.stringify({ ...generated, items })
}

const extension = (origin: string, entry: FeedEntry | undefined) =>
  entry && { _claimtrail: { about: `${origin}/docs`, url: origin + entry.path, kinds: entry.kinds, ...entry.about } }

/** The text of a feed. */
export function feedText(format: FeedFormat, feed: FeedPage): string {
  return format === 'atom' ? atom(feed) : json(feed)
}

/** The links by which readers find the feeds at a path under /feeds. */
export function feedLinks(c: Context<App>, path: string): string[] {
  const origin = originOf(c)
  return (['atom', 'json'] as const).map((format) =>
    link(`${origin}/feeds/${path}.${format}`, 'alternate', { type: FEED_TYPES[format] }),
  )
}
