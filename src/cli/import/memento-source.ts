/** The mementos of a list: each is fetched from its archive when its turn comes. */
import { type CaptureSource, type FoundCapture, isPage, type LoadedCapture, type NotLoaded, Skipped } from './found-capture.ts'
import type { ListedMemento } from './memento-list.ts'
import type { PoliteFetch } from './polite-fetch.ts'

const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1'

/** The type of a record that says that the page was the same as before. */
const REVISIT = /^warc\/revisit$/i

/** A memento as its server sent it, without the archive's own banner and rewritten links: "…/20250312120500id_/https://…". */
export function rawAddress(memento: string): string {
  return memento.replace(/\/(\d{4,14})(?:[a-z]{2}_)?\/(?=https?:\/\/?[^/])/, '/$1id_/')
}

/** The address of a memento in an archive, by the time and the address of the page. */
const replayed = (replay: string, capturedAt: string, url: string): string =>
  `${replay.replace(/\/+$/, '')}/${capturedAt.replace(/\D/g, '').slice(0, 14)}id_/${url}`

/** `replay`: where an archive shows the captures of its listing. */
export function mementoSource(mementos: readonly ListedMemento[], fetch: PoliteFetch, replay: string): CaptureSource {
  const skipped = new Skipped()
  const same = new SameBodies()
  const captures = mementos.flatMap((listed): FoundCapture[] => {
    const { url, capturedAt, status, type } = listed
    if (type !== null && !isPage(type) && !REVISIT.test(type) && type !== 'unk') skipped.add('no page')
    else if (status !== null && status >= 300 && status < 400) skipped.add('redirect')
    else {
      const source = listed.memento === null ? replayed(replay, capturedAt, url) : rawAddress(listed.memento)
      return [{ url, capturedAt, source, load: () => same.load(listed, () => load(fetch, source)) }]
    }
    return []
  })
  return { captures, skipped, isRemote: true, close: async () => {} }
}

/** Mementos that their list gives one digest have one body, which is fetched once. */
class SameBodies {
  readonly #bodies = new Map<string, LoadedCapture>()

  async load({ digest, url }: ListedMemento, fetch: () => Promise<LoadedCapture | NotLoaded>) {
    const key = `${digest} ${url}`
    const known = digest === null ? undefined : this.#bodies.get(key)
    if (known) return { ...known, capturedAt: undefined }
    const loaded = await fetch()
    // Captures come in the order of time, so the next with this digest comes soon.
    if (this.#bodies.size >= KEPT) this.#bodies.delete(this.#bodies.keys().next().value ?? '')
    if (digest !== null && !('missing' in loaded) && loaded.capturedAt === undefined) this.#bodies.set(key, loaded)
    return loaded
  }
}

const KEPT = 8

async function load(fetch: PoliteFetch, source: string): Promise<LoadedCapture | NotLoaded> {
  const answer = await fetch.get(source, ACCEPT)
  if ('missing' in answer) return answer
  const { status, headers, bytes, redirects } = answer
  const time = Date.parse(headers['memento-datetime'] ?? '')
  // Without the time of a capture the failure is the archive's own, and tells nothing about the page.
  if (status >= 400 && Number.isNaN(time)) return { missing: `the archive answers ${status}` }
  const landedElsewhere = redirects.length > 0 && !Number.isNaN(time)
  return {
    status,
    headers: headersOf(headers),
    bytes,
    capturedAt: landedElsewhere ? new Date(time).toISOString() : undefined,
  }
}

const ORIGINAL = 'x-archive-orig-'
/** Fields that describe the page where the archive does not repeat those of its server. */
const OF_THE_PAGE = ['content-type', 'content-language', 'last-modified', 'etag', 'memento-datetime']

/** The fields that the page's server sent, as far as the archive repeats them. */
function headersOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  const original = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(ORIGINAL) ? [[name.slice(ORIGINAL.length), value] as const] : [],
  )
  const own = OF_THE_PAGE.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const]))
  return Object.fromEntries([...own, ...original])
}
