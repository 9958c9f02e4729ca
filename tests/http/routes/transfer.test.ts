/** The routes of export and restore: who may use them, and what an archive answers in between. */
import { describe, expect, it, test } from 'vitest'
import { openStore } from '#harness'
import { leaseNextHost } from '../../../src/store/captures/host-leases.ts'
import { sha256 } from '../../../src/store/hash.ts'
import { exported, fillWhole, restored } from '../../store/transfer/whole-archive.ts'
import { read, rowCounts, stageOver, TOKEN, tellStory, well } from '../stage.ts'

const origin = await openStore()
await fillWhole(origin)
const lines = await exported(origin)

const HEADERS = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/x-ndjson' }

it('GET /v1/export is what the store writes, to a token that may have it', async () => {
  const { ask, send } = stageOver(origin)
  const { token } = (await (await well(send('POST', '/v1/tokens', { name: 'a', scopes: ['archive:read'] }))).json()) as {
    token: string
  }
  expect((await ask('/v1/export')).status).toBe(401)
  expect((await ask('/v1/export', { headers: { Authorization: `Bearer ${token}` } })).status).toBe(403)
  expect(
    (await ask('/v1/restore?line=1', { method: 'POST', headers: { ...HEADERS, Authorization: `Bearer ${token}` } })).status,
  ).toBe(403)
  const answer = await well(ask('/v1/export', { headers: HEADERS }))
  expect(await answer.text()).toBe(lines.map((line) => `${line}\n`).join(''))
})

describe('GET /v1/export?after=', () => {
  const { ask } = stageOver(origin)
  const whole = lines.map((line) => `${line}\n`).join('')
  const behind = (count: number, article = '') => {
    const kept = lines.slice(0, count).map((line) => `${line}\n`)
    return ask(`/v1/export?after=${count}:${sha256(kept.join(''))}${article}`, { headers: HEADERS })
  }

  it.each([1, 2, 17, lines.length - 1, lines.length])('%i lines: is the others', async (count) => {
    const rest = await (await well(behind(count))).text()
    expect(rest).toBe(
      lines
        .slice(count)
        .map((line) => `${line}\n`)
        .join(''),
    )
    expect(whole.endsWith(rest)).toBe(true)
  })

  it.each([
    ['other lines', `2:${'0'.repeat(64)}`, 409],
    ['more lines than there are', `${lines.length + 1}:${sha256(whole)}`, 409],
    ['no line', `0:${sha256('')}`, 400],
    ['something else', 'abc', 400],
  ])('%s: is refused', async (_, given, status) => {
    expect((await ask(`/v1/export?after=${given}`, { headers: HEADERS })).status).toBe(status)
  })

  it('lines of the archive are no lines of an article', async () => {
    expect((await behind(1, '&article=old-bridge')).status).toBe(409)
  })
})

describe('GET /v1/export?article=', () => {
  const { ask } = stageOver(origin)
  const textOf = async (article: string) => (await well(ask(`/v1/export?article=${article}`, { headers: HEADERS }))).text()

  it('is its versions with their hashes, its claims, and an end, by any slug that it had', async () => {
    const text = await textOf('bridge')
    expect(await textOf('old-bridge')).toBe(text)
    const [header, version, end, ...more] = text.trimEnd().split('\n')
    const { versions, ...rest } = JSON.parse(header ?? '')
    const row = await read<{ content_hash: string; hash: string }>(ask, '/v1/articles/old-bridge/versions/1')
    expect(versions).toEqual([[row.content_hash, row.hash]])
    expect(rest).toMatchObject({
      claimtrail: 'article',
      slug: 'old-bridge',
      claims: [
        [1, 'present', 1, null, 'Bridge Closes'],
        [2, 'present', 1, null, expect.stringMatching(/^The old bridge/)],
      ],
    })
    expect(JSON.parse(version ?? '')).toMatchObject({
      article: 'old-bridge',
      title: expect.any(String),
      body: expect.any(String),
    })
    const sha = sha256(`${header}\n${version}\n`)
    expect([JSON.parse(end ?? ''), more]).toEqual([{ end: { rows: { versions: 1 }, sha256: sha } }, []])
  })

  it.each([
    ['none', 404],
    ['ferry', 410],
    ['bridge&secrets=true', 400],
  ])('%s: %i', async (article, status) => {
    expect((await ask(`/v1/export?article=${article}`, { headers: HEADERS })).status).toBe(status)
  })

  it('goes on behind the lines that are kept', async () => {
    const text = await textOf('old-bridge')
    const kept = text.slice(0, text.indexOf('\n') + 1)
    expect(await textOf(`old-bridge&after=1:${sha256(kept)}`)).toBe(text.slice(kept.length))
  })
})

