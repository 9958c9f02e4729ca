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
  if (c.res.headers.has('content-security-policy')) return
  protect(c)
  protectTransport(c)
}

/** Keeps responses that need a token out of shared caches (RFC 9111, section 3.5); public files stay public. */
export function keepPrivate(c: Answered): void {
  const control = c.res.headers.get('cache-control')
  if (control?.includes('public')) return
  if (!control?.includes('private')) c.header('Cache-Control', ['private', control].filter(Boolean).join(', '))
  c.header('Vary', 'Authorization', { append: true })
}
