/**
 * Drives every operation of the OpenAPI document over the demo archive, with nothing but what the document says of parameters and
 * bodies, and holds every answer against it: status, headers, media type, body. Every status that an operation declares is
 * brought about, each failure too.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { planIngest } from '../../src/cli/input/ingest-plan.ts'
import { Failure } from '../../src/failure.ts'
import { givenSigner } from '../../src/log/given-signer.ts'
import { makeKey } from '../../src/log/note.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { tellAsOf, unsure } from '../recording/older-engine.ts'
import { article, REST, Site } from '../watching/site.ts'
import { type Document, exampleBodies, type Operation, operationsOf, type Parameter } from './described.ts'
import { JSON_HEADERS, read, stageOver, well } from './stage.ts'
import { Witness } from './witness.ts'

const MIGRATIONS = 'migrations'
const folder = mkdtempSync(join(tmpdir(), 'claimtrail-openapi-'))
/** What needs looking up in the archive. */
const ids = { withheldChange: 0, reader: '', writer: '' }

/** The document is needed to list the tests. */
const document = (await (
  await createApp(() => ({
    store: {} as never,
    config: { readTokenRequired: false, bootstrapToken: '' },
    clock: Date.now,
  })).request('/openapi.json')
).json()) as Document
const operations = operationsOf(document)
const feature = new Witness(document)

/** The web that captures read: one page. */
const site = new Site()
const PAGE = 'https://gazette.example/pier'
site.pages.set(PAGE, { body: article('Pier Closes', 'The pier will close in May, its owner said.', ...REST) })
const kept = new Map<string, Uint8Array<ArrayBuffer>>()
const web = {
  get: site.get,
  signer: givenSigner(await makeKey('gazette.example')),
  raw: {
    put: async (name: string, bytes: Uint8Array<ArrayBuffer>) => void kept.set(name, bytes),
    get: async (name: string) => kept.get(name) ?? null,
    remove: async (name: string) => void kept.delete(name),
  },
}

let copies = 0

/** A copy of the archive, for one operation to write into. */
function archive(): Store {
  const copy = join(folder, `${++copies}.sqlite`)
  copyFileSync(join(folder, 'archive.sqlite'), copy)
  return sqliteStore(openSqlite(copy, MIGRATIONS))
}

const closing = { readTokenRequired: true }

/** The demo archive, known by an older slug too; beside it an article all of whose versions are withheld, and reviews. */
beforeAll(async () => {
  const database = openSqlite(join(folder, 'archive.sqlite'), MIGRATIONS)
  const stage = stageOver(sqliteStore(database), { capturePause: 0 }, undefined, web)
  const { send, ask } = stage
  const [story] = await planIngest(
    ['seed/kremlin-cease-fire'],
    { title: null, slug: null, publication: null },
    {
      now: () => new Date(),
      input: async () => new Uint8Array(),
    },
  )
  if (!story) throw new Error('there is no demo story')
  await well(send('POST', '/v1/articles', { slug: 'kremlin-truce', title: story.title, publication: story.publication }))
  for (const { version } of story.versions) await well(send('POST', '/v1/articles/kremlin-truce/versions', version))
  await well(send('PATCH', '/v1/articles/kremlin-truce', { slug: story.slug }))
  await well(send('POST', '/v1/articles', { slug: 'withheld' }))
  await well(send('POST', '/v1/articles', { slug: 'ferry-fares' }))
  for (const hour of ['08', '09', '10', '11']) {
    await well(stage.ingest('withheld', `${hour}:00`, 'Mill Closes', `The mill will close at ${hour}:00, its owner said.`))
  }
  const { data } = await read<{ data: { id: number }[] }>(ask, '/v1/articles/withheld/changes')
  ids.withheldChange = data[0]?.id ?? 0
  for (const number of [1, 2, 3, 4]) {
    await well(send('PUT', `/v1/articles/withheld/versions/${number}/withholding`, { reason: 'An order' }))
  }
  for (const body of [{ action: 'confirm' }, { action: 'relabel', label: 'A label' }, { action: 'withdraw', review: 2 }]) {
    await well(send('POST', '/v1/articles/kremlin-cease-fire/claims/7/reviews', body))
  }
  const token = async (name: string, scopes: string[]) =>
    ((await (await well(send('POST', '/v1/tokens', { name, scopes }))).json()) as { token: string }).token
  ids.reader = await token('desk', ['archive:read'])
  ids.writer = await token('writer', ['review:write', 'hooks:write', 'archive:write'])
  await well(send('POST', '/v1/hooks', { url: 'https://desk.example/claimtrail' }))
  await well(send('POST', '/v1/hooks/1/test', {}))
  await well(send('POST', '/v1/watches', { url: PAGE }))
  await well(send('POST', '/v1/watches/1/check', {}))
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true }))

