/**
 * Every operation of the OpenAPI document under every state of a token: who is let in is as the document says, where reading is open and
 * where it is closed. The requests have no body and name nothing that there is, so that whoever is let in changes nothing.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { createToken, revokeToken } from '../../src/auth/bearer-tokens.ts'
import { SCOPES, type Scope } from '../../src/settings/scopes.ts'
import { type Document, type Operation, operationsOf } from './described.ts'
import { NOW, read, type Stage, stageOver, TOKEN, tellStory } from './stage.ts'

const document = await read<Document>(stageOver({} as never).ask, '/openapi.json')
const operations = operationsOf(document)

const INVALID = ['none', 'garbage', 'the hash of one', 'revoked', 'expired'] as const
const STATES = [...INVALID, ...SCOPES, 'all but what it needs', 'bootstrap'] as const
type State = (typeof STATES)[number]

const tokens = new Map<string, string>()
const stages = new Map<boolean, Stage>()

beforeAll(async () => {
  const store = await openStore()
  for (const closed of [false, true]) stages.set(closed, stageOver(store, { readTokenRequired: closed }))
  await tellStory(stageOver(store))
  const make = (name: string, scopes: readonly Scope[], expiresAt: string | null = null) =>
    createToken(store, { name, scopes, now: '2026-02-28T12:00:00.000Z', expiresAt })
  for (const scope of SCOPES) tokens.set(scope, (await make(scope, [scope])).token)
  for (const scope of SCOPES)
    tokens.set(
      `all but ${scope}`,
      (
        await make(
          'most',
          SCOPES.filter((one) => one !== scope),
        )
      ).token,
    )
  const revoked = await make('revoked', SCOPES)
  await revokeToken(store, revoked.info.id, NOW)
  tokens.set('revoked', revoked.token)
  // It ends at the very moment at which the clock of the stage stands.
  tokens.set('expired', (await make('expired', SCOPES, NOW)).token)
  tokens.set('garbage', `ct_${'x'.repeat(43)}`)
  const [row] = await store.db.all<{ hash: string }>('select hash from tokens where id = 1')
  tokens.set('the hash of one', row?.hash ?? '')
  tokens.set('bootstrap', TOKEN)
})

/** The scopes that an operation needs, as the document tells: none where it is open. */
function neededBy({ security, description = '' }: Operation, closed: boolean): string[] {
  const isOpen = security.length === 0 || (!closed && security.some((one) => Object.keys(one).length === 0))
  if (isOpen) return []
  const own = security.flatMap((one) => one.token ?? [])
  return closed && description.includes('and archive:read where reading requires it') ? [...own, 'archive:read'] : own
}

/** The scopes of a state; null: it is no valid token. */
function scopesOf(state: State, needed: readonly string[]): readonly string[] | null {
  if (INVALID.some((one) => one === state)) return null
  if (state === 'bootstrap') return SCOPES
  return state === 'all but what it needs' ? SCOPES.filter((scope) => scope !== needed[0]) : [state]
}

/** The status that the document makes of a state: 401, 403, or null where it is let in. */
function refusalOf(state: State, needed: readonly string[]): 401 | 403 | null {
  if (needed.length === 0) return null
  const scopes = scopesOf(state, needed)
  if (scopes === null) return 401
  return needed.every((scope) => scopes.includes(scope)) ? null : 403
}

const place = (path: string) =>
  path.replace(/\{(\w+)\}/g, (_, name) => (name === 'url' ? 'https://none.example/' : name === 'range' ? '8..9' : '99999'))

describe.each([false, true])('reading closed: %s', (closed) => {
  test.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (_, operation) => {
    const needed = neededBy(operation, closed)
    const faults: string[] = []
    for (const state of STATES) {
      if (state === 'all but what it needs' && needed.length === 0) continue
      const token = tokens.get(state === 'all but what it needs' ? `all but ${needed[0]}` : state)
      const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` }
      for (const method of operation.method === 'GET' ? ['GET', 'HEAD'] : [operation.method]) {
        const answer = await stages.get(closed)?.ask(place(operation.path), { method, headers, redirect: 'manual' })
        await answer?.body?.cancel()
        const status = answer?.status ?? 0
        const refusal = refusalOf(state, needed)
        const isRight = refusal === null ? ![401, 403].includes(status) && status < 500 : status === refusal
        const isDescribed = String(status) in operation.responses || status === 404
        const challenges = status !== 401 || /^Bearer/.test(answer?.headers.get('www-authenticate') ?? '')
        if (!isRight || !isDescribed || !challenges) faults.push(`${method} with ${state}: ${status}, not ${refusal ?? 'in'}`)
      }
    }
    expect(faults).toEqual([])
  })
})

test('the table tells apart who is let in', () => {
  const outcomes = operations.flatMap((operation) =>
    [false, true].flatMap((closed) => STATES.map((state) => refusalOf(state, neededBy(operation, closed)))),
  )
  for (const outcome of [null, 401, 403]) expect(outcomes.filter((one) => one === outcome).length).toBeGreaterThan(200)
})

test('every scope opens something that no other opens', () => {
  const needed = new Set(operations.map((operation) => neededBy(operation, true)[0]))
  expect(SCOPES.filter((scope) => !needed.has(scope))).toEqual([])
})
