/** The Model Context Protocol, asked by the SDK's own client over the app: every tool, its bounds, and its errors. */

import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { askWorker, openStore } from '#harness'
import { MOST_CHARACTERS } from '../../../src/http/mcp/answer-text.ts'
import { type Ask, JSON_HEADERS, type Stage, stageOver, TOKEN, tellStory, well } from '../stage.ts'

const HOST = 'https://archive.example'

/** A client of the newest revision of the protocol, or of those before it. */
async function connect(ask: Ask, mode: 'auto' | 'legacy' = 'auto', token?: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const transport = new StreamableHTTPClientTransport(new URL(`${HOST}/mcp`), {
    fetch: (url, init) => ask(new URL(url).pathname, init),
    ...(token !== undefined && { requestInit: { headers: { Authorization: `Bearer ${token}` } } }),
  })
  await client.connect(transport)
  return client
}

async function call(client: Client, name: string, given: Record<string, unknown> = {}) {
  const { content, isError = false } = await client.callTool({ name, arguments: given })
  return { text: content.map((part) => (part.type === 'text' ? part.text : '')).join('\n'), isError }
}

/** The text of an answer that is no error. */
async function answer(client: Client, name: string, given: Record<string, unknown> = {}): Promise<string> {
  const { text, isError } = await call(client, name, given)
  if (isError) throw new Error(text)
  return text
}

/** The argument that an answer asks to add to the call for the rest; null: it has no more. */
function rest(text: string): Record<string, unknown> | null {
  const cursor = /There is more: .*cursor "([^"]+)"/.exec(text)?.[1]
  const skip = /There is more: .*skip (\d+)/.exec(text)?.[1]
  return cursor !== undefined ? { cursor } : skip !== undefined ? { skip: Number(skip) } : null
}

/** All answers to a call, one after another. */
async function pages(client: Client, name: string, given: Record<string, unknown> = {}): Promise<string[]> {
  const texts: string[] = []
  for (let more: Record<string, unknown> | null = {}; more !== null; ) {
    const text = await answer(client, name, { ...given, ...more })
    texts.push(text)
    more = rest(text)
  }
  return texts
}

let stage: Stage
let client: Client
beforeAll(async () => {
  stage = stageOver(await openStore(), { publicUrl: HOST })
  await tellStory(stage)
  client = await connect(stage.ask)
})
afterAll(() => client.close())

/** A call of every tool, and texts that its answer has. */
const CALLS: readonly [name: string, given: Record<string, unknown>, has: readonly string[]][] = [
  [
    'find_article',
    { words: 'ferry' },
    ['ferry: “Ferry Freed After Ten Hours”, Harbour Gazette; 3 versions', `${HOST}/a/ferry`],
  ],
  ['find_article', { address: 'https://www.gazette.example/ferry?utm_source=feed' }, ['ferry: “Ferry Freed']],
  ['find_article', { words: 'zeppelin' }, ['No article is like this.']],
  ['list_stories', {}, ['1 claim dropped', '4 not admitted by the article', '“will” became “may”', `${HOST}/a/bridge`]],
  ['list_stories', { publication: 'Valley Post' }, ['bridge: “Bridge Closes” (Valley Post)']],
  [
    'list_changes',
    { since: '2026-02-10' },
    [
      '10 February 2026, 12:00 UTC, ferry, versions 1 → 2: Number changed: 212 passengers became 221 passengers. The article did not say so.',
      `${HOST}/a/ferry/compare/1..2#change-`,
    ],
  ],
  ['list_changes', { article: 'ferry', since: '2026-02-11' }, ['Nothing like this changed in “ferry”.']],
  [
    'list_versions',
    { article: 'https://gazette.example/ferry' },
    ['version 2, 10 February 2026, 12:00 UTC', `${HOST}/a/ferry/v/2`],
  ],
  ['read_version', { article: 'ferry', at: '2026-02-10T09:00Z' }, ['Version 1 of “ferry”', 'with 212 passengers ran aground']],
  ['read_version', { article: 'ferry' }, ['Version 3 of “ferry”', 'Two tugs pulled']],
  [
    'compare_versions',
    { article: 'ferry', from: 1 },
    ['from version 1 to the latest: 5 changes', 'Softened: “will” became “may”'],
  ],
  ['compare_versions', { article: 'ferry', from: 1, to: 3, kinds: ['softened'] }, ['1 change', `${HOST}/a/ferry/compare/1..3`]],
  [
    'claims_at',
    { article: 'ferry', version: 1 },
    ['claim 2: ', 'said by the coast guard; since version 1', `${HOST}/a/ferry/claims/2`],
  ],
  ['claims_at', { article: 'ferry', at: '2026-02-09' }, ['“ferry” has no version from 2026-02-09']],
  ['claims_at', { article: 'ferry', status: 'withdrawn' }, ['claim 3: ', 'versions 1 to 2; withdrawn']],
  [
    'claim_trail',
    { article: 'ferry', claim: 2 },
    ['First told.', '212 passengers became 221 passengers', '“the coast guard” became'],
  ],
  ['search_text', { words: 'operator' }, ['2 hits', 'came with version 1', 'gone with version 2', `${HOST}/a/ferry/v/1`]],
  ['search_text', { words: 'zeppelin' }, ['Nothing has these words.']],
  ['list_sources', { words: 'dahl' }, ['Ingrid Dahl (named): 1 claim, 0 of them present', `${HOST}/sources/`]],
  ['claims_of_source', { source: 'brandt' }, ['Claims of Tomas Brandt', 'bridge, claim ']],
  [
    'compare_texts',
    { before: { body: 'Fares will rise in May.' }, after: { body: 'Fares may rise in May.' } },
    ['1 change', 'Softened: “will” became “may”'],
  ],
]

