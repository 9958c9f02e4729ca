/** The settings of Cloudflare Access. */
import { SCOPES, type Scope } from './scopes.ts'

/** An application of Cloudflare Access, and the scopes of who comes through it. */
export interface AccessSettings {
  readonly team: string
  readonly audience: string
  /** `who`: an e-mail, the common name of a service token, *@ and a host for every e-mail there, or * for everybody. */
  readonly scopes: readonly { readonly who: string; readonly scopes: readonly Scope[] }[]
}

/** Reads the settings of Access; undefined where none is set. Throws where one is missing or is not valid. */
export function accessSettings(team: string, audience: string, given: string): AccessSettings | undefined {
  if (team === '' && audience === '' && given === '') return undefined
  if (!/^[a-z0-9-]+$/.test(team))
    throw new Error(`ACCESS_TEAM is "${team}": give the name of the team, without .cloudflareaccess.com`)
  if (!/^[0-9a-f]{64}$/.test(audience)) throw new Error('ACCESS_AUD: give the 64 characters of the application’s audience tag')
  return { team, audience, scopes: given.split(';').map(scopesOfWhom) }
}

function scopesOfWhom(entry: string): AccessSettings['scopes'][number] {
  const [who = '', list = '', more] = entry.split('=').map((part) => part.trim())
  const names = list.split(',').map((name) => name.trim())
  const scopes = SCOPES.filter((scope) => names.includes(scope))
  if (who === '' || more !== undefined || scopes.length !== names.length)
    throw new Error(`ACCESS_SCOPES: "${entry.trim()}" is not such as "*@post.example=review:write,archive:read"`)
  return { who: who.toLowerCase(), scopes }
}
