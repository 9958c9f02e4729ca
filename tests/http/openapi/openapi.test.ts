/** The OpenAPI document: sound in itself, complete, and true of the answers. */
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openStore } from '#harness'
import { createApp } from '../../../src/app.ts'
import { type Document, type Operation, operationsOf, type Schema } from '../described.ts'
import { NOW, read, type Stage, stageOver, TOKEN, tellStory, well } from '../stage.ts'

let stage: Stage
let document: Document
let operations: readonly Operation[]

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles/ferry/claims/2/reviews', { action: 'reject', reason: 'No claim' }))
  document = await read<Document>(stage.ask, '/openapi.json')
  operations = operationsOf(document)
})

/** Every object in a value, with the way to it. */
function* objectsIn(value: unknown, at = '#'): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>]
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${at}/${key.replaceAll('/', '~1')}`)
}

test('says what it is', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: 'Claimtrail', version: expect.any(String) })
  expect(document.components.securitySchemes).toMatchObject({ token: { type: 'http', scheme: 'bearer' } })
})

test('every reference leads somewhere, and every type is one of JSON Schema', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
  for (const [at, object] of objectsIn(document)) {
    if (typeof object.$ref === 'string') {
      const [, kind = '', name = ''] = /^#\/components\/(schemas|headers|responses)\/(\w+)$/.exec(object.$ref) ?? []
      const components: Readonly<Record<string, object>> = document.components
      expect([at, object.$ref, Object.keys(components[kind] ?? {}).includes(name)]).toEqual([at, object.$ref, true])
    }
    if (at.endsWith('/schema') && object.type !== undefined) expect(types).toContain(object.type)
  }
})

test('every operation has a name of its own, a tag and a summary', () => {
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const operation of operations) {
    expect(operation.tags).toHaveLength(1)
    expect(operation.summary).toMatch(/\S/)
  }
})

test('the parameters of every path are declared once, and nothing else as one', () => {
  for (const operation of operations) {
    const { name, path } = operation
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
    expect([name, declared.map((parameter) => parameter.name)]).toEqual([
      name,
      [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]),
    ])
    expect(declared.every((parameter) => parameter.required === true)).toBe(true)
    const keys = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`)
    expect(new Set(keys).size).toBe(keys.length)
  }
})

/** The routes that answer programs; the pages are for people. */
const FOR_PROGRAMS = /^\/(?:v1|feeds|docs|openapi\.json|oembed|healthz|readyz)(?:\/|$)/

