/** A row of the change feed as an entry for people: what is told of it, in words, and its lasting id. */
import type { ChangeRow } from '../../store/read/changes.ts'
import { changeView } from '../../store/read/changes.ts'

/** An entry, whatever format tells it. Texts have no character that XML refuses. */
export interface FeedEntry {
  readonly id: string
  readonly title: string
  /** Plain text. */
  readonly summary: string
  readonly html: string
  /** Path of what it tells of in this archive. */
  readonly path: string
  readonly kinds: readonly string[]
  readonly published: string
  /** Later than `published` where the change was taken back. */
  readonly updated: string
}

const REFUSED = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text without what XML 1.0 cannot hold (section 2.2): control characters, half characters, U+FFFE and U+FFFF. */
export const forXml = (text: string): string => text.replace(REFUSED, '')

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * A UUID of version 8 (RFC 9562): the head of a version's hash, which no other version of any archive has, and the number of a row
 * that came with it. It holds whatever becomes of slugs, hosts and settings.
 */
export function entryId(versionHash: string, row: number): string {
  const h = versionHash
  return `urn:uuid:${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(12, 15)}-8${h.slice(15, 18)}-${row.toString(16).padStart(12, '0')}`
}

const TITLE = 120
const shortened = (text: string) => {
  const characters = [...text]
  return characters.length <= TITLE
    ? text
    : `${characters
        .slice(0, TITLE - 1)
        .join('')
        .trimEnd()}…`
}

/** The entry of a row; rows of a first version stand for all of it (see `firsts`). */
export function feedEntry(row: ChangeRow): FeedEntry {
  const change = changeView(row)
  const { slug, from, to, kinds, before, after, acknowledged, retracts } = change
  const named = forXml(row.toTitle || slug)
  const whole = row.firsts !== null
  const words = kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')
  const sides = [before, after].map((side) => [...new Set(side.map(({ exact }) => forXml(exact)))])
  const [old = [], fresh = []] = sides
  const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(' ')
  const said = whole
    ? `${row.firsts} ${row.firsts === 1 ? 'claim' : 'claims'}`
    : [
        ...(old.length ? [`was ${quoted(old)}`] : []),
        ...(fresh.length ? [`${old.length ? 'now' : 'is'} ${quoted(fresh)}`] : []),
      ].join(' → ')
  const event = whole ? `first version of “${named}”` : words
  const back = retracts !== null ? 'Taken back: ' : row.retractedAt !== null ? '(Since taken back) ' : ''
  const head = whole ? `${back}${event}` : `${back}${event}: ${quoted((fresh.length ? fresh : old).slice(0, 1))}`
  const where = `${from ? `Version ${from.number} → ${to.number}` : `Version ${to.number}`} of “${named}”, captured ${to.capturedAt}`
  const note = acknowledged ? ' A note in the new version speaks of it.' : ''
  const lines = (tag: string, texts: readonly string[]) =>
    texts.map((text) => `<p><${tag}>${escaped(text)}</${tag}></p>`).join('')
  const started = head.charAt(0).toUpperCase() + head.slice(1)
  return {
    id: entryId(row.toHash, whole && retracts === null ? 0 : row.id),
    title: shortened(started),
    summary: `${back}${event}: ${said}${whole ? '.' : ''} ${where}.${note}`,
    html:
      `<p>${escaped(back)}<strong>${escaped(event)}</strong>${whole ? `: ${said}` : ''}</p>` +
      `${whole ? '' : lines('del', old) + lines('ins', fresh)}<p>${escaped(where)}.${note}</p>`,
    path: whole ? `/v1/articles/${slug}/versions/${to.number}` : `/v1/changes/${row.id}`,
    kinds,
    published: change.recordedAt ?? to.capturedAt,
    updated: row.retractedAt ?? change.recordedAt ?? to.capturedAt,
  }
}
