/** Identities of Cloudflare Access: the assertion (JWT) that it adds to each request, verified by the keys of its team. */
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { AccessSettings } from '../settings/access.ts'
import { sha256 } from '../store/hash.ts'
import type { Owner } from './bearer-tokens.ts'

/** Requests the keys. */
type GetKeys = (
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<{ readonly status: number; readonly headers: Headers; readonly body: ReadableStream<Uint8Array> | null }>

/** The header with the assertion. */
export const ASSERTION = 'cf-access-jwt-assertion'

/** The keys of each team, which are read anew every ten minutes, and where an assertion names another, at most twice a minute. */
export class AccessIdentities {
  readonly #keys = new Map<string, JWTVerifyGetKey>()

  /** The owner of an assertion; null: it is not valid now (`clock`, in milliseconds since 1970), or the keys cannot be read. */
  async ownerOf(assertion: string, settings: AccessSettings, get: GetKeys, clock: number): Promise<Owner | null> {
    const issuer = `https://${settings.team}.cloudflareaccess.com`
    try {
      const { payload } = await jwtVerify(assertion, this.#keysOf(issuer, get), {
        issuer,
        audience: settings.audience,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
        currentDate: new Date(clock),
      })
      // A service token has a common name, a person an e-mail.
      const name = [payload.email, payload.common_name].find((one) => typeof one === 'string' && one !== '')
      return typeof name === 'string' ? ownerNamed(name.toLowerCase(), settings) : null
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) console.error(error)
      return null
    }
  }

  #keysOf(issuer: string, get: GetKeys): JWTVerifyGetKey {
    const known = this.#keys.get(issuer)
    if (known) return known
    const keys = createRemoteJWKSet(new URL(`${issuer}/cdn-cgi/access/certs`), {
      [customFetch]: async (url: string, { signal }: { signal: AbortSignal }) => {
        const { status, headers, body } = await get(url, { headers: { Accept: 'application/json' }, signal })
        return new Response(body, { status, headers })
      },
    })
    this.#keys.set(issuer, keys)
    return keys
  }
}

/** Ids below 0, so that no token has the same. */
const idOf = (name: string) => -1 - Number.parseInt(sha256(`access ${name}`).slice(0, 12), 16)

function ownerNamed(name: string, { scopes }: AccessSettings): Owner {
  const given = scopes.filter(({ who }) => who === '*' || who === name || (who.startsWith('*@') && name.endsWith(who.slice(1))))
  return { id: idOf(name), name, scopes: [...new Set(given.flatMap((one) => one.scopes))] }
}
