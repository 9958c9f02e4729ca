/** Records captures that were made elsewhere: each is read and judged like a page of today, at the time at which it was captured. */
import { canonicalKey } from '../addresses/canonical-key.ts'
import { decodePage } from '../capture/charset.ts'
import { importedBefore } from '../store/captures/imported-captures.ts'
import { latestText } from '../store/captures/latest-text.ts'
import type { Store } from '../store/store.ts'
import { articleKnownAt, knownArticle, newArticleOf } from './article-of-page.ts'
import type { CaptureOutcome } from './outcomes.ts'
import { readAnswer } from './read-answer.ts'
import { type ImportedCapture, type Importing, type ReadCapture, recordImported, type SentCapture } from './record-imported.ts'
import { isoOf } from './watching.ts'

/**
 * Records captures, in any order of time; the results are parallel. Those of an article are one recomputation and one write, and none is
 * recorded twice. Throws Failure as `ingestAll` does.
 */
export async function importCaptures(w: Importing, sent: readonly SentCapture[]): Promise<ImportedCapture[]> {
  const results = await resultsBefore(w.store, sent)
  const work = new Map<string, ReadCapture>()
  for (const capture of sent.toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0))) {
    const key = keyOf(capture)
    if (results.has(key) || work.has(key)) continue
    work.set(key, { sent: capture, read: readOf(capture, w.settings), article: w.article })
    await othersFirst()
  }
  const inOrder = [...work.values()]
  if (w.article === null) await findArticles(w, inOrder)
  for (const [article, group] of Map.groupBy(inOrder, ({ article }) => article)) {
    const made = await recordImported(w, article, group)
    for (const [i, result] of made.entries()) if (group[i]) results.set(keyOf(group[i].sent), result)
  }
  return sent.flatMap((capture) => {
    const key = keyOf(capture)
    const result = results.get(key)
    // Where two are the same capture, the first made it.
    if (result) results.set(key, { ...result, known: true })
    return result ?? []
  })
}

/** Lets other requests of the process have their turn: reading a page takes its thread for a while. */
const othersFirst = () => new Promise((resolve) => setTimeout(resolve, 0))

const keyOf = ({ url, capturedAt }: Pick<SentCapture, 'url' | 'capturedAt'>): string => `${capturedAt} ${url}`

/** The fates of the captures that were imported before. */
async function resultsBefore(store: Store, sent: readonly SentCapture[]): Promise<Map<string, ImportedCapture>> {
  const rows = await importedBefore(store, sent)
  return new Map(
    rows.map(({ outcome, evidence, article, version, ...at }) => [
      keyOf(at),
      { outcome: outcome as CaptureOutcome, known: true, article, version, evidence: JSON.parse(evidence) },
    ]),
  )
}

function readOf(
  { status, headers, url: asked, landedUrl: url, body }: SentCapture,
  settings: Importing['settings'],
): ReadCapture['read'] {
  const type = headers['content-type'] ?? null
  const html = () => (typeof body === 'string' ? body : decodePage(body, type).text)
  return readAnswer({ status, type, asked, url, html }, settings)
}

/** Finds the article of each capture, in the order of time; a good one makes an article where none is known. */
async function findArticles({ store, now, settings }: Importing, work: readonly ReadCapture[]): Promise<void> {
  const slugs = new Map<string, string>()
  const texts = new Map<string, string>()
  const at = async (addresses: readonly string[]) => {
    const keys = addresses.map((address) => canonicalKey(address) ?? address)
    const slug = keys.map((key) => slugs.get(key)).find(Boolean) ?? (await articleKnownAt(store, addresses))
    if (slug !== null) for (const key of keys) slugs.set(key, slug)
    return slug
  }
  const textOf = async (slug: string) => texts.get(slug) ?? (await latestText(store, slug))?.body ?? null
  for (const one of work) {
    if (!('reading' in one.read)) continue
    const { reading } = one.read
    const { url, landedUrl } = one.sent
    const known = await knownArticle(url, landedUrl, reading, { at, textOf })
    one.article = known ?? (await newArticleOf(store, { url, landedUrl, settings }, reading, isoOf(now)))
    texts.set(one.article, reading.body ?? '')
  }
  for (const one of work) if (!('reading' in one.read)) one.article = await at([one.sent.url, one.sent.landedUrl])
}
