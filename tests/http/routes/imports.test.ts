/** Many versions and many captures in one call. */
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { article, REST } from '../../watching/site.ts'
import { JSON_HEADERS, read, rowCounts, type Stage, stageOver, TOKEN, well } from '../stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = stageOver(await openStore())
})

const NDJSON = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/x-ndjson' }
const fares = (rise: number, hour: number, more = {}) => ({
  article: 'fares',
  title: 'Ferry Fares Rise',
  body: `Fares will rise by ${rise} percent in May, the operator said.`,
  captured_at: `2026-02-10T${String(hour).padStart(2, '0')}:00:00Z`,
  ...more,
})

describe('POST /v1/ingest', () => {
  beforeEach(() => well(stage.send('POST', '/v1/articles', { slug: 'fares' })))

  const ingest = async (lines: readonly (object | string)[], headers: Record<string, string> = NDJSON) => {
    const body = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
    const answer = await stage.ask('/v1/ingest', { method: 'POST', headers, body })
    const text = await answer.text()
    return {
      answer,
      text,
      lines: answer.ok
        ? text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [],
    }
  }

  it('answers each line in its place, whatever the order of time', async () => {
    const { answer, lines } = await ingest([fares(12, 9), fares(10, 7), '', fares(10, 8), fares(14, 10, { title: undefined })])
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    expect(lines).toMatchObject([
      { line: 1, outcome: 'created', version: { number: 2 }, changes: [{ kinds: ['number_changed'] }] },
      { line: 2, outcome: 'created', version: { number: 1, article: 'fares' } },
      { line: 4, outcome: 'unchanged', version: { number: 1 }, checked_at: '2026-02-10T08:00:00.000Z' },
      { line: 5, outcome: 'refused', code: 'invalid', errors: [{ path: 'title' }] },
    ])
  })

  it('refuses lines alone: without an article, of none, without JSON, in the future, too long', async () => {
    const { lines } = await ingest([
      fares(10, 7, { article: 'nowhere' }),
      fares(10, 7, { article: undefined }),
      '{"article":',
      fares(10, 7, { captured_at: '2030-01-01T00:00:00Z' }),
      fares(10, 7, { body: 'x'.repeat(300_000) }),
      fares(10, 7, { colour: 'red' }),
      fares(10, 7),
    ])
    expect(lines.map(({ line, code = 'good' }) => [line, code])).toEqual([
      [1, 'not_found'],
      [2, 'invalid'],
      [3, 'invalid'],
      [4, 'invalid'],
      [5, 'too_large'],
      [6, 'invalid'],
      [7, 'good'],
    ])
    expect((await rowCounts(stage.store)).versions).toBe(1)
  })

  it('refuses a body that is no NDJSON, that is empty, or has too many lines', async () => {
    expect((await ingest([fares(10, 7)], JSON_HEADERS)).answer.status).toBe(415)
    expect((await ingest(['', ' '])).answer.status).toBe(400)
    expect((await ingest(Array.from({ length: 501 }, () => '{}'))).answer.status).toBe(400)
    expect((await ingest(['x'.repeat(17 * 1024 * 1024)])).answer.status).toBe(413)
    expect((await ingest([fares(10, 7)], { ...NDJSON, Authorization: 'Bearer none' })).answer.status).toBe(401)
  })
})

describe('POST /v1/captures/import', () => {
  const url = 'https://harbour-post.example/ferry-fares'
  const html = (rise: number) =>
    article('Ferry Fares Rise', `Fares will rise by ${rise} percent in May, the operator said.`, ...REST)
  const given = (rise: number, day: number, more = {}) => ({
    url,
    captured_at: `2026-02-${day}T08:00:00Z`,
    html: html(rise),
    ...more,
  })
  const post = (body: object) => stage.send('POST', '/v1/captures/import', body)

  it('makes versions at their times, and a capture of each', async () => {
    const bytes = btoa(html(10))
    const answer = await post({
      captures: [
        given(12, 20),
        given(10, 10),
        given(0, 15, { html: undefined, bytes }),
        given(0, 16, { status: 404, html: '' }),
      ],
      publication: 'Harbour Post',
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      data: [
        { outcome: 'created', version: 2, article: 'ferry-fares-rise', address: url, known: false },
        { outcome: 'created', version: 1, captured_at: '2026-02-10T08:00:00.000Z' },
        { outcome: 'unchanged', version: 1 },
        { outcome: 'not_found', version: null, article: 'ferry-fares-rise' },
      ],
    })
    const list = `/v1/captures?address=${encodeURIComponent(url)}`
    const { data } = await read<{ data: { outcome: string; watch: null }[] }>(stage.ask, list)
    expect(data.map(({ outcome, watch }) => [outcome, watch])).toEqual([
      ['created', null],
      ['not_found', null],
      ['unchanged', null],
      ['created', null],
    ])
    expect(await read(stage.ask, '/v1/captures?address=https://harbour-post.example/')).toMatchObject({ data: [] })
    expect(await read(stage.ask, '/v1/articles/ferry-fares-rise')).toMatchObject({
      publication: 'Harbour Post',
      version_count: 2,
    })
  })

  it('is repeated without a trace', async () => {
    const sent = { captures: [given(10, 10), given(12, 12)] }
    await well(post(sent))
    const before = await rowCounts(stage.store)
    expect(await (await post(sent)).json()).toMatchObject({ data: [{ known: true }, { known: true, version: 2 }] })
    expect(await rowCounts(stage.store)).toEqual(before)
  })

  it.each<[string, object, number, string]>([
    ['no capture', { captures: [] }, 400, 'captures'],
    ['no body', { captures: [given(10, 10, { html: undefined })] }, 400, 'captures.0.html'],
    ['two bodies', { captures: [given(10, 10, { bytes: '' })] }, 400, 'captures.0.html'],
    ['no base64', { captures: [given(10, 10, { html: undefined, bytes: '!' })] }, 400, 'captures.0.bytes'],
    [
      'the future',
      { captures: [given(10, 10), { ...given(10, 10), captured_at: '2031-01-01' }] },
      400,
      'captures.1.captured_at',
    ],
    ['another scheme', { captures: [given(10, 10, { url: 'file:///etc/passwd' })] }, 400, 'captures.0.url'],
    [
      'too many fields',
      { captures: [given(10, 10, { headers: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [i, ''])) })] },
      400,
      'captures.0.headers',
    ],
    ['an article that is not there', { captures: [given(10, 10)], article: 'nowhere' }, 404, ''],
  ])('refuses %s and records nothing', async (_, body, status, path) => {
    const before = await rowCounts(stage.store)
    const answer = await post(body)
    expect(answer.status).toBe(status)
    const { errors = [] } = (await answer.json()) as { errors?: { path: string }[] }
    if (path) expect(errors.map((error) => error.path)).toEqual([path])
    expect(await rowCounts(stage.store)).toEqual(before)
  })

  it('needs the scope that records versions', async () => {
    const headers = { ...JSON_HEADERS, Authorization: 'Bearer none' }
    const body = JSON.stringify({ captures: [given(10, 10)] })
    expect((await stage.ask('/v1/captures/import', { method: 'POST', headers, body })).status).toBe(401)
  })
})
