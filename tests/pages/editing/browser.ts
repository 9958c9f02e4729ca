/** A browser without script at the pages of a stage: it keeps the cookie of its session and sends forms as they stand. */
import type { Stage } from '../../http/stage.ts'
import { TOKEN, well } from '../../http/stage.ts'

export const ORIGIN = 'http://localhost'
export const ACCEPT = 'text/html,application/xhtml+xml,*/*;q=0.8'

export type FormFields = Readonly<Record<string, string | readonly string[]>>

export const encoded = (fields: FormFields): string =>
  String(new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))))

/** Sends a form; `headers` replace those of a browser, undefined leaves one out. */
export function send(
  { ask }: Stage,
  path: string,
  fields: FormFields,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<Response> {
  const all = { Accept: ACCEPT, Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded', ...headers }
  const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return ask(path, { method: 'POST', headers: Object.fromEntries(given), body: encoded(fields) })
}

/** The cookies that an answer sets, as the next request sends them. */
export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .filter((cookie) => !/Max-Age=0/.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

export const signIn = (stage: Stage, token: string, more: FormFields = {}, headers = {}): Promise<Response> =>
  send(stage, '/sign-in', { token, ...more }, headers)

export interface Browser {
  readonly cookie: string
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  text(path: string): Promise<string>
  /** Sends a form with the token of this session's forms and a key of its own, unless `fields` or `headers` say otherwise. */
  post(path: string, fields: FormFields, headers?: Readonly<Record<string, string | undefined>>): Promise<Response>
}

/** A browser that signed in with a token. */
export async function signedIn(stage: Stage, token = TOKEN): Promise<Browser> {
  const answer = await signIn(stage, token)
  if (answer.status !== 303) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  const cookie = cookieOf(answer)
  const get: Browser['get'] = (path, headers = {}) =>
    stage.ask(path, { headers: { Accept: ACCEPT, Cookie: cookie, ...headers } })
  const text: Browser['text'] = async (path) => (await well(get(path))).text()
  const form = formTokenIn(await (await get('/sign-in')).text())
  return {
    cookie,
    get,
    text,
    post: (path, fields, headers = {}) =>
      send(stage, path, { form, once: onceKey(), ...fields }, { Cookie: cookie, ...headers }),
  }
}

let drawn = 0
/** A key as each form has one of its own. */
export const onceKey = (): string => String(++drawn).padStart(43, '0')

export const formTokenIn = (text: string): string => /name="form" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''

/** A new token with these scopes. */
export async function tokenWith(stage: Stage, ...scopes: string[]): Promise<{ token: string; id: number }> {
  return (await well(stage.send('POST', '/v1/tokens', { name: scopes.join(' '), scopes }))).json() as never
}
