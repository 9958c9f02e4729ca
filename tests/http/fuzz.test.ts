/**
 * Every operation under mutated requests: values that are too long, of another type, of other encodings, doubled, forged. No answer is of the
 * server's fault, each failure is a problem document of a declared status, and a request that is refused changes nothing.
 */
import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { openStore } from '#harness'
import { givenSigner } from '../../src/log/given-signer.ts'
import { makeKey } from '../../src/log/note.ts'
import { verifyArchive } from '../../src/reading/verify/verify-archive.ts'
import { runs } from '../setup/runs.ts'
import { article, REST, Site } from '../watching/site.ts'
import { type Document, exampleBodies, type Operation, operationsOf } from './described.ts'
import { JSON_HEADERS, read, rowCounts, type Stage, stageOver, tellStory, well } from './stage.ts'
import { Witness } from './witness.ts'

const PAGE = 'https://gazette.example/pier'
let stage: Stage
let operations: readonly Operation[]
let witness: Witness

beforeAll(async () => {
  const site = new Site()
  site.pages.set(PAGE, { body: article('Pier Closes', 'The pier will close in May, its owner said.', ...REST) })
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const raw = {
    put: async (name: string, bytes: Uint8Array<ArrayBuffer>) => void kept.set(name, bytes),
    get: async (name: string) => kept.get(name) ?? null,
    remove: async (name: string) => void kept.delete(name),
  }
  const signer = givenSigner(await makeKey('gazette.example'))
  stage = stageOver(await openStore(), { capturePause: 0 }, undefined, { get: site.get, raw, signer })
  await tellStory(stage)
  await well(stage.send('POST', '/v1/articles/ferry/claims/1/reviews', { action: 'confirm' }))
  await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'An order' }))
  await well(stage.send('POST', '/v1/hooks', { url: 'https://desk.example/claimtrail' }))
  await well(stage.send('POST', '/v1/watches', { url: PAGE }))
  const document = await read<Document>(stage.ask, '/openapi.json')
  operations = operationsOf(document)
  witness = new Witness(document)
})

/** Values that break parsers, columns, queries and pages. */
const AWKWARD: readonly string[] = [
  ...['', ' ', '0', '-1', '1e999', '9007199254740993', '99999999999999999999', 'NaN', 'null', 'true', '[]', '{}', '1.5', '٣'],
  ...[
    '\0',
    '\uFEFF',
    '\uD800',
    '\u202E',
    'é',
    'e\u0301',
    '😀',
    'ﷺ',
    '%',
    '%00',
    '%ff',
    '../..',
    '..%2f',
    '\\',
    '/',
    '?',
    '#',
    '&a=b',
  ],
  ...["' or 1=1 --", '"', ';drop table articles', '*', 'NEAR(a b)', 'a OR', '"unclosed', 'a^', '-', 'source:', '(', '{a:b}'],
  ...[
    '<script>alert(1)</script>',
    '=cmd()',
    '\r\nX-Injected: 1',
    '{{7*7}}',
    '__proto__',
    'constructor',
    'ferry',
    '1',
    'latest',
    'now',
  ],
  ...[
    '2026-02-10',
    '0000-01-01',
    '9999-12-31T23:59:59Z',
    '2026-02-30',
    '+010000-01-01',
    '2026-02-10T25:00Z',
    '1..2',
    '2..1',
    '1..1',
    '1..99999',
  ],
  ...[
    'https://gazette.example/ferry',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://a@b/',
    'x'.repeat(5000),
  ],
]

const awkward = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...AWKWARD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)

const awkwardValue: fc.Arbitrary<unknown> = fc.oneof(
  awkward,
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    [],
    {},
    [[]],
    [null],
    { a: { a: {} } },
    ['a', 'a'],
    'x'.repeat(300_000),
  ),
)

/** What is done to a request. */
const mutation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ at: fc.constant('path' as const), pick: fc.nat(), value: awkward }) },
  { weight: 3, arbitrary: fc.record({ at: fc.constant('query' as const), pick: fc.nat(), value: awkward }) },
  { weight: 4, arbitrary: fc.record({ at: fc.constant('body' as const), pick: fc.nat(), value: awkwardValue }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('drop' as const), pick: fc.nat(), value: fc.constant('') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      at: fc.constant('raw' as const),
      pick: fc.nat(),
      value: fc.string({ unit: 'binary', maxLength: 200 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      at: fc.constant('header' as const),
      pick: fc.nat(),
      value: fc.constantFrom(
        '',
        '*',
        '"a"',
        'W/"a"',
        'text/plain',
        'application/json; charset=utf-16',
        'yesterday',
        'gzip;q=9',
        'x'.repeat(3000),
      ),
    }),
  },
)
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never

