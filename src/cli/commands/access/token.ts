/** `claimtrail token create|list|revoke`: tokens of an archive. On a server they need the scope archive:admin. */

import { isoTime } from '../../../core/iso-time.ts'
import { SCOPES, type Scope } from '../../../settings/scopes.ts'
import type { Token } from '../../answers.ts'
import { ask } from '../../archive/api.ts'
import { targetArgs } from '../../archive/target.ts'
import { withArchive, withId } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT, wrongUsage } from '../../exit.ts'
import { writeAnswer, writeSecret } from '../../output/output.ts'
import { columns, printable } from '../../output/style.ts'

const DEFAULT_SCOPE: Scope = 'archive:write'

export const tokenCreate = command({
  name: 'token create',
  description: 'Create a token; it is shown once',
  args: {
    name: { type: 'positional', description: 'Its purpose, so that you know which to revoke' },
    scope: {
      type: 'string',
      valueHint: 'scopes',
      description: `Scopes, separated by commas: ${SCOPES.join(', ')} (default ${DEFAULT_SCOPE})`,
    },
    expires: {
      type: 'string',
      valueHint: 'when',
      description: 'The last day, such as 2027-03-31, or in how many days, such as 90d (default: it does not end)',
    },
    ...targetArgs,
  },
  examples: [
    'token create newsroom-bot --expires 90d',
    'token create editor --scope archive:write,review:write --archive archive.sqlite',
  ],
  async run({ name, scope, expires, ...flags }, session) {
    const scopes = scopesIn(scope)
    const expiresAt = expiryIn(expires, session.now())
    const made = await withArchive(flags, session, { writes: true }, ({ v1 }) =>
      ask(v1.tokens.$post({ query: {}, json: { name, scopes, expires_at: expiresAt } })),
    )
    writeSecret(session, flags, made, made.token, 'keep this token; it is not shown again')
    return EXIT.good
  },
})

export const tokenList = command({
  name: 'token list',
  description: 'List the tokens (never the secrets)',
  args: targetArgs,
  examples: ['token list', 'token list --json'],
  async run(flags, session) {
    const { data } = await withArchive(flags, session, { writes: false }, ({ v1 }) => ask(v1.tokens.$get({ query: {} })))
    writeAnswer(session, flags, { data }, () =>
      data.length === 0 ? ['no tokens'] : columns(data.map((token) => tokenRow(token, session.now()))),
    )
    return EXIT.good
  },
})

export const tokenRevoke = command({
  name: 'token revoke',
  description: 'Revoke a token by the id that `token list` shows',
  args: { id: { type: 'positional', description: "The token's id" }, ...targetArgs },
  examples: ['token revoke 3'],
  async run(flags, session) {
    const answer = await withId(flags, session, 'token', ({ v1 }, param) => ask(v1.tokens[':id'].$delete({ param, query: {} })))
    writeAnswer(session, flags, answer, () => [`revoked ${flags.id}`])
    return EXIT.good
  },
})

function scopesIn(text: string | undefined): Scope[] {
  const asked = (text ?? DEFAULT_SCOPE).split(',').map((scope) => scope.trim())
  const scopes = SCOPES.filter((scope) => asked.includes(scope))
  const unknown = asked.find((scope) => !scopes.some((known) => known === scope))
  if (unknown !== undefined) throw wrongUsage(`--scope: there is no scope "${unknown}"; the scopes are ${SCOPES.join(', ')}`)
  return scopes
}

/** The end of the last day, or the time in so many days; null: none was named. */
function expiryIn(text: string | undefined, now: Date): string | null {
  if (text === undefined) return null
  const days = /^(\d{1,4})d$/.exec(text)?.[1]
  const time = days === undefined ? isoTime(text) : new Date(now.getTime() + Number(days) * 86_400_000).toISOString()
  if (time === null)
    throw wrongUsage(`--expires: "${text}" is neither a date such as 2027-03-31 nor a number of days such as 90d`)
  if (time <= now.toISOString()) throw wrongUsage(`--expires: ${text} is past`)
  return time
}

function tokenRow(token: Token, now: Date): string[] {
  const { id, name, scopes, created_at, last_used_at, expires_at } = token
  const used = last_used_at === null ? 'never used' : `used ${last_used_at}`
  const ends = expires_at === null ? 'does not end' : `ends ${expires_at}`
  return [String(id), created_at, stateOf(token, now), used, ends, scopes.join(','), printable(name)]
}

function stateOf({ revoked_at, expires_at }: Token, now: Date): string {
  if (revoked_at !== null) return 'revoked'
  return expires_at !== null && expires_at <= now.toISOString() ? 'expired' : 'active'
}
