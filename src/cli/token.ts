/** `claimtrail token create|list|revoke`: who may write to an archive file. Tokens are made where the archive is, never over the
 * network. */
import type { Store } from '../store/store.ts'
import { createToken, listTokens, revokeToken, SCOPES, type Scope, type TokenInfo } from '../tokens.ts'
import { command } from './command.ts'
import { EXIT, Stop, wrongUsage } from './exit.ts'
import { DEFAULT_ARCHIVE, placeArgs } from './place.ts'
import type { Session } from './session.ts'
import { columns, printable } from './style.ts'
import { writeJson, writeLines } from './with-archive.ts'

const DEFAULT_SCOPE: Scope = 'archive:write'

const args = { archive: placeArgs.archive, json: placeArgs.json } as const

export const tokenCreate = command({
  name: 'token create',
  description: 'Create a token; it is shown once',
  args: {
    name: { type: 'positional', required: true, description: 'What it is for, so that you know which to revoke' },
    scope: { type: 'string', valueHint: 'scopes', description: `By commas: ${SCOPES.join(', ')} (default ${DEFAULT_SCOPE})` },
    ...args,
  },
  examples: ['token create newsroom-bot', 'token create editor --scope archive:write,review:write --archive archive.sqlite'],
  async run({ name, scope, archive, json }, session) {
    const scopes = scopesIn(scope)
    const now = session.now().toISOString()
    const made = await withStore(archive, session, true, (store) => createToken(store, { name, scopes, now }))
    if (json) writeJson(session, { token: made.token, ...tokenJson(made.info) })
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
    const tokens = await withStore(archive, session, false, listTokens)
    if (json) writeJson(session, { data: tokens.map(tokenJson) })
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
    const now = session.now().toISOString()
    const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null
    const revoked = await withStore(archive, session, false, async (store) => {
      return number !== null && (await revokeToken(store, number, now))
    })
    if (!revoked) throw new Stop(EXIT.archive, `there is no token ${id}; claimtrail token list shows them`)
    if (json) writeJson(session, { id: number, revoked })
    else writeLines(session, [`revoked ${id}`])
    return EXIT.good
  },
})

async function withStore<T>(
  archive: string | undefined,
  session: Session,
  create: boolean,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const file = session.openStore(archive ?? (session.env.ARCHIVE || DEFAULT_ARCHIVE), create)
  try {
    return await use(file.store)
  } finally {
    file.close()
  }
}

function scopesIn(text: string | undefined): Scope[] {
  const asked = (text ?? DEFAULT_SCOPE).split(',').map((scope) => scope.trim())
  const scopes = SCOPES.filter((scope) => asked.includes(scope))
  const unknown = asked.find((scope) => !scopes.some((known) => known === scope))
  if (unknown !== undefined) throw wrongUsage(`--scope: there is no scope "${unknown}"; the scopes are ${SCOPES.join(', ')}`)
  return scopes
}

function tokenJson({ id, name, scopes, createdAt, revokedAt }: TokenInfo) {
  return { id, name, scopes, created_at: createdAt, revoked_at: revokedAt }
}

function tokenRow({ id, name, scopes, createdAt, revokedAt }: TokenInfo): string[] {
  return [String(id), createdAt, revokedAt === null ? 'active' : 'revoked', scopes.join(','), printable(name)]
}