const HEADERS = [
  'Accept',
  'If-None-Match',
  'Idempotency-Key',
  'Accept-Datetime',
  'Content-Type',
  'Authorization',
  'Accept-Encoding',
  'X-D1-Bookmark',
]

/** A value of some place within a body is another; the places are counted in order. */
function mutated(body: unknown, pick: number, value: unknown): unknown {
  if (typeof body !== 'object' || body === null) return value
  const keys = Object.keys(body)
  if (keys.length === 0) return value
  const key = keys[pick % keys.length] as string
  const inner = (body as Record<string, unknown>)[key]
  const rest = Math.floor(pick / keys.length)
  const made =
    typeof inner === 'object' && inner !== null && rest % 2 === 1 ? mutated(inner, Math.floor(rest / 2), value) : value
  return Array.isArray(body) ? body.with(Number(key), made) : { ...body, [key]: made }
}

function requestOf(operation: Operation, body: unknown, mutations: readonly Mutation[]) {
  const named = (place: 'path' | 'query') => operation.parameters.filter((p) => p.in === place)
  const path = new Map(named('path').map((p) => [p.name, String(p.example ?? p.schema.minimum ?? 'ferry')]))
  const query = new URLSearchParams()
  for (const p of named('query')) if (p.required) query.set(p.name, String(p.example))
  const headers = new Headers(JSON_HEADERS)
  let sent: unknown = body
  let text: string | null = null
  for (const { at, pick, value } of mutations) {
    const [paths, queries] = [[...path.keys()], named('query').map(({ name }) => name)]
    if (at === 'path' && paths.length > 0) path.set(paths[pick % paths.length] as string, value as string)
    else if (at === 'query') query.append(queries[pick % Math.max(1, queries.length)] ?? 'colour', value as string)
    else if (at === 'body') sent = mutated(sent, pick, value)
    else if (at === 'raw') text = value as string
    else if (at === 'header') headers.set(HEADERS[pick % HEADERS.length] as string, value as string)
    else if (typeof sent === 'object' && sent !== null) {
      const keys = Object.keys(sent)
      sent = Object.fromEntries(Object.entries(sent).filter((_, i) => i !== pick % keys.length))
    }
  }
  const place = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(path.get(name) ?? ''))
  const search = query.toString()
  const media = Object.keys(operation.requestBody?.content ?? {})[0]
  if (media && headers.get('content-type') === JSON_HEADERS['Content-Type']) headers.set('content-type', media)
  return {
    path: `${place}${search && `?${search}`}`,
    init: {
      method: operation.method,
      headers,
      redirect: 'manual' as const,
      ...(operation.requestBody && { body: text ?? (typeof sent === 'string' ? sent : JSON.stringify(sent)) }),
    },
  }
}

/** How many rows each table has but the audit log: a write that found nothing to do, and was refused for that, has a row there. */
async function rows(): Promise<Record<string, number>> {
  const { audit: _, ...counts } = await rowCounts(stage.store)
  return counts
}

/** A part of a path; a lone surrogate, which no address can have, is left out. */
const encoded = (value: string) => encodeURIComponent(value.toWellFormed())

test('no request is answered with a fault of the server, and none that is refused changes anything', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const request = fc.record({
    operation: fc.nat(),
    body: fc.nat(),
    mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(request, async (made) => {
      const operation = operations[made.operation % operations.length] as Operation
      const bodies = exampleBodies(operation)
      const { path, init } = requestOf(operation, bodies[made.body % Math.max(1, bodies.length)] ?? {}, made.mutations)
      const before = init.method === 'GET' ? null : await rows()
      const answer = await stage.ask(path, init)
      const text = await answer.text()
      expect(answer.status, text).toBeLessThan(500)
      // A path that its values lead away from the operation is another's.
      if (operation.responses[answer.status]) {
        const faults = witness.answerFaults(operation, answer, text)
        expect(faults, `${init.method} ${path} → ${answer.status}`).toEqual([])
      }
      if (answer.status >= 400) {
        expect(answer.headers.get('content-type'), `${init.method} ${path}`).toMatch(/^application\/problem\+json/)
        if (before) expect(await rows(), `${init.method} ${path} → ${answer.status}`).toEqual(before)
      }
    }),
    { numRuns: runs(15_000, 250) },
  )
  expect(log).not.toHaveBeenCalled()
  log.mockRestore()
  for await (const { faults } of verifyArchive(stage.store, { deep: true })) expect(faults).toEqual([])
})