interface Asked {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** null: none. */
  readonly token?: string | null
  readonly body?: unknown
  /** The body, or what stands for it, as it is sent. */
  readonly text?: string
}

type Ask = (asked?: Asked) => Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }>

/** Asks an operation of an archive; what is wrong with the answers is added to `faults`, their statuses to `seen`. */
function asking(operation: Operation, store: Store, faults: string[], seen: Set<string>, config = {}, more = {}): Ask {
  const { ask } = stageOver(store, { capturePause: 0, ...config }, undefined, { ...web, ...more })
  const named = Object.fromEntries(
    operation.parameters.filter((p) => p.in === 'path').map((p) => [p.name, String(p.example ?? p.schema.minimum)]),
  )
  const required = Object.fromEntries(
    operation.parameters.filter((p) => p.in === 'query' && p.required).map((p) => [p.name, String(p.example)]),
  )
  const [body] = exampleBodies(operation)
  return async ({ path, query = {}, headers = {}, token, ...given } = {}) => {
    const values: Record<string, string> = { ...named, ...PLACES[operation.operationId], ...path }
    const place = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''))
    const search = new URLSearchParams({ ...required, ...query }).toString()
    const { Authorization, ...json } = JSON_HEADERS
    const sent =
      given.text ?? ('body' in given ? JSON.stringify(given.body) : body === undefined ? undefined : JSON.stringify(body))
    const response = await ask(`${place}${search && `?${search}`}`, {
      method: operation.method,
      headers: {
        ...(sent !== undefined && { ...json, 'Content-Type': Object.keys(operation.requestBody?.content ?? json)[0] }),
        ...(token !== null && { Authorization: token === undefined ? Authorization : `Bearer ${token}` }),
        ...headers,
      },
      redirect: 'manual',
      ...(sent !== undefined && { body: sent }),
    })
    const text = await response.text()
    seen.add(operation.responses[response.status] ? String(response.status) : 'default')
    const what = `${operation.method} ${place}?${search} ${JSON.stringify(headers)} → ${response.status}`
    faults.push(...feature.answerFaults(operation, response, text).map((fault) => `${what}: ${fault}`))
    return { status: response.status, headers: response.headers, text }
  }
}

/** The values by which a query parameter is tried. A cursor's are those that the list gives. */
function samples({ schema, example }: Parameter): string[] {
  const items = (schema.items as { enum?: string[] } | undefined)?.enum
  const choices = (schema.enum as string[] | undefined) ?? items
  if (choices) return choices
  if (example !== undefined) return [String(example)]
  if (schema.type === 'boolean') return ['true', 'false']
  if (schema.minimum !== undefined) return [String(schema.minimum)]
  return []
}

/** The parameters of a path where its example does not tell. */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  getRawVersion: { slug: 'pier-closes', number: '1' },
  eraseVersion: { slug: 'withheld', number: '1' },
}

/** Parameters that go with others only. */
const TOGETHER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'listArticleChanges from': { to: '4' },
  'listArticleChanges to': { from: '1' },
  'getLogConsistency to': { from: '0' },
}