describe('a tool answers', () => {
  it.each(CALLS)('%s %j', async (name, given, has) => {
    const text = await answer(client, name, given)
    for (const words of has) expect(text).toContain(words)
  })

  it('each of them above', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual([...new Set(CALLS.map(([name]) => name))].sort())
    for (const { inputSchema, annotations } of tools) {
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(annotations?.readOnlyHint).toBe(true)
    }
  })

  it('clients of the revisions before the newest', async () => {
    const older = await connect(stage.ask, 'legacy')
    expect((await older.listTools()).tools).toHaveLength(12)
    expect(await answer(older, 'find_article', { words: 'ferry' })).toContain(`${HOST}/a/ferry`)
    expect(older.getInstructions()).toContain('find_article')
    await older.close()
  })
})

describe('a call at fault is told how to mend it', () => {
  it.each<[name: string, given: Record<string, unknown>, says: string]>([
    ['claims_at', { article: 'ferry', when: '2026-02-10' }, 'when: is not known here. claims_at takes: article, version, at,'],
    ['claims_at', {}, 'article: '],
    ['claims_at', { article: 'none' }, 'There is no article "none". find_article lists slugs'],
    ['claims_at', { article: 'https://none.example/' }, 'No article of the archive was read at https://none.example/.'],
    ['claims_at', { article: 'ferry', at: 'yesterday' }, 'at: expected a time such as 2025-03-12T12:00:00Z, found "yesterday"'],
    ['claims_at', { article: 'ferry', at: '2026-02-10', version: 1 }, 'at: give either version or at'],
    ['claims_at', { article: 'ferry', cursor: 'x' }, 'cursor: is not a cursor of this list'],
    ['read_version', { article: 'ferry', version: 9 }, 'There is no version 9 of an article "ferry".'],
    ['read_version', { article: 'ferry', version: '1' }, 'version: '],
    ['claim_trail', { article: 'ferry', claim: 99 }, '"ferry" has no claim 99.'],
    ['list_changes', { publication: 'None' }, 'publication: there is no publication "None"'],
    ['list_changes', { kinds: ['softer'] }, 'kinds.0: '],
    ['list_changes', { since: '2026-03-02', until: '2026-03-01' }, 'to: is before from'],
    ['claims_of_source', { source: 'nobody' }, 'source: there is no source “nobody”'],
    ['claims_of_source', { source: 'a' }, 'source: “a” names several; give one of them: '],
    ['search_text', { words: '-' }, 'words: has no word to look for'],
    ['compare_texts', { before: { body: 'A.' }, after: { text: 'B.' } }, 'after.text: is not known here'],
    ['compare_texts', { before: { body: 'A.' }, after: { body: 'b '.repeat(200_000) } }, 'Send less text.'],
  ])('%s %j', async (name, given, says) => {
    const { text, isError } = await call(client, name, given)
    expect(isError).toBe(true)
    expect(text).toContain(says)
  })

  it('that there is no such tool', async () => {
    await expect(client.callTool({ name: 'delete_article' })).rejects.toThrow('There is no tool "delete_article".')
  })
})

