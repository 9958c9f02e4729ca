/** Proves that an article's versions were not edited: recomputes their hashes and their place in the archive's log. */
import { Failure } from '../failure.ts'
import { contentHash, GENESIS, logHash, sentenceHash } from '../store/hash.ts'
import { articleRow } from '../store/read/articles.ts'
import { type LogRow, logHead, logRows, sentenceRows } from '../store/read/log.ts'
import { placedSentences } from '../store/sql/packing.ts'
import { positionOf } from '../store/sql/position.ts'
import type { Store } from '../store/store.ts'

export interface Verification {
  readonly slug: string
  readonly ok: boolean
  readonly versions: number
  /** The hash of the log's last entry: what to write down elsewhere. */
  readonly head: string
  readonly faults: readonly { readonly version: number; readonly fault: string }[]
}

/** Versions read at a time: each with its text. */
const PAGE = 10

/** Throws Failure not_found. */
export async function verify(store: Store, slug: string): Promise<Verification> {
  const [article] = await articleRow(store, slug)
  if (!article) throw new Failure('not_found', `There is no article "${slug}".`)
  const faults: { version: number; fault: string }[] = []
  const known: KnownSentences = new Map()
  let versions = 0
  let after = 0
  let rows: LogRow[]
  do {
    rows = await logRows(store, slug, after, PAGE)
    await readSentences(store, rows, known)
    for (const row of rows) {
      const found = [...entryFaults(row), ...sentenceFaults(row, known)]
      faults.push(...found.map((fault) => ({ version: row.number, fault })))
      after = row.id
      versions++
    }
  } while (rows.length === PAGE)
  if (versions !== article.versionCount) {
    faults.push({ version: 0, fault: `${article.versionCount} versions were recorded, ${versions} are there` })
  }
  const [head] = await logHead(store)
  return { slug: article.slug, ok: faults.length === 0, versions, head: head?.hash ?? GENESIS, faults }
}

/** Where an entry of the log is not what its hashes, its place and the entry before it say. */
function entryFaults(row: LogRow): string[] {
  const faults: string[] = []
  if (contentHash(row) !== row.contentHash) faults.push('the text is not what its content hash says')
  if (logHash(row) !== row.hash) faults.push('its hash does not cover what it says')
  if (row.place !== positionOf(row.capturedAt, row.number)) faults.push('it does not stand at the place of its time')
  if (row.previous !== (row.id === 1 ? GENESIS : row.before)) {
    faults.push('it does not follow on the entry before it in the log')
  }
  if (row.timeBefore !== null && row.timeBefore > row.recordedAt) {
    faults.push('it was recorded before the entry before it in the log')
  }
  return faults
}

/** Sentences by id, as far as they are what their hash says. */
type KnownSentences = Map<number, { readonly headline: boolean; readonly text: string }>

async function readSentences(store: Store, rows: readonly LogRow[], known: KnownSentences): Promise<void> {
  const ids = new Set(rows.flatMap((row) => placedSentences(row).map((s) => s.id)))
  const unread = [...ids].filter((id) => !known.has(id))
  for (const { id, headline, hash, text } of await sentenceRows(store, rows[0]?.articleId ?? 0, unread)) {
    if (sentenceHash(text) === hash) known.set(id, { headline: headline === 1, text })
  }
}

/** Where a version's list of sentences is not that of its text. */
function sentenceFaults(row: LogRow, known: KnownSentences): string[] {
  const list = placedSentences(row)
  const faults: string[] = []
  const stored = list.every(({ id, zone, text }) => {
    const sentence = known.get(id)
    return sentence?.text === text && sentence.headline === (zone === 'headline')
  })
  if (!stored) faults.push('its sentences are not those that are stored')
  const whole = [true, false].every((headline) => {
    const spans = list.filter((s) => (s.zone === 'headline') === headline)
    return isWhole(headline ? row.title : row.body, spans)
  })
  if (!whole) faults.push('its list of sentences is not whole')
  return faults
}

/** Whether spans follow on each other and leave out nothing that has a letter or digit. */
function isWhole(text: string, spans: readonly { readonly start: number; readonly end: number }[]): boolean {
  let at = 0
  for (const { start, end } of spans) {
    if (start < at || end <= start || /[\p{L}\p{N}]/u.test(text.slice(at, start))) return false
    at = end
  }
  return at <= text.length && !/[\p{L}\p{N}]/u.test(text.slice(at))
}
