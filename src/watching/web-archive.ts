/** Asks a public web archive to keep the page of a new version, so that others can check what the archive here has. */
import { recordWebArchive, type WebArchiveRequest } from '../store/captures/web-archives.ts'
import { isoOf, type Watching } from './watching.ts'

/** How long the web archive may take to answer, in seconds: it reads the page meanwhile. */
const PATIENCE = 60

/** Requests `page` at the web archive of the settings, if they name one, and records the outcome. Never throws for faults of the network. */
export async function keepElsewhere(w: Watching, slug: string, version: number, page: string): Promise<void> {
  if (!w.webArchive) return
  const address = w.webArchive + page
  const timeout = AbortSignal.timeout(PATIENCE * 1000)
  const signal = w.stopped ? AbortSignal.any([timeout, w.stopped]) : timeout
  const requestedAt = isoOf(w.clock())
  let outcome: Pick<WebArchiveRequest, 'status' | 'keptAt' | 'error'>
  try {
    const { status, headers, body } = await w.get(address, { headers: { 'User-Agent': w.userAgent }, signal })
    await body?.cancel().catch(() => {})
    const named = headers.get('content-location') ?? headers.get('location')
    const error = status < 400 ? null : `It answered ${status}.`
    outcome = { status, keptAt: named === null ? null : (URL.parse(named, address)?.href ?? null), error }
  } catch (error) {
    const reason = timeout.aborted
      ? `It did not answer within ${PATIENCE} seconds.`
      : error instanceof Error
        ? error.message
        : String(error)
    outcome = { status: null, keptAt: null, error: reason.slice(0, 300) }
  }
  await recordWebArchive(w.store, slug, version, { address, requestedAt, ...outcome })
}
