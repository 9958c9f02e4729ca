/** An address of the web as the end of a path. */
import type { Context } from 'hono'
import { invalid } from '../../failure.ts'

const SCHEME = /^https?:\/+/i

const OTHER_SCHEME = /^(?!https?:)[a-z][a-z\d+.-]*:\/\//i

/**
 * The address that follows `prefix` in the path of a request, as a URI: raw, with its query, which belongs to it, or percent-encoded; http
 * where it has no scheme. A proxy may have made one slash of two. Throws Failure invalid where it is no address.
 */
export function addressInPath(c: Context, prefix: string): string {
  const { pathname, search } = new URL(c.req.url)
  const rest = pathname.slice(prefix.length)
  const given = (SCHEME.test(rest) ? rest : decoded(rest)) + search
  const address = SCHEME.test(given) ? given.replace(/:\/+/, '://') : `http://${given}`
  const url = URL.parse(address)
  if (!url || OTHER_SCHEME.test(given)) throw invalid('path.url', 'is no address of the web')
  return url.href
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw invalid('path.url', 'is not UTF-8, percent-encoded')
  }
}
