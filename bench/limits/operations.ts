/** What is measured at the limits: each operation over the archive that it needs, as requests. */
import SQLite from 'better-sqlite3'
import { TEXTS } from './texts.ts'

export const SLUG = 'largest'

/** A request and the status that answers it. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: object
  readonly status: number
}

/** How many versions the archive has before. */
export type Before = 0 | 1 | 2

export interface Operation {
  readonly name: string
  readonly before: Before
  /** Makes the archive in a file what the operation finds. */
  readonly prepare?: (file: string) => void
  /** `file`: the archive as it is before. */
  readonly requests: (kind: string, file: string) => readonly Asked[]
}

const ARTICLE = `/v1/articles/${SLUG}`

const post = (path: string, body: object, status = 201): Asked => ({ method: 'POST', path, body, status })
const get = (path: string): Asked => ({ method: 'GET', path, status: 200 })

/** The text of a number, captured in the hour of another one. */
export const version = (kind: string, number: number, hour = number): Asked =>
  post(`${ARTICLE}/versions`, {
    title: `The largest text ${number}`,
    body: TEXTS[kind]?.(number),
    captured_at: new Date(Date.UTC(2025, 0, 1, hour)).toISOString(),
  })

export const opened: Asked = post('/v1/articles', { slug: SLUG })

const read = (name: string, path: string): Operation => ({ name, before: 2, requests: () => [get(path)] })

/** A change between the versions and its claim, a claim that is gone (null: all stay), and the last one. */
function examplesIn(file: string) {
  const database = new SQLite(file, { readonly: true })
  const one = <Row>(query: string): Row => database.prepare<[], Row>(query).get() as Row
  const changed = one<{ change: number; claim: number }>(
    'select t.change_id as change, c.number as claim from trails t join claims c on c.id = t.claim_id order by t.change_id desc limit 1',
  )
  const { first, last } = one<{ first: number | null; last: number }>(
    `select min(number) filter (where status <> 'present') as first, max(number) filter (where status = 'present') as last from claims`,
  )
  database.close()
  return { ...changed, first, last }
}

/** Says that an older engine analyzed all sentences. */
function ageEngine(file: string): void {
  const database = new SQLite(file)
  database.exec("update analysis_runs set engine = 'an older one'")
  database.close()
}

export const OPERATIONS: readonly Operation[] = [
  { name: 'nothing', before: 0, requests: () => [get('/healthz')] },
  { name: 'first version', before: 0, requests: (kind) => [version(kind, 1)] },
  { name: 'second, quite different version', before: 1, requests: (kind) => [version(kind, 2)] },
  { name: 'late version before two', before: 2, requests: (kind) => [version(kind, 3, 0)] },
  {
    name: 'review that rejects a change',
    before: 2,
    requests(_, file) {
      const { claim, change } = examplesIn(file)
      return [post(`${ARTICLE}/claims/${claim}/reviews`, { action: 'reject', change, reason: 'An error of the analysis' })]
    },
  },
  {
    name: 'review that merges or splits claims',
    before: 2,
    requests(_, file) {
      const { first, last } = examplesIn(file)
      const reason = 'An error of the analysis'
      const merged = { action: 'merge', with: last, reason }
      return [
        post(`${ARTICLE}/claims/${first ?? 1}/reviews`, first === null ? { action: 'split', version: 2, reason } : merged),
      ]
    },
  },
  {
    name: 'withholding and erasure',
    before: 2,
    requests: () => [
      { method: 'PUT', path: `${ARTICLE}/versions/1/withholding`, body: { reason: 'A court ordered it' }, status: 200 },
      post(`${ARTICLE}/versions/1/erasure`, { reason: 'A court ordered it', ordered_by: 'The court' }, 200),
    ],
  },
  { name: 're-analysis', before: 2, prepare: ageEngine, requests: () => [post(`${ARTICLE}/reanalysis`, {}, 200)] },
  read('compare', `${ARTICLE}/compare/1..2`),
  read('compare, unified', `${ARTICLE}/compare/1..2?format=unified`),
  read('version', `${ARTICLE}/versions/2`),
  read('claims', `${ARTICLE}/claims?limit=200`),
  read('changes, all of them', `${ARTICLE}/changes?format=ndjson`),
  read('a search', '/v1/search?q=said'),
  read('verify the article', `${ARTICLE}/verify`),
  read('verify --deep', '/v1/verify?deep=true'),
  read('page of the story', `/a/${SLUG}`),
  read('page of the version', `/a/${SLUG}/v/2`),
  read('page of the comparison', `/a/${SLUG}/compare/1..2`),
  {
    name: 'analyze/claims',
    before: 0,
    requests: (kind) => [post('/v1/analyze/claims', { body: TEXTS[kind]?.(1) }, 200)],
  },
]
