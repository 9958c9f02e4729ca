/** A hub of the tests: it takes requests, confirms them on cue, and sends signed reports. */
import type { Ask } from '../../http/stage.ts'
import type { Page, Site } from '../site.ts'

export class Hub {
  readonly url: string
  /** The requests that came to it. */
  readonly asked: URLSearchParams[] = []
  answer: Page | ((form: URLSearchParams) => Promise<Page>) = { status: 202 }
  readonly #ask: Ask

  /** `ask` requests the archive by a path. */
  constructor(site: Site, url: string, ask: Ask) {
    this.url = url
    this.#ask = ask
    site.services.set(url, async (form) => {
      this.asked.push(form)
      return typeof this.answer === 'function' ? this.answer(form) : this.answer
    })
  }

  get last(): URLSearchParams {
    const form = this.asked.at(-1)
    if (!form) throw new Error('the hub was not asked')
    return form
  }

  pathOf(form = this.last): string {
    return new URL(form.get('hub.callback') ?? '').pathname
  }

  /** Tells the subscriber what the request says, unless `changed` says otherwise; null leaves a parameter out. */
  tell(changed: Readonly<Record<string, string | null>> = {}, form = this.last): Promise<Response> {
    const told = { mode: form.get('hub.mode'), topic: form.get('hub.topic'), challenge: 'c<h>+1', lease_seconds: '864000' }
    const query = new URLSearchParams({ unknown: '1' })
    for (const [name, value] of Object.entries<string | null>({ ...told, ...changed }))
      if (value !== null) query.set(`hub.${name}`, value)
    return this.#ask(`${this.pathOf(form)}?${query}`)
  }

  /** Sends a report, signed by `signature` of the body and the secret; null leaves the signature out. */
  async report(
    signature: (body: string, secret: string) => Promise<string | null> = signed,
    form = this.last,
  ): Promise<number> {
    const body = '<feed/>'
    const field = await signature(body, form.get('hub.secret') ?? '')
    const headers = { 'Content-Type': 'application/atom+xml', ...(field !== null && { 'X-Hub-Signature': field }) }
    return (await this.#ask(this.pathOf(form), { method: 'POST', headers, body })).status
  }
}

const encoded = (text: string) => new TextEncoder().encode(text)

/** `sha256=…`, or by another hash. */
export async function signed(body: string, secret: string, method = 'sha256', hash = 'SHA-256'): Promise<string> {
  const key = await crypto.subtle.importKey('raw', encoded(secret), { name: 'HMAC', hash }, false, ['sign'])
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoded(body)))
  return `${method}=${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