it('an article of many versions is whole', async () => {
  const { ask, send, ingest } = stageOver(await openStore())
  await well(send('POST', '/v1/articles', { slug: 'mill' }))
  const hours = Array.from({ length: 21 }, (_, i) => String(i).padStart(2, '0'))
  for (const hour of hours)
    await well(ingest('mill', `${hour}:00`, 'Mill Closes', `The mill will close at ${hour}:00, its owner said.`))
  const text = await (await well(ask('/v1/export?article=mill', { headers: HEADERS }))).text()
  const [, ...rest] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rest.map(({ captured_at, end }) => captured_at?.slice(11, 13) ?? end.rows.versions)).toEqual([...hours, 21])
})

it.each([
  ['an article', '/v1/export?article=bridge', 'The article was written to meanwhile. Export it again.'],
  ['an archive', '/v1/export', 'The archive was written meanwhile. Export it again.'],
])('%s that is written to during its export says so, and has no end', async (_, path, failed) => {
  const stage = stageOver(await openStore(), {}, 0)
  await tellStory(stage)
  const answer = await well(stage.ask(path, { headers: HEADERS }))
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await well(
    stage.ingest('bridge', '10:00', 'Bridge Closes', 'The old bridge will close in June, the mayor, Tomas Brandt, said.'),
  )
  let last = ''
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) last = new TextDecoder().decode(piece.value)
  expect(last).toBe(`${JSON.stringify({ failed })}\n`)
})

test('from the first line to the last an archive answers nothing else, and does nothing', async () => {
  const store = await openStore()
  const { ask, send } = stageOver(store, {}, 0)
  const post = (line: number, sent: readonly string[]) =>
    ask(`/v1/restore?line=${line}`, { method: 'POST', headers: HEADERS, body: sent.map((one) => `${one}\n`).join('') })
  const lease = { lease: 'a', now: '2030-01-01T00:00:00.000Z', until: '2030-01-01T00:01:00.000Z' }
  expect(await read(ask, '/healthz')).toEqual({ ok: true, database: 'ready' })
  expect(await (await well(post(1, lines.slice(0, 1)))).json()).toEqual({ lines: 1, done: false })
  for (let at = 1; at < lines.length - 1; at += 100) {
    const part = lines.slice(at, Math.min(at + 100, lines.length - 1))
    expect(await (await well(post(at + 1, part))).json()).toEqual({ lines: at + part.length, done: false })
    for (const path of ['/v1/articles', '/v1/articles/ferry', '/feeds/changes.atom', '/', '/v1/export']) {
      expect([path, (await ask(path, { headers: HEADERS })).status]).toEqual([path, 503])
    }
    expect(await (await send('POST', '/v1/articles', { slug: 'mine' })).json()).toMatchObject({ code: 'restoring' })
    expect(await (await ask('/healthz')).json()).toEqual({ ok: false, database: 'restoring' })
  }
  expect(await leaseNextHost(store, lease)).toBeNull()
  expect(await (await well(post(lines.length, lines.slice(-1)))).json()).toEqual({ lines: lines.length, done: true })
  expect(await leaseNextHost(store, lease)).toMatchObject({ host: 'gazette.example' })
  expect((await ask('/v1/articles/ferry')).status).toBe(200)
})

const at = (table: string) => lines.findIndex((line) => line.startsWith(`["${table}"`))

test.each([
  [
    'a hash that is wrong',
    at('sentences'),
    (line: string) => line.replace('Ferry', 'Fairy'),
    /line \d+: the text of a sentence does not match/,
  ],
  [
    'a row that refers to none',
    at('claims'),
    (line: string) => line.replace(/^\["claims",(\d+),\d+/, '["claims",$1,999'),
    /lines \d+ to \d+: a row contradicts the others: FOREIGN KEY/,
  ],
  ['a row that is there', at('slugs') + 1, () => lines[at('slugs')] ?? '', /a row contradicts the others: UNIQUE/],
  [
    'an end that counts otherwise',
    lines.length - 1,
    (line: string) => line.replace('"trails":', '"trails":1'),
    /The table trails has \d+ rows, and the export 1\d+/,
  ],
])('a part with %s is refused whole', async (_, index, change, said) => {
  const store = await openStore()
  const { ask } = stageOver(store)
  await restored(store, lines.slice(0, index - 1))
  const before = await rowCounts(store)
  const sent = [...lines.slice(index - 1, index), change(lines[index] ?? '')]
  const url = `/v1/restore?line=${index}`
  const answer = await ask(url, { method: 'POST', headers: HEADERS, body: sent.join('\n') })
  const { detail } = (await answer.json()) as { detail: string }
  expect([answer.status, detail]).toEqual([400, expect.stringMatching(said)])
  if (index < lines.length - 1) expect(await rowCounts(store)).toEqual(before)
  await restored(store, lines).catch(() => undefined)
  expect((await ask('/v1/articles')).status).toBe(503)
})
