/** Protects answers whatever route gives them: what browsers may do with them, and which caches may keep them. */
import type { Context } from 'hono'
import { PROTECTIVE_HEADERS, STRICT_TRANSPORT } from '../../web/protective-headers.ts'
import type { App } from '../context.ts'

type Answered = Pick<Context<App>, 'var' | 'req' | 'res' | 'header'>

/** Whether readers ask by TLS: a proxy before this process may end it. */
const byTls = ({ var: { config }, req }: Answered): boolean => (config.publicUrl ?? req.url).startsWith('https:')

/** Sets the headers of every answer that do not depend on the settings, so that a failure to read these has them too. */
export function protect(c: Answered): void {
  for (const [name, value] of Object.entries(PROTECTIVE_HEADERS)) c.header(name, value)
}

/** Has browsers come by TLS from then on, where they do. */
export function protectTransport(c: Answered): void {
  if (byTls(c)) c.header(...STRICT_TRANSPORT)
}

/** The same for an answer that a middleware made by itself, such as that of files, which knows nothing of them. */
export function protectForeign(c: Answered): void {
  // Into the answer's own fields, here and below: c.header() would build the answer anew, from its body as a stream.
  const { headers } = c.res
  if (headers.has('content-security-policy')) return
  for (const [name, value] of Object.entries(PROTECTIVE_HEADERS)) headers.set(name, value)
  if (byTls(c)) headers.set(...STRICT_TRANSPORT)
}

/** Keeps responses that need a token out of shared caches (RFC 9111, section 3.5); public files stay public. */
export function keepPrivate({ res: { headers } }: Answered): void {
  const control = headers.get('cache-control')
  if (control?.includes('public')) return
  if (!control?.includes('private')) headers.set('Cache-Control', ['private', control].filter(Boolean).join(', '))
  headers.append('Vary', 'Authorization')
}