const writes = ({ method, security }: Operation) => method !== 'GET' && security.length === 1
const isOpen = ({ security }: Operation) => security.length === 0
const NOT_THERE = {
  url: 'https://gazette.example/no-such-article',
  slug: 'no-such-article',
  number: '999999999',
  position: '999999999',
  id: '999999999',
  range: '1..999999999',
  time: '1900-01-01',
  file: '999999999.json',
}

/** The media types in which an operation answers what is no failure. */
const typesOf = ({ responses }: Operation) => [
  ...new Set(Object.entries(responses).flatMap(([status, { content }]) => (status < '300' ? Object.keys(content ?? {}) : []))),
]

/** A store whose every access fails. */
function broken(store: Store): Store {
  const fail = () => {
    throw new Error('broken')
  }
  return {
    ...store,
    db: new Proxy(store.db, { get: fail }),
    queries: new Map(),
    batchRead: fail,
    batchWrite: fail,
    snapshot: fail,
  }
}

/** A store to which others write first. */
const busy = (store: Store): Store => ({
  ...store,
  batchWrite: async () => {
    throw new Failure('busy', 'Others were first.')
  },
})

/** Analyses for which there is no room. */
const tooMany = () => Promise.reject(new Failure('busy', 'Others are first.'))

const [importExample] = operations.filter((one) => one.operationId === 'importCaptures').flatMap(exampleBodies)

const [restoreExample] = operations.filter((one) => one.operationId === 'restoreArchive').flatMap(exampleBodies)

/** Marks an archive as one into which the example is being restored: that of the demo is not empty. */
const restoring = ({ db }: Store) =>
  db.run(sql`insert into restorations (id, header, lines) values (1, ${JSON.stringify(restoreExample)}, 1)`)

/** An archive in which an operation is right. */
async function archiveFor({ operationId }: Operation): Promise<Store> {
  const store = archive()
  if (operationId === 'restoreArchive') await restoring(store)
  return store
}

/** What is asked to bring about a status where the operation's parameters alone do not tell, and what is done before. */
const SPECIAL: Readonly<Record<string, (store: Store, ask: Ask) => Asked | Promise<Asked>>> = {
  'createArticle 409': () => ({ body: { slug: 'withheld' } }),
  'updateArticle 409': () => ({ body: { slug: 'withheld' } }),
  'createArticleClaimReview 409': () => ({ body: { action: 'withdraw', review: 2 } }),
  'createArticleReview 409': async (_, ask) => {
    await ask()
    return {}
  },
  'importCaptures 404': () => ({ body: { ...(importExample as object), article: 'no-such-article' } }),
  'createHook 409': async ({ db }) => {
    await db.run(sql`insert into hooks (url, filters, secret, cursor, due_at, created_at, updated_at)
      select url, filters, value, cursor, due_at, created_at, updated_at from hooks, json_each(${JSON.stringify([...Array(1000).keys()])})`)
    return {}
  },
  'rotateHookSecret 409': async (_, ask) => {
    await ask()
    return {}
  },
  'createArticleVersion 200': async (_, ask) => {
    await ask()
    return {}
  },
  'createArticleVersion 409': async (store) => {
    const url = 'https://gazette.example/mill'
    await well(stageOver(store).send('PATCH', '/v1/articles/withheld', { url }))
    return { body: { title: 'Mill Closes', body: 'The mill will close.', url } }
  },
  'createArticleVersion 410': async (store, ask) => {
    const headers = { 'Idempotency-Key': 'a-key' }
    await ask({ headers })
    const withholding = '/v1/articles/kremlin-cease-fire/versions/7/withholding'
    await well(stageOver(store).send('PUT', withholding, { reason: 'An order' }))
    return { headers }
  },
  'createArticleClaimReview 410': async (store) => {
    const withholding = '/v1/articles/kremlin-cease-fire/versions/4/withholding'
    await well(stageOver(store).send('PUT', withholding, { reason: 'An order' }))
    return { body: { action: 'split', version: 4 } }
  },
  'createWatch 404': () => ({ body: { url: 'https://gazette.example/mill', article: 'no-such-article' } }),
  'createWatch 409': () => ({ body: { url: PAGE } }),
  'getRawCapture 410': async (store) => {
    await well(stageOver(store).send('PUT', '/v1/articles/pier-closes/versions/1/withholding', { reason: 'An order' }))
    return {}
  },
  'exportArchive 404': () => ({ query: { article: 'no-such-article' } }),
  'exportArchive 409': () => ({ query: { after: `1:${'0'.repeat(64)}` } }),
  'exportArchive 410': () => ({ query: { article: 'withheld' } }),
  'restoreArchive 200': async (store) => {
    await restoring(store)
    return {}
  },
  'restoreArchive 503': async (store) => {
    await restoring(store)
    return { query: { line: '2' }, text: '{"end":{"rows":{},"sha256":""}}' }
  },
  'makeAlias 409': async (_, ask) => {
    await ask()
    return {}
  },
  'endAlias 503': async (store) => {
    await well(stageOver(store).send('POST', '/v1/articles/withheld/alias', { of: 'ferry-fares', reason: 'One story' }))
    return { path: { slug: 'withheld' } }
  },
  'listArticleCaptures 413': () => ({ path: { slug: 'pier-closes' } }),
  'listReanalysis 413': async (store) => {
    await tellAsOf(store, unsure)
    await well(stageOver(store).send('POST', '/v1/articles/kremlin-cease-fire/reanalysis', {}))
    return {}
  },
  'eraseVersion 409': () => ({ path: { slug: 'kremlin-cease-fire', number: '1' } }),
  'getChange 410': () => ({ path: { id: String(ids.withheldChange) } }),
  'showVersion 503': async (store) => {
    const withholding = '/v1/articles/kremlin-cease-fire/versions/4/withholding'
    await well(stageOver(store).send('PUT', withholding, { reason: 'An order' }))
    return { path: { number: '4' } }
  },
  'reanalyzeArticle 503': async ({ db }) => {
    await db.run(sql`update analysis_runs set engine = 'an older one'`)
    return {}
  },
}

