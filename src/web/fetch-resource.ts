/** Fetches a page or a feed, or posts a form: redirects are followed and recorded, each to a public address only, within limits of time and size. */
import { addressFault } from '../addresses/public-address.ts'
import { type Get, readBody, type WebAnswer } from './get.ts'

/** How long a fetch with all of its redirects may take where nothing else is set, in seconds. */
export const LONGEST_FETCH = 30
/** The most bytes of a page, decoded. */
export const MOST_BYTES = 5 * 1024 * 1024
/** The most redirects, as in the Fetch standard of browsers. */
export const MOST_REDIRECTS = 20

export interface Redirect {
  readonly status: number
  /** Where it leads. */
  readonly url: string
}

/** Why nothing was read. */
export type FetchFault =
  | 'address_refused'
  | 'robots_disallowed'
  | 'host_busy'
  | 'timeout'
  | 'network_error'
  | 'redirect_loop'
  | 'too_large'

export interface Fetched {
  /** The address of the last answer. */
  readonly url: string
  readonly redirects: readonly Redirect[]
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface NotFetched {
  readonly url: string
  readonly redirects: readonly Redirect[]
  readonly fault: FetchFault
  readonly message: string
}

/** The validators of the representation that was read last at an address. */
export interface Validators {
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface Fetching {
  readonly get: Get
  /** Private addresses are allowed, for development. */
  readonly anywhere: boolean
  readonly userAgent: string
  /** The longest that the fetch may take with all of its redirects, in seconds. Default: LONGEST_FETCH. */
  readonly timeout?: number | undefined
  /** Ends the fetch; then it throws. */
  readonly stopped?: AbortSignal | undefined
  /** Called before each request; returns why it must not be made, or null. */
  readonly admit: (url: string) => Promise<{ readonly fault: FetchFault; readonly message: string } | null>
}

interface Sent {
  readonly accept: string
  readonly validators?: Validators | null
  /** Makes it a POST, which only redirects that keep its method lead elsewhere (RFC 9110, section 15.4). */
  readonly form?: URLSearchParams
}

const REDIRECTS = [301, 302, 303, 307, 308]
const REDIRECTS_OF_A_FORM = [307, 308]

/** Fetches `address`. Throws only where `stopped` ended it. */
export async function fetchResource(
  fetching: Fetching,
  address: string,
  { accept, validators, form }: Sent,
): Promise<Fetched | NotFetched> {
  const redirects: Redirect[] = []
  const { timeout: longest = LONGEST_FETCH } = fetching
  const timeout = AbortSignal.timeout(longest * 1000)
  const signal = fetching.stopped ? AbortSignal.any([timeout, fetching.stopped]) : timeout
  const seen = new Set<string>()
  let url = withoutFragment(address)
  const failed = (fault: FetchFault, message: string): NotFetched => ({ url, redirects, fault, message })
  try {
    for (;;) {
      const wrong = addressFault(url, { anywhere: fetching.anywhere, http: true })
      if (wrong !== null) return failed('address_refused', `The address ${wrong}.`)
      if (seen.has(url) || redirects.length > MOST_REDIRECTS)
        return failed('redirect_loop', `It redirects ${redirects.length} times.`)
      seen.add(url)
      const refused = await fetching.admit(url)
      if (refused) return failed(refused.fault, refused.message)
      const asked = conditions(validators, url)
      const headers = { Accept: accept, 'User-Agent': fetching.userAgent, ...asked }
      const answer = await fetching.get(url, form ? { ...posted(form, headers), signal } : { headers, signal })
      const next = target(answer, url, form ? REDIRECTS_OF_A_FORM : REDIRECTS)
      if (next !== null) {
        await answer.body?.cancel().catch(() => {})
        redirects.push({ status: answer.status, url: next })
        url = next
        continue
      }
      if (answer.status === 304 && Object.keys(asked).length === 0) {
        await answer.body?.cancel().catch(() => {})
        return failed('network_error', 'It answered 304 to a request without a condition.')
      }
      const bytes = await readBody(answer.body, MOST_BYTES)
      if (bytes === null) return failed('too_large', `It has more than ${MOST_BYTES} bytes.`)
      return { url, redirects, status: answer.status, headers: Object.fromEntries(answer.headers), bytes }
    }
  } catch (error) {
    if (fetching.stopped?.aborted) throw error
    if (timeout.aborted) return failed('timeout', `It was not read within ${longest} seconds.`)
    return failed('network_error', reasonOf(error).slice(0, 300))
  }
}

const posted = (form: URLSearchParams, headers: Readonly<Record<string, string>>) =>
  ({
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }) as const

function withoutFragment(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  url.hash = ''
  return url.href
}

/** The address to which an answer redirects, absolute; null: it does not. */
function target({ status, headers }: WebAnswer, base: string, redirects: readonly number[]): string | null {
  const location = headers.get('location')
  if (!redirects.includes(status) || location === null) return null
  const url = URL.parse(latin1AsUtf8(location), base)
  return url ? withoutFragment(url.href) : null
}

/** Servers send addresses in UTF-8, and runtimes read header fields as Latin-1. */
function latin1AsUtf8(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0020-\u00ff]/.test(text)) return text
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return text
  }
}

/** The conditions under which an answer is 304 (RFC 9110, section 13). */
function conditions(validators: Validators | null | undefined, url: string): Record<string, string> {
  if (!validators || validators.url !== url) return {}
  return {
    ...(validators.etag !== null && { 'If-None-Match': validators.etag }),
    ...(validators.lastModified !== null && { 'If-Modified-Since': validators.lastModified }),
  }
}

/** The error of `fetch` has the reason in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message || error.name
}
