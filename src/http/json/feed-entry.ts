/** A row of the change feed as an entry for people: the change in words, and its permanent id. */
import { type ChangeRow, type ChangeView, changeView } from '../../store/read/changes.ts'
import { pageOf } from '../page-addresses.ts'
import { editOf } from './change-json.ts'

/** An entry, in any format. Its texts have no character that XML refuses. */
export interface FeedEntry {
  readonly id: string
  readonly title: string
  /** Plain text. */
  readonly summary: string
  readonly html: string
  /** The path of its resource in this archive. */
  readonly path: string
  /** The path of the page that shows it. */
  readonly page: string
  /** The address of the article on the web, as its version was read; null: not known. */
  readonly source: string | null
  readonly about: EntryAbout
  readonly kinds: readonly string[]
  readonly published: string
  /** Later than `published` where the change was retracted. */
  readonly updated: string
}

/** The subject of an entry, for programs. */
export interface EntryAbout {
  readonly article: string
  /** The numbers of the versions. */
  readonly from: number | null
  readonly to: number
  readonly claims: readonly number[]
  readonly acknowledged: boolean
  /** The change that it takes back. */
  readonly retracts: number | null
}

const REFUSED = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text without what XML 1.0 cannot hold (section 2.2): control characters, half characters, U+FFFE and U+FFFF. */
export const forXml = (text: string): string => text.replace(REFUSED, '')

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * A UUID of version 8 (RFC 9562): the head of a version's hash, which no other version of any archive has, and the number of a row
 * that came with it. It stays the same when slugs, hosts or settings change.
 */
function entryId(versionHash: string, row: number): string {
  const h = versionHash
  return `urn:uuid:${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(12, 15)}-8${h.slice(15, 18)}-${row.toString(16).padStart(12, '0')}`
}

/** The most characters of a title, and of the article's in it. */
const TITLE = 160
const OF_ARTICLE = 60

function shortened(text: string, most = TITLE): string {
  const characters = [...text]
  if (characters.length <= most) return text
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}

/** The entries of rows, newest first: one for the rows of an edit, with the id of the newest. */
export function feedEntries(rows: readonly ChangeRow[]): FeedEntry[] {
  const edits = Map.groupBy(rows, (row) => `${row.slug}/${editOf(changeView(row))}/${row.retractedAt}`)
  return [...edits.values()].flatMap((edit) => edit.slice(0, 1).map((row) => feedEntry(row, edit)))
}

/** The entry of a row and the others of its edit; a row of a first version may stand for all of that version's (see `firsts`). */
function feedEntry(row: ChangeRow, edit: readonly ChangeRow[]): FeedEntry {
  const change = changeView(row)
  const { slug, from, to, kinds, before, after, claims, acknowledged, retracts } = change
  const parts: EntryParts = {
    prefix: prefixOf(row),
    title: forXml(row.toTitle || slug),
    old: textsOf(before),
    fresh: textsOf(after),
    labels: [...new Set(edit.flatMap((one) => labelsOf(changeView(one))))],
  }
  const { firsts } = row
  const whole = firsts !== null
  const { head, summary, html } = whole ? versionWords(firsts, change, parts) : changeWords(change, parts)
  const published = change.recordedAt ?? to.capturedAt
  return {
    id: entryId(row.toHash, whole && retracts === null ? 0 : row.id),
    title: shortened(head.charAt(0).toUpperCase() + head.slice(1)),
    summary,
    html,
    path: whole ? `/v1/articles/${slug}/versions/${to.number}` : `/v1/changes/${row.id}`,
    page: whole ? pageOf.version(slug, to.number) : pageOf.change(change),
    source: row.toUrl,
    about: { article: slug, from: from?.number ?? null, to: to.number, claims: claimsIn(edit, claims), acknowledged, retracts },
    kinds,
    published,
    updated: row.retractedAt ?? published,
  }
}

