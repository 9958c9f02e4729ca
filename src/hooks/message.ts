/** Messages to hooks: one for the changes that one write made to one article, and the standard form of messages (Standard Webhooks). */
import type { ChangeView } from '../store/read/changes.ts'
import type { Summary } from './summary.ts'

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
  readonly type: 'changes.recorded' | 'changes.digest'
  readonly body: string
  /** The article; null: it is about several. */
  readonly slug: string | null
  readonly changes: number
  /** The id of its last change, or of a later one, if none of those in between is for the hook. */
  readonly upto: number
}

/** The changes of one message, and those of them as the interface writes them. */
export interface Batch {
  readonly changes: readonly ChangeView[]
  readonly written: readonly object[]
  readonly upto: number
}

/**
 * The first of `changes`, in the order of the feed, and the others of the same write; null if there are none. `changes` has all
 * changes for the hook up to the change `end`.
 */
export function batchOf(changes: readonly ChangeView[], end: number, wording: Pick<Wording, 'change'>): Batch | null {
  const [first] = changes
  if (!first) return null
  const written: object[] = []
  let size = 0
  for (const change of changes) {
    const json = wording.change(change)
    const { length } = JSON.stringify(json)
    const fits = written.length < MOST_CHANGES && size + length <= MOST_CHARACTERS
    const together = change.slug === first.slug && change.recordedAt === first.recordedAt
    // A change that is too large for a message is sent alone.
    if (written.length > 0 && !(fits && together))
      return { changes: changes.slice(0, written.length), written, upto: (change.id ?? 0) - 1 }
    written.push(json)
    size += length
  }
  return { changes, written, upto: end }
}

/** The standard message of a batch. */
export function messageOf({ changes, written, upto }: Batch, wording: Wording): string {
  const [first] = changes
  const slug = first?.slug ?? ''
  const data = {
    article: slug,
    url: `/v1/articles/${slug}`,
    page: wording.page(slug),
    versions: [...new Set(changes.map(({ to }) => to.number))].sort((a, b) => a - b),
    next: wording.cursor(upto),
    changes: written,
    pages: changes.map(wording.page),
  }
  return JSON.stringify({ type: 'changes.recorded', timestamp: first?.recordedAt, data })
}

/** The standard message of a digest: its changes as far as there is room for them. */
export function digestOf({ stories, storyCount, every, from, to, ...counts }: Summary, upto: number, wording: Wording): string {
  let room = MOST_CHARACTERS
  const fitting = (change: ChangeView): object[] => {
    const json = wording.change(change)
    room -= JSON.stringify(json).length
    return room < 0 ? [] : [json]
  }
  const told = stories.map(({ slug, title, shown, ...own }) => ({
    article: slug,
    title,
    url: `/v1/articles/${slug}`,
    page: wording.page(slug),
    counts: own,
    changes: shown.flatMap(({ change }) => fitting(change)),
  }))
  const data = { every, from, to, counts, next: wording.cursor(upto), stories: told, more_stories: storyCount - stories.length }
  return JSON.stringify({ type: 'changes.digest', timestamp: to, data })
}

/** A message that tests whether a hook is reached. */
export function pingOf(hook: number, now: string): string {
  return JSON.stringify({ type: 'ping', timestamp: now, data: { hook: `/v1/hooks/${hook}` } })
}
