/** Lists: pages that stay together while rows come in, filters, and the same rows as CSV and NDJSON. */
import Papa from 'papaparse'
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, tellStory, well } from '../stage.ts'

interface List {
  readonly data: readonly Record<string, unknown>[]
  readonly next: string | null
  readonly more?: boolean
}

let stage: Stage
const list = (path: string) => read<List>(stage.ask, path)

/** All rows, a page of one after the other. */
async function walk(path: string, between: (page: number) => Promise<unknown> = async () => null) {
  const rows: Record<string, unknown>[] = []
  let cursor = ''
  for (let pages = 0; pages < 200; pages++) {
    const { data, next, more } = await list(`${path}${path.includes('?') ? '&' : '?'}limit=1${cursor && `&cursor=${cursor}`}`)
    rows.push(...data)
    if (next === null || more === false) return rows
    expect(data).toHaveLength(1)
    cursor = next
    await between(pages)
  }
  throw new Error('no end of pages')
}

const LISTS = [
  ['/v1/articles', 'slug'],
  ['/v1/articles?q=e', 'slug'],
  ['/v1/articles/ferry/versions', 'number'],
  ['/v1/articles/ferry/claims', 'number'],
  ['/v1/articles/ferry/claims?version=2', 'number'],
  ['/v1/articles/ferry/claims?sort=check_worthiness', 'number'],
  ['/v1/articles/ferry/claims?sort=changes', 'number'],
  ['/v1/articles/ferry/claims?sort=number', 'number'],
  ['/v1/articles/ferry/changes', 'id'],
  ['/v1/articles/ferry/sources', 'id'],
  ['/v1/articles/ferry/reviews', 'id'],
  ['/v1/articles/ferry/claims/2/reviews', 'id'],
  ['/v1/reviews', 'id'],
  ['/v1/claims', 'url'],
  ['/v1/claims?sort=check_worthiness', 'url'],
  ['/v1/claims?sort=changes', 'url'],
  ['/v1/changes', 'id'],
  ['/v1/sources', 'id'],
  ['/v1/search?q=the', 'text'],
  ['/v1/search?q=the&in=claims', 'text'],
] as const