/** Operations that touch no archive, so that no fault of it reaches them. */
const WITHOUT_ARCHIVE = ['getOpenapi', 'getDocs', 'analyzeClaims', 'analyzeChanges', 'analyzePage', 'getHealth', 'getReadiness']

/** Brings about a status that an operation declares, in the way that is right for any operation. */
async function bringAbout(
  status: string,
  operation: Operation,
  store: Store,
  asks: (over: Store, config?: object, more?: object) => Ask,
) {
  const ask = asks(store)
  const special = SPECIAL[`${operation.operationId} ${status}`]
  const asked = special ? await special(store, ask) : {}
  if (special && !['413', '429', '503'].includes(status)) return ask(asked)
  switch (status) {
    case '304': {
      const { headers } = await ask()
      return ask({ headers: { 'If-None-Match': headers.get('etag') ?? '' } })
    }
    case '308':
      return ask({
        path: { slug: 'kremlin-truce', ...(operation.operationId === 'getArticleFeed' && { file: 'kremlin-truce.json' }) },
      })
    case '400':
      // A route that ends in an address takes any query as a part of it.
      return operation.path.endsWith('{url}') ? ask({ path: { url: 'ftp://a.example/' } }) : ask({ query: { colour: 'red' } })
    case '401':
      return isOpen(operation) ? ask() : asks(store, closing)({ token: null })
    case '403':
      return asks(store, closing)({ token: writes(operation) || operation.security.length === 1 ? ids.reader : ids.writer })
    case '404':
      if (operation.operationId === 'getCheckpoint') return asks(store, {}, { signer: async () => null })()
      return ask({ path: NOT_THERE, query: operation.path === '/oembed' ? { url: '/a/none' } : {} })
    case '410':
      return ask({
        path: { slug: 'withheld', range: '1..2' },
        query: operation.parameters.some(({ name }) => name === 'version') ? { version: '1' } : {},
      })
    case '413':
      // A list with more rows than an answer may have.
      if (operation.method === 'GET') return asks(store, { listRows: 0 })({ ...asked, query: { format: 'csv' } })
      return ask({ headers: { 'Content-Length': '99999999' } })
    case '415':
      return ask({ headers: { 'Content-Type': 'text/plain' } })
    case '422': {
      const headers = { 'Idempotency-Key': 'a-key' }
      const [body] = exampleBodies(operation)
      await ask({ headers })
      const again = await ask({ headers })
      expect(again.headers.get('idempotency-replayed')).toBe('true')
      return ask({ headers, text: `${JSON.stringify(body)} ` })
    }
    case '429':
      return asks(store, {}, { limit: () => 7 })(asked)
    case '503':
      return asks(
        ['getHealth', 'getReadiness'].includes(operation.operationId) ? broken(store) : busy(store),
        {},
        { analyze: tooMany },
      )(asked)
    case 'default':
      return asks(broken(store))()
  }
  return ask()
}

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  test('answers what is described, with each of its parameters and bodies', async () => {
    const faults: string[] = []
    const seen = new Set<string>()
    const bad: string[] = []
    const types = new Set<string>()
    const well = async (asked: Asked, given?: Ask) => {
      const answer = await (given ?? asking(operation, await archiveFor(operation), faults, seen))(asked)
      const type = answer.headers.get('content-type')?.split(';')[0]
      if (type && answer.status < 300) types.add(type)
      if (answer.status >= 400) bad.push(`${JSON.stringify(asked)}: ${answer.status} ${answer.text}`)
      return answer
    }
    const bodies = exampleBodies(operation)
    for (const body of bodies.slice(1)) await well({ body })
    const ask = asking(operation, await archiveFor(operation), faults, seen)
    await well({}, ask)
    for (const parameter of operation.parameters.filter((p) => p.in === 'query')) {
      const together = TOGETHER[`${operation.operationId} ${parameter.name}`] ?? {}
      for (const value of samples(parameter)) await well({ query: { ...together, [parameter.name]: value } }, ask)
    }
    if (operation.parameters.some((p) => p.name === 'cursor')) {
      const { text } = await well({ query: { limit: '1' } }, ask)
      const { next = null } = text.startsWith('{') ? (JSON.parse(text) as { next?: string | null }) : {}
      if (next !== null) await well({ query: { limit: '1', cursor: next } }, ask)
    }
    const { example: file } = operation.parameters.find(({ name }) => name === 'file') ?? {}
    if (file !== undefined) await well({ path: { file: String(file).replace('.json', '.atom') } })
    for (const type of typesOf(operation)) await well({ headers: { Accept: type } })
    for (const { name, example } of operation.parameters.filter((p) => p.in === 'header')) {
      await well({ headers: { [name]: String(example) } })
    }
    await well({}, asking(operation, await archiveFor(operation), faults, seen, closing))
    expect([bad, faults]).toEqual([[], []])
    expect([...types].sort()).toEqual(typesOf(operation).sort())
  })

  test('answers with each status that it declares, and with no other', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const faults: string[] = []
    const missed: string[] = []
    for (const status of Object.keys(operation.responses)) {
      if (status === 'default' && WITHOUT_ARCHIVE.includes(operation.operationId)) continue
      const seen = new Set<string>()
      const asks = (store: Store, config = {}, more = {}) => asking(operation, store, faults, seen, config, more)
      const answer = await bringAbout(status, operation, archive(), asks)
      if (!seen.has(status)) missed.push(`${status}: ${answer.status} ${answer.text.slice(0, 200)}`)
    }
    // What another writer may do to any write, and what a body may be.
    const needed = [...(writes(operation) ? ['503'] : []), ...(operation.requestBody ? ['413', '415'] : [])]
    missed.push(...needed.filter((status) => !operation.responses[status]).map((status) => `${status} is not declared`))
    log.mockRestore()
    expect([missed, faults]).toEqual([[], []])
  })
})