/** The claims of all rows of an edit; none where a row stands for a whole version. */
const claimsIn = (edit: readonly ChangeRow[], own: readonly number[]): number[] => {
  if (edit.some(({ firsts }) => firsts !== null)) return []
  return [...new Set([...own, ...edit.flatMap((row) => changeView(row).claims)])].sort((a, b) => a - b)
}

interface EntryParts {
  readonly prefix: string
  /** The title of the new version. */
  readonly title: string
  /** The sentences before the change and after it, once each. */
  readonly old: readonly string[]
  readonly fresh: readonly string[]
  /** The labels of the claims that changed, once each. */
  readonly labels: readonly string[]
}

interface EntryWords {
  readonly head: string
  readonly summary: string
  readonly html: string
}

function prefixOf({ retracts, retractedAt }: ChangeRow): string {
  if (retracts !== null) return 'Taken back: '
  return retractedAt === null ? '' : '(Since taken back) '
}

const textsOf = (side: ChangeView['before']) => [...new Set(side.map(({ exact }) => forXml(exact)))]

/** As the claims are called after the change; before it, if they are gone. */
function labelsOf({ before, after }: ChangeView): string[] {
  const wordings = [after, before].map((side) => side.flatMap((one) => one.wordings))
  return (wordings.find((words) => words.length > 0) ?? []).map(({ label, humanLabel }) => forXml(humanLabel ?? label))
}

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(' ')

/** The words of an entry that stands for a first version with so many claims; 0: the feed is of furniture. */
function versionWords(claims: number, change: ChangeView, parts: EntryParts): EntryWords {
  const { prefix, title } = parts
  const event = `first version of “${title}”`
  const count = claims === 0 ? 'furniture of the page' : `${claims} ${claims === 1 ? 'claim' : 'claims'}`
  const { where, note } = placeOf(change, title)
  return {
    head: prefix + event,
    summary: `${prefix}${event}: ${count}. ${where}.${note}`,
    html: `<p>${escaped(prefix)}<strong>${escaped(event)}</strong>: ${count}</p><p>${escaped(where)}.${note}</p>`,
  }
}

/** The words of an entry about one change. */
function changeWords(change: ChangeView, { prefix, title, old, fresh, labels }: EntryParts): EntryWords {
  const event = change.kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')
  const sides = [
    ...(old.length ? [`was ${quoted(old)}`] : []),
    ...(fresh.length ? [`${old.length ? 'now' : 'is'} ${quoted(fresh)}`] : []),
  ].join(' → ')
  const { where, note } = placeOf(change, title)
  const claims = labels.length ? `${labels.length === 1 ? 'Claim' : 'Claims'}: ${labels.join('; ')}. ` : ''
  // In words too: readers that show text only drop the elements.
  const lines = (words: string, tag: string, texts: readonly string[]) =>
    texts.map((text) => `<p>${words}: <${tag}>${escaped(text)}</${tag}></p>`).join('')
  return {
    head: `${prefix}${shortened(title, OF_ARTICLE)}: ${event}: ${quoted((fresh.length ? fresh : old).slice(0, 1))}`,
    summary: `${prefix}${event}: ${sides} ${claims}${where}.${note}`,
    html:
      `<p>${escaped(prefix)}<strong>${escaped(event)}</strong></p>` +
      `${lines(fresh.length ? 'Before' : 'Removed', 'del', old)}${lines(old.length ? 'After' : 'New', 'ins', fresh)}<p>${escaped(claims + where)}.${note}</p>`,
  }
}

/** Which versions a change lies between, and whether the new one acknowledges it. */
function placeOf({ from, to, acknowledged }: ChangeView, title: string) {
  const versions = from ? `Version ${from.number} → ${to.number}` : `Version ${to.number}`
  return {
    where: `${versions} of “${title}”, captured ${to.capturedAt}`,
    note: acknowledged ? ' A note in the new version speaks of it.' : '',
  }
}