describe('answers are short', () => {
  const long = (i: number, verb: string) =>
    `The ${'very '.repeat(30)}long report number ${i} of the harbour office ${verb} close ${'https://harbour.example/'.repeat(20)} in May.`
  const body = (verb: string) => Array.from({ length: 45 }, (_, i) => long(i, verb)).join('\n\n')
  let wide: Client
  beforeAll(async () => {
    const { ask, ingest, send } = stageOver(await openStore(), { publicUrl: HOST })
    await well(send('POST', '/v1/articles', { slug: 'reports', title: 'R'.repeat(400) }))
    for (let hour = 10; hour < 23; hour++)
      await well(ingest('reports', `${hour}:00`, `Reports ${'x'.repeat(300)}`, body(hour % 2 === 0 ? 'will' : 'may')))
    wide = await connect(ask)
  })

  it.each<[name: string, given: Record<string, unknown>, answers: number]>([
    ['find_article', {}, 1],
    ['list_stories', {}, 1],
    ['list_changes', { article: 'reports' }, 54],
    ['compare_versions', { article: 'reports', from: 1 }, 0],
    ['compare_versions', { article: 'reports', from: 1, to: 2 }, 5],
    ['claims_at', { article: 'reports' }, 3],
    ['claim_trail', { article: 'reports', claim: 2 }, 2],
    ['search_text', { words: 'harbour' }, 9],
    ['list_versions', { article: 'reports' }, 1],
    ['read_version', { article: 'reports' }, 5],
  ])('%s %j', async (name, given, answers) => {
    const texts = await pages(wide, name, given)
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS)
    if (answers > 0) expect(texts).toHaveLength(answers)
    const items = texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith('- ')))
    expect(new Set(items).size).toBe(items.length)
    for (const item of items) expect(item).toMatch(/ https:\/\/archive\.example\/\S+$/)
  })

  it('parts of a text are the text', async () => {
    const parts = (await pages(wide, 'read_version', { article: 'reports', version: 1 })).map((text) =>
      text
        .replace(/\n\nThere is more: .*$/, '')
        .split('\n\n')
        .slice(1)
        .join('\n\n'),
    )
    expect(parts.join('').replace(/\s+/g, '')).toBe(body('will').replace(/\s+/g, ''))
  })
})

test('withheld text never appears', async () => {
  const { ask, send, ...rest } = stageOver(await openStore(), { publicUrl: HOST })
  await tellStory({ ask, send, ...rest })
  await well(send('PUT', '/v1/articles/ferry/versions/1/withholding', { reason: 'A court order.' }))
  const reader = await connect(ask)
  for (const [name, given] of CALLS) expect((await call(reader, name, given)).text).not.toMatch(/\b212\b|will resume/)
  const { text, isError } = await call(reader, 'read_version', { article: 'ferry', version: 1 })
  expect([text, isError]).toEqual([
    'Version 1 of "ferry" is withheld: A court order. Its text is not shown; ask for another version.',
    true,
  ])
})

describe('the endpoint', () => {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  const post = (ask: Ask, body: unknown, headers: Record<string, string> = {}) =>
    ask('/mcp', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify(body),
    })

  it.each(['GET', 'DELETE'])('has no sessions: %s is a 405', async (method) => {
    const response = await stage.ask('/mcp', { method, headers: { Accept: 'text/event-stream' } })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
  })

  it('answers a page of any origin, since nothing but a token tells who asks', async () => {
    const response = await post(stage.ask, message, { Origin: 'https://elsewhere.example' })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const preflight = await stage.ask('/mcp', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://elsewhere.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type, mcp-protocol-version',
      },
    })
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('mcp-protocol-version')
  })

  it.each<[what: string, body: unknown, headers: Record<string, string>, status: number]>([
    ['several messages in a list', [message, message], {}, 400],
    ['no JSON', message, { 'Content-Type': 'text/plain' }, 415],
    ['more than a call may have', { ...message, params: { filler: 'x'.repeat(600 * 1024) } }, {}, 413],
  ])('refuses %s', async (_, body, headers, status) => {
    expect((await post(stage.ask, body, headers)).status).toBe(status)
  })

  it('asks for a token where reading does', async () => {
    const { ask, send } = stageOver(await openStore(), { readTokenRequired: true })
    const made = await well(send('POST', '/v1/tokens', { name: 'writer', scopes: ['archive:write'] }))
    const { token } = (await made.json()) as { token: string }
    expect((await post(ask, message)).status).toBe(401)
    expect((await post(ask, message, { Authorization: `Bearer ${token}` })).status).toBe(403)
    expect((await post(ask, message, { Authorization: JSON_HEADERS.Authorization })).status).toBe(200)
    const reader = await connect(ask, 'auto', TOKEN)
    expect(await answer(reader, 'list_stories')).toBe('No story is like this.')
    await expect(connect(ask)).rejects.toThrow()
  })
})

test.skipIf(askWorker === null)('the Worker has it', async () => {
  await openStore()
  const worker = await connect((path, init) => askWorker?.(path, init) ?? Promise.reject())
  expect(await answer(worker, 'list_stories')).toBe('No story is like this.')
  await worker.close()
})
