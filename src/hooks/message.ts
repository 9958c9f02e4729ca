/** Messages to hooks (Standard Webhooks): one message for the changes that one write made to one article. */
import type { ChangeView } from '../store/read/changes.ts'

/** The most changes of one message, and about the most characters: larger writes are sent in several messages. */
export const MOST_CHANGES = 100
export const MOST_CHARACTERS = 128 * 1024

/** How the interface writes the parts of a message. */
export interface Wording {
  readonly change: (change: ChangeView) => object
  /** The cursor of the change feed behind a change. */
  readonly cursor: (change: number) => string
  /** The page of an article, and that of a change. */
  readonly page: (of: string | ChangeView) => string
}

export interface Message {
  readonly body: string
  readonly slug: string
  readonly changes: number
  /** The id of its last change, or of a later one, if none of those in between is for the hook. */
  readonly upto: number
}

/**
 * The message with the first of `changes`, in the order of the feed, and the others of the same write; null if there are none.
 * `changes` has all changes for the hook up to the change `end`.
 */
export function messageOf(changes: readonly ChangeView[], end: number, wording: Wording): Message | null {
  const [first] = changes
  if (!first) return null
  const written: object[] = []
  const pages: string[] = []
  const versions = new Set<number>()
  let upto = end
  let size = 0
  for (const change of changes) {
    const json = wording.change(change)
    const { length } = JSON.stringify(json)
    const fits = written.length < MOST_CHANGES && size + length <= MOST_CHARACTERS
    const together = change.slug === first.slug && change.recordedAt === first.recordedAt
    // A change that is too large for a message is sent alone.
    if (written.length > 0 && !(fits && together)) {
      upto = (change.id ?? 0) - 1
      break
    }
    written.push(json)
    pages.push(wording.page(change))
    versions.add(change.to.number)
    size += length
  }
  const data = {
    article: first.slug,
    url: `/v1/articles/${first.slug}`,
    page: wording.page(first.slug),
    versions: [...versions].sort((a, b) => a - b),
    next: wording.cursor(upto),
    changes: written,
    pages,
  }
  const body = JSON.stringify({ type: 'changes.recorded', timestamp: first.recordedAt, data })
  return { body, slug: first.slug, changes: written.length, upto }
}

/** A message that tests whether a hook is reached. */
export function pingOf(hook: number, now: string): string {
  return JSON.stringify({ type: 'ping', timestamp: now, data: { hook: `/v1/hooks/${hook}` } })
}
