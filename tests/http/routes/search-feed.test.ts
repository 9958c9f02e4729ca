/** The feed of words: the changes of sentences that have them, before or after. */
import { parseAtomFeed } from 'feedsmith'
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { changeRows } from '../../../src/store/read/changes.ts'
import { read, type Stage, stageOver, TOKEN, tellStory, well } from '../stage.ts'

interface Item {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly _claimtrail: {
    readonly article: string
    readonly from: number | null
    readonly to: number
    readonly claims: number[]
  }
}

let stage: Stage
const items = async (query: string) =>
  (await read<{ items: Item[]; next_url?: string }>(stage.ask, `/feeds/search.json?q=${query}`)).items
const told = async (query: string) =>
  (await items(query)).map(({ _claimtrail: { article, from, to } }) => `${article} ${from ?? 0}..${to}`)

beforeEach(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
})

test.each([
  ['tugs', ['ferry 2..3']],
  ['TUGS', ['ferry 2..3']],
  ['tug*', ['ferry 2..3']],
  ['%22two+tugs%22', ['ferry 2..3']],
  ['%22tugs+two%22', []],
  // Only before the change: the sentence is gone.
  ['scrape', ['ferry 2..3', 'ferry 0..1']],
  // Before and after.
  ['resume', ['ferry 1..2', 'ferry 0..1']],
  ['passengers', ['ferry 2..3', 'ferry 1..2', 'ferry 0..1']],
  ['221', ['ferry 2..3', 'ferry 1..2']],
  ['passengers+-221', ['ferry 1..2', 'ferry 0..1']],
  ['bridge', ['bridge 0..1']],
  ['ferry+bridge', []],
  ['text:bridge', ['bridge 0..1']],
  ['nothing', []],
])('%s', async (query, expected) => {
  expect(await told(query)).toEqual(expected)
})

test.each([
  ['passengers&kind=number_changed', ['ferry 1..2']],
  ['passengers&article=ferry', ['ferry 2..3', 'ferry 1..2', 'ferry 0..1']],
  ['passengers&article=bridge', []],
  ['old&publication=Valley+Post', ['bridge 0..1']],
  ['passengers&publication=Valley+Post', []],
  ['passengers&publication=Morning+Post', []],
  ['passengers&source=harbour+office', ['ferry 2..3']],
  ['ferry&zone=headline', ['ferry 2..3', 'ferry 0..1']],
  ['bridge&zone=headline', ['bridge 0..1']],
  ['passengers&zone=headline', []],
  ['passengers&zone=lead', ['ferry 2..3', 'ferry 1..2', 'ferry 0..1']],
  ['passengers&verdict=none', ['ferry 2..3', 'ferry 1..2', 'ferry 0..1']],
  ['passengers&verdict=confirmed,rejected', []],
])('with filters: %s', async (query, expected) => {
  expect(await told(query)).toEqual(expected)
})

test('with the verdict of people', async () => {
  const [, id = 0] = (await changeRows(stage.store, { standing: true, order: 'recorded', limit: 100 }))
    .filter(({ fromNumber, afterTexts }) => fromNumber === 1 && afterTexts.includes('221'))
    .flatMap(({ id }) => [id, id])
  await well(stage.send('POST', '/v1/articles/ferry/claims/2/reviews', { action: 'reject', change: id, reason: 'A misprint' }))
  expect(await told('passengers&verdict=rejected')).toEqual(['ferry 1..2'])
  // The row that takes it back has no verdict.
  const rest = await items('passengers&verdict=none&kind=number_changed')
  expect(rest.map(({ title }) => title.slice(0, 10))).toEqual(['Taken back'])
})

test.each(['furniture', 'all'])('the zone %s is refused: no claim leads to its sentences', async (zone) => {
  expect((await stage.ask(`/feeds/search.atom?q=ferry&zone=${zone}`)).status).toBe(400)
})

test('a first version is one entry, which counts the claims whose sentences have the words', async () => {
  const [first] = (await items('passengers')).slice(-1)
  expect(first?.summary).toMatch(/^first version of “Ferry Runs Aground”: 1 claim\. /)
})

test('a late version that takes changes back is told', async () => {
  await well(
    stage.ingest(
      'ferry',
      '10:00',
      'Ferry Runs Aground',
      'A ferry with 215 passengers ran aground off Norrholm on Tuesday, the coast guard said.',
    ),
  )
  const now = await items('passengers')
  expect(now.some(({ title }) => title.startsWith('Taken back'))).toBe(true)
  expect((await told('215')).length).toBeGreaterThan(0)
})

test('what is withheld is in no entry', async () => {
  await well(stage.send('PUT', '/v1/articles/ferry/versions/3/withholding', { reason: 'An order' }))
  expect(await told('tugs')).toEqual([])
})

test('comes in pages, and as Atom with the same entries', async () => {
  const all = await items('passengers')
  const first = await read<{ items: Item[]; next_url: string }>(stage.ask, '/feeds/search.json?q=passengers&limit=1')
  const second = await read<{ items: Item[] }>(stage.ask, first.next_url.replace('http://localhost', ''))
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 2).map(({ id }) => id))
  const {
    entries = [],
    title,
    links = [],
  } = parseAtomFeed(await (await well(stage.ask('/feeds/search.atom?q=passengers'))).text())
  expect(entries.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  expect(title?.value).toBe('Claimtrail: changes of sentences (q=passengers)')
  expect(links.find(({ type }) => type === 'text/html')?.href).toBe('http://localhost/search?q=passengers')
})

test('needs the token where reading does, as a password too', async () => {
  const { ask } = stageOver(stage.store, { readTokenRequired: true })
  expect((await ask('/feeds/search.atom?q=tugs')).status).toBe(401)
  const basic = `Basic ${btoa(`reader:${TOKEN}`)}`
  expect((await ask('/feeds/search.atom?q=tugs', { headers: { Authorization: basic } })).status).toBe(200)
})

describe('the two ways to find the changes', () => {
  test.each(['passengers', 'ferry', 'the', 'scrape', '"two tugs"', 'bridge', 'nothing'])('agree on %s', async (match) => {
    await well(stage.ingest('ferry', '10:00', 'Ferry Runs Aground', 'A ferry with 215 passengers ran aground off Norrholm.'))
    await well(stage.ingest('bridge', '11:00', 'Bridge Closes', 'The old bridge will stay open, the mayor said.'))
    const filter = { standing: false, order: 'newest', firstAsOne: true, limit: 100 } as const
    const ids = async (common: boolean, more = {}) =>
      (await changeRows(stage.store, { ...filter, ...more, words: { match, common } })).map(({ id, firsts }) => [id, firsts])
    const rare = await ids(false)
    expect(rare).toEqual(await ids(true))
    expect(rare.length > 0).toBe(match !== 'nothing')
    for (const more of [{ below: 8 }, { slug: 'ferry' }]) expect(await ids(false, more)).toEqual(await ids(true, more))
  })
})