describe('a list', () => {
  beforeAll(async () => {
    stage = stageOver(await openStore())
    await tellStory(stage)
    for (const label of ['Ferry aground', '=1+1']) {
      await well(stage.send('POST', '/v1/articles/ferry/claims/2/reviews', { action: 'relabel', label }))
    }
    await well(stage.send('POST', '/v1/articles/ferry/claims/3/reviews', { action: 'confirm' }))
  })

  test.each(LISTS)('%s read a row a page is the list read at once', async (path, key) => {
    const { data, next } = await list(`${path}${path.includes('?') ? '&' : '?'}limit=200`)
    if (path !== '/v1/changes') expect(next).toBeNull()
    expect(data.length).toBeGreaterThan(1)
    expect(await walk(path)).toEqual(data)
    expect(new Set(data.map((row) => row[key])).size).toBe(data.length)
  })

  test.each([
    ['/v1/claims?sort=check_worthiness', 'check_worthiness'],
    ['/v1/claims?sort=changes', 'changes'],
  ])('%s is sorted, the most first', async (path, key) => {
    const values = (await list(path)).data.map((row) => Number(row[key]))
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(new Set(values).size).toBeGreaterThan(1)
  })

  test.each([
    ['/v1/articles?publication=Valley%20Post', ['bridge']],
    ['/v1/articles?q=AGROUND', ['ferry']],
    ['/v1/articles?q=bridge', ['bridge']],
    ['/v1/articles?q=%25', []],
    ['/v1/articles?q=aground%20FERRY', ['ferry']],
    ['/v1/articles?q=aground%20bridge', []],
    ['/v1/articles?q=_', []],
    ['/v1/articles?q=%20', ['bridge', 'ferry']],
    [`/v1/articles?q=${encodeURIComponent('a question that is longer than any pattern of LIKE may be on D1')}`, []],
    ['/v1/articles?changed_since=2026-02-10T10:00:00Z', ['ferry']],
    ['/v1/articles?changed_since=2026-02-10T18:00:00Z', ['ferry']],
    ['/v1/articles?changed_since=2026-02-10', []],
    ['/v1/articles?limit=1', ['bridge']],
  ])('%s', async (path, slugs) => {
    expect((await list(path)).data.map((row) => row.slug)).toEqual(slugs)
  })

  test.each([
    ['/v1/changes?kind=number_changed', ['number_changed']],
    ['/v1/changes?kind=number_changed,softened', ['number_changed', 'softened']],
    ['/v1/changes?kind=number_changed&kind=softened', ['number_changed', 'softened']],
    ['/v1/changes?kind=softened&kind=number_changed,source_changed', ['number_changed', 'softened', 'source_changed']],
    ['/v1/articles/ferry/changes?kind=softened', ['softened']],
    ['/v1/articles/bridge/changes?kind=softened', []],
    ['/v1/articles/ferry/changes?from=1&to=2&kind=softened', ['softened']],
    ['/v1/changes?kind=softened&article=ferry', ['softened']],
    ['/v1/changes?kind=softened&article=bridge', []],
    ['/v1/changes?kind=softened&publication=Harbour%20Gazette', ['softened']],
    ['/v1/changes?kind=softened&publication=Valley%20Post', []],
    ['/v1/changes?kind=number_changed&zone=lead', ['number_changed']],
    ['/v1/changes?kind=number_changed&zone=body', []],
    ['/v1/changes?kind=number_changed&acknowledged=true', []],
    ['/v1/changes?kind=number_changed&acknowledged=false', ['number_changed']],
    ['/v1/changes?kind=source_changed&source=harbour%20office', ['source_changed']],
    ['/v1/changes?kind=source_changed&source=Ingrid%20Dahl', []],
  ])('%s', async (path, kinds) => {
    expect((await list(path)).data.map((row) => (row.kinds as string[])[0]).sort()).toEqual(kinds)
  })

  test.each([
    ['/v1/articles/ferry/claims?status=withdrawn', ['withdrawn']],
    ['/v1/articles/ferry/claims?status=present', ['present']],
    ['/v1/articles/ferry/claims?version=1', ['present']],
    ['/v1/articles/ferry/claims?version=1&status=withdrawn', []],
    ['/v1/articles/ferry/claims?at=2026-02-10T11:59:59.999Z', ['present']],
    ['/v1/articles/ferry/claims?at=2026-02-09', []],
    ['/v1/articles/ferry/claims?status=withdrawn,present', ['present', 'withdrawn']],
  ])('%s has claims with the status %j', async (path, statuses) => {
    expect([...new Set((await list(path)).data.map((row) => row.status))].sort()).toEqual(statuses)
  })

  test.each([
    ['/v1/articles/ferry/claims?q=tugs', 1],
    ['/v1/articles/ferry/claims?q=TUGS%20vessel', 1],
    ['/v1/articles/ferry/claims?q=tug*', 1],
    ['/v1/articles/ferry/claims?q=%22two%20tugs%22', 1],
    ['/v1/articles/ferry/claims?q=%22tugs%20two%22', 0],
    ['/v1/articles/bridge/claims?q=tugs', 0],
    ['/v1/claims?q=tugs', 1],
    ['/v1/claims?q=tugs&article=bridge', 0],
    ['/v1/claims?kind=softened', 1],
    ['/v1/articles/ferry/claims?kind=softened,number_changed', 2],
    ['/v1/claims?source=Ingrid%20Dahl', 1],
    ['/v1/sources?q=ingrid', 1],
    ['/v1/sources?kind=named&q=dahl', 1],
    ['/v1/sources?kind=document', 0],
    ['/v1/articles/bridge/sources?q=dahl', 0],
    ['/v1/sources?publication=Valley%20Post', 1],
  ])('%s has %i rows', async (path, rows) => {
    expect((await list(path)).data).toHaveLength(rows)
  })

  test('min_check_worthiness is a lower bound, reached', async () => {
    const all = (await list('/v1/claims')).data.map((row) => Number(row.check_worthiness))
    const bound = [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
    const { data } = await list(`/v1/claims?min_check_worthiness=${bound}`)
    expect(data).toHaveLength(all.filter((value) => value >= bound).length)
  })

  test('a source is found by its id as by its name', async () => {
    const { data } = await list('/v1/sources?q=Ingrid')
    const byId = await list(`/v1/claims?source=${data[0]?.id}`)
    expect(byId).toEqual(await list('/v1/claims?source=Ingrid%20Dahl'))
    expect(byId.data).toHaveLength(1)
    expect(await list(String(data[0]?.claims_url))).toEqual(byId)
  })

  const junk = [
    '"',
    '""',
    "'",
    '*',
    'a*b',
    '(',
    ')',
    'AND',
    'NEAR(',
    'a AND',
    'label:x',
    '^',
    '-',
    '+',
    '{a b}:c',
    '\0',
    '\\',
    '%',
    '_',
  ]
  test.each([...junk, '𝕏', '😀', '"a', 'x'.repeat(200), 'ß'.repeat(100), '\u202e', '; drop table claims'])(
    'q=%j is never a fault',
    async (q) => {
      for (const path of [
        '/v1/articles',
        '/v1/claims',
        '/v1/articles/ferry/claims',
        '/v1/sources',
        '/v1/articles/ferry/sources',
      ]) {
        expect((await stage.ask(`${path}?q=${encodeURIComponent(q)}`)).status).toBe(200)
      }
      for (const path of ['/v1/claims', '/v1/changes']) {
        expect((await stage.ask(`${path}?source=${encodeURIComponent(q)}`)).status).toBe(400)
      }
    },
  )

  test.each(LISTS)('%s answers CSV and NDJSON with the same rows, and the way to the next page', async (path) => {
    const at = (format: string, limit: number) =>
      stage.ask(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}&format=${format}`)
    const { data } = await list(path)
    const csv = await at('csv', 200)
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    const text = await csv.text()
    expect(text.endsWith('\r\n')).toBe(true)
    const { data: rows, errors } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true })
    expect(errors).toEqual([])
    expect(rows).toHaveLength(data.length)
    const ndjson = await at('ndjson', 200)
    expect(ndjson.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = (await ndjson.text()).trimEnd().split('\n')
    const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(objects).toHaveLength(data.length)
    expect(Object.keys(objects[0] ?? {})).toEqual(Object.keys(rows[0] ?? {}))
    for (const [i, object] of objects.entries()) {
      for (const [name, value] of Object.entries(object)) {
        if (typeof value === 'object' && value !== null) expect(JSON.parse(rows[i]?.[name] ?? '')).toEqual(value)
      }
    }
    for (const format of ['json', 'csv', 'ndjson']) {
      const link = /^<([^>]+)>; rel="next"$/.exec((await at(format, 1)).headers.get('link') ?? '')?.[1] ?? ''
      const second = await stage.ask(link)
      expect(second.status).toBe(200)
      expect(await second.text()).not.toBe(await (await at(format, 1)).text())
    }
  })

  test.each([
    '/v1/articles?q=nothing-like-this',
    '/v1/articles/ferry/claims?q=nothing',
    '/v1/articles/ferry/changes?kind=restored',
    '/v1/sources?q=nobody',
    '/v1/reviews?reviewer=nobody',
    '/v1/articles/ferry/changes?verdict=confirmed',
    '/v1/claims?verdict=rejected',
    '/v1/search?q=nothing',
  ])('%s has a header line in CSV though it is empty, and no line in NDJSON', async (path) => {
    const csv = await (await stage.ask(`${path}&format=csv`)).text()
    expect(csv).toMatch(/^[a-z_,]+\r\n$/)
    const ndjson = await stage.ask(`${path}&format=ndjson`)
    expect(await ndjson.text()).toBe('')
    expect(ndjson.headers.get('link')).toBeNull()
  })
})

test('a cell that a spreadsheet would run is text, on one line or on several; a number stays one', async () => {
  stage = stageOver(await openStore())
  const titles = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '＝1',
    '＋1',
    '－1',
    '＠SUM(1)',
    '=1+1\nsecond line',
    'a "quoted", text',
    '-2 degrees',
    '-1.5',
    '+1,2',
  ]
  for (const [i, title] of titles.entries()) {
    await well(stage.send('POST', '/v1/articles', { slug: `a-${i}`, title, publication: title }))
  }
  const text = await (await stage.ask('/v1/articles?format=csv')).text()
  const { data } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true })
  const cells = data.map((row) => row.publication).reverse()
  expect(cells).toEqual([
    "'=1+1",
    '+1',
    '-1',
    "'@SUM(1)",
    "'=1",
    "'＝1",
    "'＋1",
    "'－1",
    "'＠SUM(1)",
    "'=1+1\nsecond line",
    'a "quoted", text',
    "'-2 degrees",
    '-1.5',
    "'+1,2",
  ])
  expect(text).toContain('"a ""quoted"", text"')
})

test('pages stay together while versions are recorded', async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  const paths = [
    '/v1/articles',
    '/v1/articles/ferry/versions',
    '/v1/articles/ferry/claims',
    '/v1/claims',
    '/v1/sources',
    '/v1/changes',
  ]
  for (const path of paths) {
    const before = (await list(path)).data.map((row) => row.url ?? row.id)
    const walked = await walk(path, async (page) => {
      if (page > 2) return
      const slug = `${path.replaceAll('/', '-').slice(1)}-${page}`
      await well(stage.send('POST', '/v1/articles', { slug }))
      await well(stage.ingest(slug, '07:00', `A new one ${slug}`, `The mayor of ${slug} said that ${page} boats sank.`))
    })
    const keys = walked.map((row) => row.url ?? row.id)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining(before))
  }
})

test('polling the feed misses nothing and repeats nothing, also when a late version takes changes back', async () => {
  stage = stageOver(await openStore())
  const seen: Record<string, unknown>[] = []
  let since = ''
  const poll = async () => {
    for (let polls = 0; polls < 100; polls++) {
      const { data, next, more } = await list(`/v1/changes?limit=2${since && `&since=${since}`}`)
      seen.push(...data)
      expect(next).toMatch(/^[\w-]+$/)
      expect(data.length).toBeLessThanOrEqual(2)
      since = next ?? ''
      if (!more) return
    }
    throw new Error('the feed has no end')
  }
  await poll()
  expect(seen).toEqual([])
  await tellStory(stage)
  await poll()
  const first = seen.length
  await poll()
  expect(seen).toHaveLength(first)
  // Between the first and the second version: what was recorded of the second is taken back and told anew.
  await well(
    stage.ingest(
      'ferry',
      '10:00',
      'Ferry Runs Aground',
      'A ferry with 215 passengers ran aground off Norrholm on Tuesday, the coast guard said.',
    ),
  )
  await poll()
  const ids = seen.map((row) => Number(row.id))
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
  const all: Record<string, unknown>[] = (await list('/v1/changes?limit=200')).data.slice()
  expect(seen).toEqual(all)
  const retracted = seen.filter((row) => row.retracts !== null)
  expect(retracted.length).toBeGreaterThan(0)
  const standing = (await list('/v1/articles/ferry/changes')).data.map((row) => row.id)
  const taken = new Set(seen.flatMap((row) => (row.retracts === null ? [] : [row.id, row.retracts])))
  expect([...standing].sort()).toEqual(
    seen
      .filter((r) => r.article === 'ferry' && !taken.has(r.id))
      .map((r) => r.id)
      .sort(),
  )
})

test('whoever polls a part of the feed does not read again what is not of it', async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  const whole = await list('/v1/changes?limit=200')
  const part = await list('/v1/changes?limit=1&kind=softened')
  expect([part.data.length, part.more, part.next]).toEqual([1, false, whole.next])
  expect(Number(part.data[0]?.id)).toBeLessThan(Number(whole.data.at(-1)?.id))
  expect(await list('/v1/changes?kind=restored')).toEqual({ data: [], next: whole.next, more: false })
  const first = await list('/v1/changes?limit=1&kind=introduced')
  expect([first.more, first.next === whole.next]).toEqual([true, false])
})

test('the feed links on while there is more, and then to what is to be polled', async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  const link = async (path: string) =>
    /^<([^>]+)>; rel="(\w+)"$/.exec((await stage.ask(path)).headers.get('link') ?? '')?.slice(1)
  const [next = '', more] = (await link('/v1/changes?limit=1&kind=introduced&format=ndjson')) ?? []
  expect([next, more]).toEqual([expect.stringMatching(/kind=introduced.*cursor=/), 'next'])
  const [poll = '', last] = (await link(`/v1/changes?limit=200&since=${(await list('/v1/changes?limit=1')).next ?? ''}`)) ?? []
  expect([poll, last]).toEqual([expect.stringMatching(/since=/), 'monitor'])
  expect((await list(poll)).data).toEqual([])
})

test.each(['1.5', '-1', '1e300', '9007199254740992', '"1"', 'true'])('a cursor has no %s for an id', async (id) => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  const cursors: [path: string, list: string, before: string][] = [
    ['/v1/articles?cursor=', 'article', ''],
    ['/v1/claims?cursor=', 'claim.number', '1,'],
    ['/v1/claims?sort=check_worthiness&cursor=', 'claim.check_worthiness', '50,'],
    ['/v1/sources?cursor=', 'source', ''],
    ['/v1/reviews?cursor=', 'review', ''],
    ['/v1/changes?cursor=', 'feed', ''],
    ['/v1/changes?since=', 'feed', ''],
    ['/v1/articles/ferry/changes?cursor=', 'trail', '"2026021008000000011",'],
    ['/feeds/changes.json?cursor=', 'entries', ''],
  ]
  for (const [path, list, before] of cursors) {
    const cursor = (value: string) => btoa(`["${list}",${before}${value}]`).replace(/=+$/, '')
    expect([path, (await stage.ask(path + cursor(id))).status]).toEqual([path, 400])
    expect([path, (await stage.ask(path + cursor('0'))).status]).toEqual([path, 200])
  }
})

test('fifty rows a page unless the query says otherwise', async () => {
  stage = stageOver(await openStore())
  for (let i = 0; i < 52; i++) await well(stage.send('POST', '/v1/articles', { slug: `a-${i}` }))
  expect((await list('/v1/articles')).data).toHaveLength(50)
  expect((await list('/v1/articles?limit=51')).data).toHaveLength(51)
})
