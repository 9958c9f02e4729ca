/** The failure where no route matches: 405 with Allow if the path has other methods (RFC 9110, section 15.5.6), else 404. */
import type { Context } from 'hono'
import { Failure } from '../../failure.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

interface Router {
  match(method: string, path: string): readonly [readonly unknown[], ...unknown[]]
}

/** Returns the failure, and sets Allow. */
export function notFound(router: Router, c: Context): Failure {
  const { path, method } = c.req
  const handlers = (name: string) => router.match(name, path)[0].length
  // Middleware runs on every path and is no route.
  const always = handlers('NONE')
  const taken = METHODS.filter((name) => handlers(name) > always)
  // The route of files has the method, but the file does not exist.
  if (taken.length === 0 || taken.some((name) => name === method))
    return new Failure('not_found', `There is no resource ${path}.`)
  const allow = [...taken.flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name])), 'OPTIONS'].join(', ')
  c.header('Allow', allow)
  return new Failure('method_not_allowed', `${path} takes ${allow}, not ${method}.`)
}
