/** The archive that a command uses: a server's address, or a SQLite file. */
import { wrongUsage } from '../exit.ts'

export type Target =
  | { readonly kind: 'server'; readonly url: URL; readonly token: string | null }
  | { readonly kind: 'file'; readonly path: string; readonly create: boolean; readonly operator?: string }

const DEFAULT_ARCHIVE = 'archive.sqlite'

/** The flags of every command that uses an archive. */
export const targetArgs = {
  url: { type: 'string', valueHint: 'address', description: 'A running server (or CLAIMTRAIL_URL)' },
  token: { type: 'string', valueHint: 'token', description: 'Its bearer token (or CLAIMTRAIL_TOKEN)' },
  archive: { type: 'string', valueHint: 'file', description: `A SQLite file (or ARCHIVE; default ${DEFAULT_ARCHIVE})` },
  json: { type: 'boolean', description: 'Answer in JSON' },
} as const

export interface TargetFlags {
  readonly url?: string | undefined
  readonly token?: string | undefined
  readonly archive?: string | undefined
  readonly json?: boolean | undefined
}

/** Flags precede the environment, and a server precedes a file. `create` allows that the file does not exist yet. */
export function targetOf(flags: TargetFlags, env: Readonly<Record<string, string | undefined>>, create: boolean): Target {
  if (flags.url !== undefined && flags.archive !== undefined) {
    throw wrongUsage('--url and --archive name two archives; give one of them')
  }
  if (flags.token !== undefined && flags.archive !== undefined) {
    throw wrongUsage('--token goes with --url; a file given by --archive needs none')
  }
  const url = flags.url ?? (flags.archive === undefined ? env.CLAIMTRAIL_URL : undefined)
  if (url) return { kind: 'server', url: serverAddress(url), token: flags.token ?? (env.CLAIMTRAIL_TOKEN || null) }
  if (flags.token !== undefined) throw wrongUsage('--token goes with --url (or CLAIMTRAIL_URL); give the server')
  return { kind: 'file', path: flags.archive ?? (env.ARCHIVE || DEFAULT_ARCHIVE), create }
}

function serverAddress(text: string): URL {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw wrongUsage(`--url (or CLAIMTRAIL_URL): "${text}" is not a server's address; write it as http://127.0.0.1:8787`)
  }
  return url
}
