/** What hooks are sent: messages as Standard Webhooks has them, one of the changes that one write made to one article. */
import type { ChangeView } from '../store/read/changes.ts'

/** The most changes of one message, and about the most characters of it: a write that made more is told in several. */
export const MOST_CHANGES = 100
export const MOST_CHARACTERS = 128 * 1024

/** How the interface writes what a message holds. */
export interface Wording {
  readonly change: (change: ChangeView) => object
  /** The cursor of the change feed behind a change. */
  readonly cursor: (change: number) => string
}

export interface Message {
  readonly body: string
  readonly slug: string
  readonly changes: number
  /** The id of the last change that it tells, or that stands behind those it tells and is not to be told. */
  readonly upto: number
}

/**
 * The message of the first of `changes`, in the order of the feed, and of those that the same write made; null if there are none.
 * `end` is the change up to which there are no others than these to tell.
 */
export function messageOf(changes: readonly ChangeView[], end: number, wording: Wording): Message | null {
  const [first] = changes
  if (!first) return null
  const told: object[] = []
  const versions = new Set<number>()
  let upto = end
  let size = 0
  for (const change of changes) {
    const written = wording.change(change)
    const { length } = JSON.stringify(written)
    const fits = told.length < MOST_CHANGES && size + length <= MOST_CHARACTERS
    const together = change.slug === first.slug && change.recordedAt === first.recordedAt
    // A change that is larger than a message should be goes alone.
    if (told.length > 0 && !(fits && together)) {
      upto = (change.id ?? 0) - 1
      break
    }
    told.push(written)
    versions.add(change.to.number)
    size += length
  }
  const data = {
    article: first.slug,
    url: `/v1/articles/${first.slug}`,
    versions: [...versions].sort((a, b) => a - b),
    next: wording.cursor(upto),
    changes: told,
  }
  const body = JSON.stringify({ type: 'changes.recorded', timestamp: first.recordedAt, data })
  return { body, slug: first.slug, changes: told.length, upto }
}

/** The message that only shows that a hook is reached. */
export function pingOf(hook: number, now: string): string {
  return JSON.stringify({ type: 'ping', timestamp: now, data: { hook: `/v1/hooks/${hook}` } })
}
