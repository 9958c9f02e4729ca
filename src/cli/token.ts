/** `claimtrail token create|list|revoke`: who may write to an archive file. Tokens are made where the archive is, never over the
 * network. */
import { command } from './command.ts'
import { EXIT, Stop, wrongUsage } from './exit.ts'
import { placeArgs, placeOf } from './place.ts'
import type { Session } from './session.ts'
import { columns, printable } from './style.ts'
import { writeJson, writeLines } from './with-archive.ts'

export const SCOPES = ['archive:write', 'capture:write', 'review:write', 'hooks:write', 'archive:admin'] as const

export interface TokenRow {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: string
  readonly revokedAt: string | null
}

/** The tokens of an archive file. */
export interface TokenBook {
  /** Gives the token itself, which is stored only as a hash and never shown again. */
  readonly create: (wanted: {
    readonly name: string
    readonly scopes: readonly string[]
  }) => Promise<TokenRow & { readonly token: string }>
  readonly list: () => Promise<readonly TokenRow[]>
  /** False if there is no such token. */
  readonly revoke: (id: string) => Promise<boolean>
  readonly close: () => void
}

const args = { archive: placeArgs.archive, json: placeArgs.json } as const

export const tokenCreate = command({
  name: 'token create',
  description: 'Create a token; it is shown once',
  args: {
    name: { type: 'positional', required: true, description: 'What it is for, so that you know which to revoke' },
    scope: { type: 'string', valueHint: 'scopes', description: `By commas: ${SCOPES.join(', ')} (default ${SCOPES[0]})` },
    ...args,
  },
  examples: ['token create newsroom-bot', 'token create editor --scope archive:write,review:write --archive archive.sqlite'],
  async run({ name, scope, archive, json }, session) {
    const scopes = scopesIn(scope)
    const made = await withTokens(archive, session, true, (book) => book.create({ name, scopes }))
    if (json) writeJson(session, made)
    else {
      session.err.write('claimtrail: keep this token; it is not shown again\n')
      writeLines(session, [made.token])
    }
    return EXIT.good
  },
})

export const tokenList = command({
  name: 'token list',
  description: 'List the tokens (never the secrets)',
  args,
  examples: ['token list', 'token list --json'],
  async run({ archive, json }, session) {
    const tokens = await withTokens(archive, session, false, (book) => book.list())
    if (json) writeJson(session, { data: tokens })
    else writeLines(session, tokens.length === 0 ? ['no tokens'] : columns(tokens.map(tokenRow)))
    return EXIT.good
  },
})

export const tokenRevoke = command({
  name: 'token revoke',
  description: 'Revoke a token by the id that `token list` shows',
  args: { id: { type: 'positional', required: true, description: "The token's id" }, ...args },
  examples: ['token revoke 3'],
  async run({ id, archive, json }, session) {
    const revoked = await withTokens(archive, session, false, (book) => book.revoke(id))
    if (!revoked) throw new Stop(EXIT.archive, `there is no token ${id}; claimtrail token list shows them`)
    if (json) writeJson(session, { id, revoked })
    else writeLines(session, [`revoked ${id}`])
    return EXIT.good
  },
})

async function withTokens<T>(
  archive: string | undefined,
  session: Session,
  create: boolean,
  use: (book: TokenBook) => Promise<T>,
): Promise<T> {
  const place = placeOf({ archive }, { ARCHIVE: session.env.ARCHIVE }, create)
  if (place.kind !== 'file') throw wrongUsage('tokens are made where the archive is; give --archive')
  const book = await session.openTokens(place.path, place.create)
  try {
    return await use(book)
  } finally {
    book.close()
  }
}

function scopesIn(text: string | undefined): string[] {
  const scopes = (text ?? SCOPES[0]).split(',').map((scope) => scope.trim())
  const known: readonly string[] = SCOPES
  const unknown = scopes.find((scope) => !known.includes(scope))
  if (unknown !== undefined) throw wrongUsage(`--scope: there is no scope "${unknown}"; the scopes are ${SCOPES.join(', ')}`)
  return [...new Set(scopes)]
}

function tokenRow({ id, name, scopes, createdAt, revokedAt }: TokenRow): string[] {
  return [id, createdAt, revokedAt === null ? 'active' : 'revoked', scopes.join(','), printable(name)]
}
