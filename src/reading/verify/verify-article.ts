/** Verifies that what the archive has of an article was not edited: recomputes hashes of versions, and compares all rows with the log. */
import { Failure } from '../../failure.ts'
import { contentHash, GENESIS, isSentenceHash, logHash } from '../../store/hash.ts'
import { type LogRow, logState, sentenceRows, versionPages } from '../../store/read/log.ts'
import { placedSentences } from '../../store/sql/packing.ts'
import { positionOf } from '../../store/sql/position.ts'
import type { Store } from '../../store/store.ts'
import { ArticleComparison, type Compared } from '../../store/verify/compare-article.ts'
import type { LogFault } from '../../store/verify/differences.ts'

export interface Verification {
  readonly slug: string
  readonly ok: boolean
  readonly versions: number
  /** The hash of the last version of the archive, which a reader can keep elsewhere. */
  readonly head: string
  /** Whether all rows of the archive have entries in the log. Those from before the log are no faults until they have. */
  readonly isWhole: boolean
  /** The counts of rows that were compared with the log, besides the versions. */
  readonly compared: Compared
  readonly faults: readonly LogFault[]
}

/** How often an article is read that is written to meanwhile. */
const TRIES = 8

/**
 * Recomputes the hashes of an article's versions, and compares all its rows with the log. Throws Failure: not_found; busy where it is written
 * to each time.
 */
export async function verify(archive: Store, slug: string): Promise<Verification> {
  const snapshot = archive.snapshot?.()
  try {
    return await verifyIn(snapshot?.store ?? archive, slug)
  } finally {
    snapshot?.close()
  }
}

/** The same of a store that may be a snapshot, by a slug or the id of the article. */
export async function verifyIn(store: Store, asked: string | number): Promise<Verification> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [article] = await logState(store, asked)
    if (!article) throw new Failure('not_found', `There is no article "${asked}".`)
    const result = await verifyOnce(store, article)
    const [after] = await logState(store, asked)
    if (after?.position === article.position) return result
  }
  throw new Failure('busy', 'The article was written to while it was verified. Send the request again.')
}

type LogState = Awaited<ReturnType<typeof logState>>[number]

async function verifyOnce(store: Store, article: LogState): Promise<Verification> {
  const { articleId, slug, versionCount, lastNumber, head, position, isLogged } = article
  const faults: LogFault[] = []
  const comparison = new ArticleComparison(store, articleId)
  let versions = 0
  for await (const rows of versionPages(store, articleId, lastNumber)) {
    const stored = await storedSentences(store, articleId, rows)
    for (const row of rows) {
      comparison.add(row)
      const found = [...entryFaults(row), ...sentenceFaults(row, stored)]
      faults.push(...found.map((fault) => ({ version: row.number, entry: null, fault })))
    }
    versions += rows.length
  }
  if (versions !== versionCount) {
    faults.push({ version: 0, entry: null, fault: `${versionCount} versions were recorded, ${versions} are there` })
  }
  const { faults: contradicted, unlogged } = await comparison.differences(position)
  faults.push(...contradicted)
  if (isLogged === 1) {
    faults.push(
      ...unlogged.map(({ entry, version }) => ({ version, entry: null, fault: `the log has no entry of the ${entry.kind}` })),
    )
  }
  const { compared } = comparison
  return { slug, ok: faults.length === 0, versions, head: head ?? GENESIS, isWhole: isLogged === 1, compared, faults }
}

/** The faults of an entry of the log: it contradicts its hashes, its place or the entry before it. */
function entryFaults(row: LogRow): string[] {
  const faults: string[] = []
  if (row.erased === 0 && contentHash(row) !== row.contentHash) faults.push('the text does not match its content hash')
  if (logHash(row) !== row.hash) faults.push('its hash does not match its fields')
  if (row.place !== positionOf(row.capturedAt, row.number)) faults.push('its place does not match its time')
  if (row.previous !== (row.id === 1 ? GENESIS : row.before)) {
    faults.push('it does not follow on the entry before it in the log')
  }
  if (row.timeBefore !== null && row.timeBefore > row.recordedAt) {
    faults.push('it was recorded before the entry before it in the log')
  }
  return faults
}

/** Sentences by id; those whose text has another hash are left out. */
type StoredSentences = ReadonlyMap<number, { readonly headline: boolean; readonly text: string }>

/** The sentences that versions of an article name. */
async function storedSentences(store: Store, articleId: number, rows: readonly LogRow[]): Promise<StoredSentences> {
  const ids = new Set(rows.flatMap((row) => placedSentences(row).map((s) => s.id)))
  const found = await sentenceRows(store, articleId, [...ids])
  return new Map(
    found.flatMap(({ id, headline, hash, text }) =>
      isSentenceHash(hash, text) ? [[id, { headline: headline === 1, text }]] : [],
    ),
  )
}

/** The faults of a version's list of sentences: it contradicts the text or the stored sentences. */
function sentenceFaults(row: LogRow, stored: StoredSentences): string[] {
  const list = placedSentences(row)
  const faults: string[] = []
  const areStored = list.every(({ id, zone, text }) => {
    const sentence = stored.get(id)
    return sentence?.text === text && sentence.headline === (zone === 'headline')
  })
  if (!areStored) faults.push('its sentences do not match the stored sentences')
  const whole = [true, false].every((headline) => {
    const spans = list.filter((s) => (s.zone === 'headline') === headline)
    return isWhole(headline ? row.title : row.body, spans)
  })
  if (!whole) faults.push('its list of sentences leaves out a part of the text')
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