test('every route of the app for programs is in it, and none besides', () => {
  const app = createApp(() => ({
    store: stage.store,
    config: { readTokenRequired: false, bootstrapToken: '' },
    clock: Date.now,
  }))
  const served = app.routes
    .filter(({ method, path }) => !['ALL', 'OPTIONS'].includes(method) && FOR_PROGRAMS.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/(?<=.)\/$/, '').replace(/:(\w+)(?:\{[^}]+\})?/g, '{$1}')}`)
  expect(operations.map(({ name }) => name).sort()).toEqual([...new Set(served)].sort())
})

/** They have an answer of their own where the database fails. */
const STATES = ['GET /healthz', 'GET /readyz']

test('every failure is declared as problem details', () => {
  for (const operation of operations) {
    const { name } = operation
    const failures = Object.entries(operation.responses).filter(([status]) => status === 'default' || Number(status) >= 400)
    const kinds = failures
      .filter(([status]) => !(STATES.includes(name) && status === '503'))
      .map(([, r]) => Object.keys(r.content ?? {}))
    expect([name, new Set(kinds.flat())]).toEqual([name, new Set(['application/problem+json'])])
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', 'default']))
    for (const { description } of Object.values(operation.responses)) expect(description).toMatch(/\S/)
  }
})

test('says who needs a token', () => {
  for (const operation of operations) {
    const { name } = operation
    const open = [...STATES, 'GET /openapi.json', 'GET /docs'].includes(name)
    const reads = (name.startsWith('GET') || name.includes('/analyze/')) && !/\/(?:tokens|hooks|raw|export|audit)\b/.test(name)
    const one = { token: [expect.stringMatching(/^[a-z]+:[a-z]+$/)] }
    const expected = open ? [] : reads ? [{}, { token: ['archive:read'] }] : [one]
    expect([name, operation.security]).toMatchObject([name, expected])
    expect([name, '401' in operation.responses, '403' in operation.responses]).toEqual([name, !open, !open])
  }
})

test.each([
  ['GET /v1/articles', ['limit', 'cursor', 'format', 'q', 'publication', 'url', 'changed_since']],
  ['GET /v1/articles/{slug}/versions/{number}', ['claims', 'explain']],
  ['GET /v1/articles/{slug}/compare/{range}', ['format']],
  ['GET /v1/articles/{slug}/versions/latest', ['claims', 'explain']],
  ['GET /v1/articles/{slug}/versions/at/{time}', ['claims', 'explain']],
  ['GET /v1/articles/{slug}', ['version', 'at']],
  ['GET /v1/articles/{slug}/sources', ['limit', 'cursor', 'format', 'kind', 'q', 'version', 'at']],
  ['GET /v1/articles/{slug}/claims/{number}', ['explain', 'version', 'at']],
  ['POST /v1/analyze/claims', ['explain', 'furniture']],
  [
    'GET /v1/articles/{slug}/claims',
    [
      'limit',
      'cursor',
      'format',
      'status',
      'source',
      'verdict',
      'kind',
      'q',
      'min_check_worthiness',
      'explain',
      'sort',
      'version',
      'at',
    ],
  ],
  ['GET /v1/articles/{slug}/claims/{number}/reviews', ['limit', 'cursor', 'format', 'action', 'reviewer', 'since']],
  ['GET /v1/articles/{slug}/reviews', ['limit', 'cursor', 'format', 'action', 'reviewer', 'since']],
  ['GET /v1/reviews', ['limit', 'cursor', 'format', 'action', 'reviewer', 'since', 'article']],
  ['GET /v1/reviews/{id}', []],
  [
    'GET /v1/articles/{slug}/changes',
    [
      'limit',
      'cursor',
      'format',
      'kind',
      'zone',
      'source',
      'acknowledged',
      'disclosed',
      'verdict',
      'version',
      'at',
      'from',
      'to',
      'since_version',
    ],
  ],
  [
    'GET /v1/changes',
    [
      'limit',
      'cursor',
      'format',
      'kind',
      'zone',
      'source',
      'acknowledged',
      'disclosed',
      'verdict',
      'article',
      'publication',
      'from',
      'to',
      'first_versions',
      'sort',
      'since',
    ],
  ],
  [
    'GET /v1/claims',
    [
      'limit',
      'cursor',
      'format',
      'status',
      'source',
      'verdict',
      'kind',
      'q',
      'min_check_worthiness',
      'explain',
      'sort',
      'article',
      'publication',
    ],
  ],
  ['DELETE /v1/articles/{slug}/alias', ['reason']],
  ['GET /v1/hooks', ['limit', 'cursor', 'format']],
  ['GET /v1/hooks/{id}/deliveries', ['limit', 'cursor', 'format', 'status']],
  ['GET /feeds/articles/{file}', ['limit', 'cursor', 'kind', 'zone', 'source', 'acknowledged', 'disclosed', 'verdict']],
  [
    'GET /feeds/changes.atom',
    ['limit', 'cursor', 'kind', 'zone', 'source', 'acknowledged', 'disclosed', 'verdict', 'article', 'publication'],
  ],
  [
    'GET /feeds/search.atom',
    ['q', 'limit', 'cursor', 'kind', 'zone', 'source', 'acknowledged', 'disclosed', 'verdict', 'article', 'publication'],
  ],
  ['GET /v1/sources', ['limit', 'cursor', 'format', 'kind', 'q', 'publication', 'sort']],
  [
    'GET /v1/stats/changes',
    ['interval', 'by', 'from', 'to', 'kind', 'acknowledged', 'zone', 'source', 'article', 'publication', 'format'],
  ],
  ['GET /v1/search', ['q', 'in', 'article', 'publication', 'source', 'at', 'limit', 'cursor', 'format']],
  ['GET /v1/articles/{slug}/verify', []],
  ['GET /v1/articles/{slug}/timegate', []],
  ['GET /v1/timegate/{url}', []],
  ['GET /v1/timemap/link/{url}', []],
  ['GET /v1/publications', ['limit', 'cursor', 'format']],
  ['GET /v1/versions', ['limit', 'cursor', 'format', 'article', 'publication', 'since']],
  ['GET /v1/articles/{slug}/timemap', ['limit', 'cursor', 'format']],
  ['GET /v1/articles/{slug}/reanalysis', ['limit', 'cursor', 'format']],
  ['POST /v1/articles/{slug}/reanalysis', []],
])('%s takes %j', (name, names) => {
  const parameters = operations.find((one) => one.name === name)?.parameters ?? []
  expect(parameters.filter((p) => p.in === 'query').map((p) => p.name)).toEqual(names)
})

test.each([
  ['limit', { type: 'integer', minimum: 1, maximum: 200 }],
  ['format', { type: 'string', enum: ['json', 'csv', 'ndjson'] }],
  ['kind', { type: 'array', minItems: 1, items: { type: 'string', enum: expect.arrayContaining(['softened', 'cosmetic']) } }],
  ['zone', { type: 'string', enum: ['headline', 'lead', 'body', 'furniture', 'all'] }],
  ['acknowledged', { type: 'boolean' }],
])('declares what %s may be', (name, schema) => {
  const { parameters = [] } = document.paths['/v1/changes']?.get ?? {}
  expect(parameters.find((parameter) => parameter.name === name)?.schema).toMatchObject(schema)
})

test.each([
  ['POST /v1/articles', ['slug', 'title', 'publication', 'url']],
  ['PATCH /v1/articles/{slug}', ['slug', 'title', 'publication', 'url']],
  [
    'POST /v1/articles/{slug}/versions',
    ['title', 'body', 'html', 'byline', 'url', 'captured_at', 'published_at', 'modified_at', 'keep', 'drop'],
  ],
  ['PUT /v1/articles/{slug}/versions/{number}/withholding', ['reason']],
  ['POST /v1/articles/{slug}/alias', ['of', 'reason']],
  ['POST /v1/analyze/claims', ['title', 'body', 'published_at']],
  ['POST /v1/analyze/changes', ['versions']],
  ['POST /v1/analyze/page', ['html', 'url']],
  ['POST /v1/hooks', ['url', 'format', 'every', 'at', 'description', 'filters', 'since']],
  ['PATCH /v1/hooks/{id}', ['url', 'format', 'every', 'at', 'description', 'filters', 'since', 'enabled']],
])('%s takes a body with %j', (name, fields) => {
  const { requestBody } = operations.find((one) => one.name === name) ?? {}
  expect(requestBody?.required).toBe(true)
  const schema = requestBody?.content['application/json']?.schema
  expect(Object.keys((schema?.properties ?? {}) as object)).toEqual(fields)
  expect(schema?.additionalProperties).toBe(false)
})

test.each([['POST /v1/articles'], ['POST /v1/articles/{slug}/versions'], ['POST /v1/articles/{slug}/claims/{number}/reviews']])(
  '%s takes an Idempotency-Key',
  (name) => {
    const parameters = operations.find((one) => one.name === name)?.parameters ?? []
    expect(parameters.filter((p) => p.in === 'header').map((p) => p.name)).toEqual(['Idempotency-Key'])
  },
)

test('the TimeGate takes an Accept-Datetime', () => {
  const { parameters = [] } = document.paths['/v1/articles/{slug}/timegate']?.get ?? {}
  expect(parameters.filter((p) => p.in === 'header').map((p) => p.name)).toEqual(['Accept-Datetime'])
})

/** The declared schema as zod reads it, with every object closed, so that nothing undeclared passes. */
function strictly(schema: Schema): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/')
  const whole = JSON.parse(text, (_, value) =>
    value &&
    typeof value === 'object' &&
    value.properties &&
    value.type === 'object' &&
    value.additionalProperties === undefined
      ? { ...value, additionalProperties: false }
      : value,
  )
  return z.fromJSONSchema(whole)
}

/** What each review needs besides its action. */
const REVIEWS = { confirm: {}, reject: { reason: 'No' }, relabel: { label: 'A label' }, withdraw: { review: 4 }, unknown: {} }

test('a review’s body is declared, one shape an action', () => {
  const { requestBody } = operations.find(({ name }) => name === 'POST /v1/articles/{slug}/claims/{number}/reviews') ?? {}
  const shapes = requestBody?.content['application/json']?.schema?.oneOf as {
    readonly properties: { readonly action: { readonly const: string } }
    readonly additionalProperties: boolean
  }[]
  expect(shapes.map((shape) => [shape.properties.action.const, shape.additionalProperties])).toEqual(
    ['confirm', 'reject', 'relabel', 'merge', 'split', 'supersede', 'add', 'withdraw'].map((action) => [action, false]),
  )
})

describe('what is answered is what is declared', () => {
  const version = { title: 'Ferry in Port', body: 'The ferry is in port, the harbour office said.' }
  const sent = {
    html: '<h1>Ferry Late</h1><p>The ferry may sail on Friday, the office said.',
    url: 'https://gazette.example/ferry',
  }
  const hedged = { body: 'The ferry may sail on Friday, the harbour office said.', published_at: '2026-02-10' }
  test.each([
    ['GET /healthz', '/healthz', 200],
    ['GET /readyz', '/readyz', 200],
    ['GET /openapi.json', '/openapi.json', 200],
    ['GET /v1/articles', '/v1/articles', 200],
    ['GET /v1/articles', '/v1/articles?limit=x', 400],
    ['GET /v1/articles/{slug}', '/v1/articles/ferry', 200],
    ['GET /v1/articles/{slug}', '/v1/articles/ferry?at=2026-02-10', 200],
    ['GET /v1/articles/{slug}', '/v1/articles/nothing', 404],
    ['GET /v1/articles/{slug}/versions', '/v1/articles/ferry/versions', 200],
    ['GET /v1/articles/{slug}/versions/latest', '/v1/articles/ferry/versions/latest', 302],
    ['GET /v1/articles/{slug}/versions/at/{time}', '/v1/articles/ferry/versions/at/2026-02-10', 302],
    ['GET /v1/articles/{slug}/versions/{number}', '/v1/articles/ferry/versions/1', 200],
    ['GET /v1/articles/{slug}/versions/{number}', '/v1/articles/ferry/versions/1?claims=false', 200],
    ['GET /v1/articles/{slug}/versions/{number}', '/v1/articles/ferry/versions/1?explain=true', 200],
    ['GET /v1/articles/{slug}/compare/{range}', '/v1/articles/ferry/compare/1..3', 200],
    ['GET /v1/articles/{slug}/compare/{range}', '/v1/articles/ferry/compare/2..3', 200],
    ['GET /v1/articles/{slug}/claims', '/v1/articles/ferry/claims', 200],
    ['GET /v1/articles/{slug}/claims', '/v1/articles/ferry/claims?version=2', 200],
    ['GET /v1/articles/{slug}/claims', '/v1/articles/ferry/claims?explain=true', 200],
    ['GET /v1/articles/{slug}/claims/{number}', '/v1/articles/ferry/claims/2', 200],
    ['GET /v1/articles/{slug}/claims/{number}', '/v1/articles/ferry/claims/2?version=1', 200],
    ['GET /v1/articles/{slug}/claims/{number}', '/v1/articles/ferry/claims/2?explain=true', 200],
    ['GET /v1/articles/{slug}/claims', '/v1/articles/ferry/claims?verdict=rejected', 200],
    ['GET /v1/articles/{slug}/claims/{number}/reviews', '/v1/articles/ferry/claims/2/reviews', 200],
    ['GET /v1/articles/{slug}/reviews', '/v1/articles/ferry/reviews', 200],
    ['GET /v1/reviews', '/v1/reviews', 200],
    ['GET /v1/reviews/{id}', '/v1/reviews/1', 200],
    ['GET /v1/reviews/{id}', '/v1/reviews/99', 404],
    ...(['confirm', 'reject', 'relabel', 'withdraw', 'unknown'] as const).map(
      (action) =>
        [
          'POST /v1/articles/{slug}/claims/{number}/reviews',
          '/v1/articles/ferry/claims/1/reviews',
          action === 'unknown' ? 400 : 201,
          { ...REVIEWS[action], action },
        ] as const,
    ),
    ['GET /v1/articles/{slug}/changes', '/v1/articles/ferry/changes?verdict=rejected', 200],
    ['GET /v1/articles/{slug}/changes', '/v1/articles/ferry/changes', 200],
    ['GET /v1/articles/{slug}/changes', '/v1/articles/ferry/changes?from=1&to=3', 200],
    ['GET /v1/articles/{slug}/sources', '/v1/articles/ferry/sources', 200],
    ['GET /v1/articles/{slug}/verify', '/v1/articles/ferry/verify', 200],
    ['GET /v1/articles/{slug}/timegate', '/v1/articles/ferry/timegate', 302],
    ['GET /v1/articles/{slug}/timegate', '/v1/articles/none/timegate', 404],
    ['GET /v1/articles/{slug}/timemap', '/v1/articles/ferry/timemap?format=json', 200],
    ['GET /v1/articles/{slug}/reanalysis', '/v1/articles/ferry/reanalysis', 200],
    ['POST /v1/articles/{slug}/reanalysis', '/v1/articles/ferry/reanalysis', 200],
    ['GET /feeds/changes.json', '/feeds/changes.json', 200],
    ['GET /feeds/articles/{file}', '/feeds/articles/ferry.json', 200],
    ['GET /feeds/articles/{slug}/claims/{file}', '/feeds/articles/ferry/claims/1.json', 200],
    ['GET /feeds/articles/{file}', '/feeds/articles/none.json', 404],
    ['GET /v1/claims', '/v1/claims', 200],
    ['GET /v1/claims', '/v1/claims?explain=true', 200],
    ['GET /v1/changes', '/v1/changes', 200],
    ['GET /v1/changes/{id}', '/v1/changes/1', 200],
    ['GET /v1/sources', '/v1/sources', 200],
    ['GET /v1/search', '/v1/search?q=ferry', 200],
    ...['kind', 'publication', 'source', 'article'].map(
      (by) => ['GET /v1/stats/changes', `/v1/stats/changes?by=${by}`, 200] as const,
    ),
    ['GET /v1/search', '/v1/search?q=label:ferry', 200],
    ['GET /v1/search', '/v1/search?q=...', 400],
    ['POST /v1/tokens', '/v1/tokens', 201, { name: 'desk', scopes: ['archive:read'] }],
    ['GET /v1/tokens', '/v1/tokens', 200],
    ['POST /v1/hooks', '/v1/hooks', 201, { url: 'https://desk.example/hook', filters: { kind: 'softened', zone: 'lead' } }],
    ['POST /v1/hooks', '/v1/hooks', 400, { url: 'https://127.0.0.1/' }],
    ['GET /v1/hooks', '/v1/hooks', 200],
    ['GET /v1/hooks/{id}', '/v1/hooks/1', 200],
    ['GET /v1/hooks/{id}', '/v1/hooks/99', 404],
    ['PATCH /v1/hooks/{id}', '/v1/hooks/1', 200, { enabled: false }],
    ['POST /v1/hooks/{id}/secret', '/v1/hooks/1/secret', 200],
    ['POST /v1/hooks/{id}/test', '/v1/hooks/1/test', 200],
    ['GET /v1/hooks/{id}/deliveries', '/v1/hooks/1/deliveries', 200],
    ['DELETE /v1/hooks/{id}', '/v1/hooks/1', 200],
    ['DELETE /v1/tokens/{id}', '/v1/tokens/1', 200],
    ['POST /v1/analyze/claims', '/v1/analyze/claims', 200, version],
    ['POST /v1/analyze/claims', '/v1/analyze/claims?explain=true', 200, version],
    ['POST /v1/analyze/claims', '/v1/analyze/claims', 200, hedged],
    [
      'POST /v1/analyze/changes',
      '/v1/analyze/changes',
      200,
      { versions: [version, { ...version, body: 'The ferry may be in port.' }] },
    ],
    ['POST /v1/analyze/page', '/v1/analyze/page', 200, sent],
    ['POST /v1/analyze/page', '/v1/analyze/page', 413, { ...sent, html: 'x'.repeat(4 * 1024 * 1024 + 1) }],
    ['POST /v1/articles', '/v1/articles', 201, { slug: 'pier', url: 'https://gazette.example/pier' }],
    ['POST /v1/articles', '/v1/articles', 409, { slug: 'pier' }],
    ['PATCH /v1/articles/{slug}', '/v1/articles/pier', 200, { title: 'The Pier' }],
    ['POST /v1/articles/{slug}/alias', '/v1/articles/pier/alias', 201, { of: 'ferry', reason: 'One story' }],
    ['POST /v1/articles/{slug}/alias', '/v1/articles/pier/alias', 409, { of: 'ferry', reason: 'One story' }],
    ['GET /v1/articles/{slug}', '/v1/articles/ferry', 200],
    ['GET /v1/articles', '/v1/articles?url=https://gazette.example/pier', 200],
    ['DELETE /v1/articles/{slug}/alias', '/v1/articles/pier/alias?reason=Two%20stories', 200],
    ['POST /v1/articles/{slug}/versions', '/v1/articles/ferry/versions', 201, version],
    ['POST /v1/articles/{slug}/versions', '/v1/articles/ferry/versions', 200, version],
    [
      'PUT /v1/articles/{slug}/versions/{number}/withholding',
      '/v1/articles/ferry/versions/4/withholding',
      200,
      { reason: 'An order' },
    ],
    ['GET /v1/articles/{slug}/versions/{number}', '/v1/articles/ferry/versions/4', 410],
    ['GET /v1/articles/{slug}/versions', '/v1/articles/ferry/versions', 200],
    ['POST /v1/articles/{slug}/versions', '/v1/articles/ferry/versions', 413, { title: '', body: 'x'.repeat(300_000) }],
  ] as const)('%s: %s answers %i', async (name, path, status, ...body) => {
    const [method = ''] = name.split(' ')
    const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }
    const response = await stage.ask(path, { method, headers, ...(body.length && { body: JSON.stringify(body[0]) }) })
    expect(response.status).toBe(status)
    const declared = operations.find((one) => one.name === name)?.responses[status]
    expect(declared).toBeDefined()
    if (status === 302) return
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const schema = declared?.content?.[type]?.schema
    expect(schema).toBeDefined()
    const result = strictly(schema ?? {}).safeParse(await response.json())
    expect(result.error?.issues ?? []).toEqual([])
  })

  test('strictly: an answer with a field more is found out', () => {
    const schema =
      operations.find(({ operationId }) => operationId === 'verifyArticle')?.responses[200]?.content?.['application/json']
        ?.schema ?? {}
    const kinds = ['entries', 'statements', 'claims', 'wordings', 'changes', 'reviews', 'checks', 'withholdings', 'erasures']
    const compared = Object.fromEntries(kinds.map((kind) => [kind, 1]))
    const answer = { article: 'ferry', ok: true, versions: 3, head: NOW, whole: true, compared, faults: [] }
    expect(strictly(schema).safeParse(answer).success).toBe(true)
    expect(strictly(schema).safeParse({ ...answer, more: 1 }).success).toBe(false)
    expect(strictly(schema).safeParse({ ...answer, faults: [{ version: 1, fault: 'x', more: 1 }] }).success).toBe(false)
  })
})
