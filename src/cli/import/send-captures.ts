/** Sends captures to the archive, a few at a time in the order of time, and tells what became of each. */
import type { Client } from '../../client.ts'
import { MOST_BYTES } from '../../web/fetch-resource.ts'
import { ask, askList, orNull } from '../archive/api.ts'
import { slugParam } from '../archive/article.ts'
import { defined } from '../input/defined.ts'
import type { FoundCapture, LoadedCapture } from './found-capture.ts'

/** The most captures and bytes of one call. */
const MOST_CAPTURES = 25
const MOST_TOGETHER = 8 * 1024 * 1024

type ImportBody = Parameters<Client['v1']['captures']['import']['$post']>[0]['json']
type SentCapture = ImportBody['captures'][number]

/** The fate of a capture. */
export interface SentResult {
  readonly address: string
  readonly captured_at: string
  readonly source: string
  /** As the archive tells it, or `not_loaded`: the source cannot be read, so nothing was recorded. */
  readonly outcome: string
  readonly known: boolean
  readonly article: string | null
  readonly version: number | null
  readonly evidence: readonly { readonly rule: string; readonly text: string | null }[]
}

export interface Sending {
  readonly client: Client
  /** Null: found or made by the address of each page. */
  readonly article: string | null
  readonly publication: string | null
  /** CSS selectors of what is the body, and of what is no part of it. */
  readonly keep: string[] | undefined
  readonly drop: string[] | undefined
}

/** Sends captures that are in the order of time. Yields what became of each, after it is recorded. */
export async function* sendCaptures(sending: Sending, captures: readonly FoundCapture[]): AsyncGenerator<SentResult> {
  let waiting: Loaded[] = []
  let bytes = 0
  for (const found of captures) {
    const loaded = await found.load().catch((error: unknown) => ({ error }))
    if ('error' in loaded) {
      // A page that was read already must not be asked for again.
      yield* sendTogether(sending, waiting)
      throw loaded.error
    }
    const missing = 'missing' in loaded ? loaded.missing : reasonAgainst(loaded)
    if (missing !== null || 'missing' in loaded) {
      yield notLoaded(found, missing ?? '')
      continue
    }
    if (waiting.length >= MOST_CAPTURES || (waiting.length > 0 && bytes + loaded.bytes.length > MOST_TOGETHER)) {
      yield* sendTogether(sending, waiting)
      waiting = []
      bytes = 0
    }
    waiting.push({ found, loaded })
    bytes += loaded.bytes.length
  }
  yield* sendTogether(sending, waiting)
}

interface Loaded {
  readonly found: FoundCapture
  readonly loaded: LoadedCapture
}

const reasonAgainst = ({ bytes }: LoadedCapture): string | null =>
  bytes.length > MOST_BYTES ? `it has more than ${MOST_BYTES} bytes` : null

const notLoaded = ({ url, capturedAt, source }: FoundCapture, reason: string): SentResult => ({
  address: url,
  captured_at: capturedAt,
  source,
  outcome: 'not_loaded',
  known: false,
  article: null,
  version: null,
  evidence: [{ rule: 'source', text: reason }],
})

async function* sendTogether({ client, article, publication, keep, drop }: Sending, captures: readonly Loaded[]) {
  if (captures.length === 0) return
  const json: ImportBody = {
    captures: captures.map(sentCapture),
    ...(article !== null && { article }),
    ...(publication !== null && { publication }),
    ...defined({ keep, drop }),
  }
  const { data } = await ask(client.v1.captures.import.$post({ query: {}, json }))
  for (const [i, result] of data.entries()) yield { ...result, source: captures[i]?.found.source ?? '' }
}

/** The most fields that are sent, and the longest value of one. */
const MOST_FIELDS = 60
const LONGEST_FIELD = 4000

function sentCapture({ found, loaded }: Loaded): SentCapture {
  const fields = Object.entries(loaded.headers).filter(([name, value]) => name.length <= 100 && value.length <= LONGEST_FIELD)
  return {
    url: found.url,
    captured_at: loaded.capturedAt ?? found.capturedAt,
    bytes: Buffer.from(loaded.bytes).toString('base64'),
    status: loaded.status,
    headers: Object.fromEntries(fields.slice(0, MOST_FIELDS)),
    source: found.source.slice(0, 2000),
  }
}

/** Records the article of `--article` where the archive does not have it. */
export async function ensureArticle(client: Client, slug: string, publication: string | null, url: string): Promise<void> {
  const known = await orNull(ask(client.v1.articles[':slug'].$get({ param: slugParam(slug), query: {} })))
  if (known === null)
    await ask(client.v1.articles.$post({ query: {}, json: { slug, url, ...(publication && { publication }) } }))
}

/** The times at which the archive has imported captures of an address. */
export async function importedTimes(client: Client, address: string): Promise<Set<string>> {
  const { data } = await askList(Number.POSITIVE_INFINITY, (query) => client.v1.captures.$get({ query: { ...query, address } }))
  return new Set(data.flatMap(({ watch, captured_at }) => (watch === null ? [captured_at] : [])))
}
