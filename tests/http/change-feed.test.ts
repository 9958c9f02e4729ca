/** The change feed: whoever polls it sees every row once, whatever is written meanwhile, and can tell from it what stands. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openStore, runtime } from '#harness'
import { read, type Stage, stageOver, well } from './stage.ts'

interface Change {
  readonly id: number
  readonly article: string
  readonly kinds: readonly string[]
  readonly acknowledged: boolean
  readonly retracts: number | null
  readonly before: readonly { readonly zone: string; readonly exact: string }[]
  readonly after: readonly { readonly zone: string; readonly exact: string }[]
}
interface Page {
  readonly data: readonly Change[]
  readonly next: string
  readonly more: boolean
}

let stage: Stage
beforeAll(async () => {
  stage = stageOver(await openStore())
})

/** Who polls: keeps the cursor, and what came. */
class Reader {
  readonly seen: Change[] = []
  #since = 'now'
  #turn = Promise.resolve()
  readonly #filter: string

  constructor(filter = '') {
    this.#filter = filter
  }

  /** Reads what there is, `limit` rows a page; stops after one page if `once`. One poll after another: a reader has one cursor. */
  poll(limit: number, once = false): Promise<void> {
    this.#turn = this.#turn.then(() => this.#read(limit, once))
    return this.#turn
  }

  async #read(limit: number, once: boolean): Promise<void> {
    for (;;) {
      const page = await read<Page>(stage.ask, `/v1/changes?limit=${limit}&since=${this.#since}${this.#filter}`)
      this.seen.push(...page.data)
      this.#since = page.next
      if (once || !page.more) return
    }
  }
}

/** What stands by the rows of a feed. */
const folded = (rows: readonly Change[]) => {
  const retracted = new Set(rows.flatMap(({ retracts }) => retracts ?? []))
  return rows.filter(({ id, retracts }) => retracts === null && !retracted.has(id)).map(({ id }) => id)
}

async function all(path: string): Promise<Change[]> {
  const rows: Change[] = []
  for (let cursor = ''; ; ) {
    const page: { data: Change[]; next: string | null; more?: boolean } = await read(
      stage.ask,
      `${path}&limit=200${cursor && `&cursor=${cursor}`}`,
    )
    rows.push(...page.data)
    if (page.next === null || page.more === false) return rows
    cursor = page.next
  }
}

const TITLES = ['Pier Closes', 'Pier May Close']
const SENTENCES = [
  'The pier will close on Friday, the harbour office said.',
  'The pier may close on Friday, the harbour office said.',
  'About 40 boats are moored at Norrholm.',
  'About 60 boats are moored at Norrholm.',
  '“We were told nothing,” said Ingrid Dahl, a pilot.',
  'Correction: an earlier version gave a wrong number of boats.',
]

interface Step {
  readonly do: 'version' | 'reject' | 'undo' | 'poll'
  readonly article: number
  readonly minute: number
  readonly title: number
  readonly sentences: readonly number[]
  readonly limit: number
}

const step = fc.record<Step>({
  do: fc.constantFrom('version', 'version', 'version', 'poll', 'poll', 'reject', 'undo'),
  article: fc.nat(2),
  minute: fc.nat(59),
  title: fc.nat(TITLES.length - 1),
  sentences: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1, maxLength: 5 }),
  limit: fc.integer({ min: 1, max: 7 }),
})

let story = 0

test('a reader sees every row once, and what it saw tells what stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 7 }),
      async (steps) => {
        story++
        const slugs = [0, 1, 2].map((n) => `pier-${story}-${n}`)
        for (const [n, slug] of slugs.entries())
          await well(stage.send('POST', '/v1/articles', { slug, publication: `Gazette ${story}-${n % 2}` }))
        const reader = new Reader()
        const filters: [string, (change: Change) => boolean][] = [
          ['&kind=softened,number_changed', ({ kinds }) => kinds.includes('softened') || kinds.includes('number_changed')],
          ['&zone=headline', ({ before, after }) => (after.length ? after : before).some(({ zone }) => zone === 'headline')],
          ['&acknowledged=true', ({ acknowledged }) => acknowledged],
          [
            `&article=${slugs[1]}&kind=introduced`,
            ({ article, kinds }) => article === slugs[1] && kinds.includes('introduced'),
          ],
          [`&publication=Gazette%20${story}-0`, ({ article }) => article !== slugs[1]],
        ]
        const filtered = filters.map(([filter]) => new Reader(filter))
        for (const one of [reader, ...filtered]) await one.poll(5)
        expect(reader.seen).toEqual([])
        const rejected: number[] = []
        const perform = async ({ do: what, article, minute, title, sentences, limit }: Step) => {
          const slug = slugs[article] ?? ''
          if (what === 'version') {
            const at = `2026-02-10T10:${String(minute).padStart(2, '0')}:00Z`
            const paragraphs = sentences.map((i) => SENTENCES[i] ?? '')
            const response = await stage.ingest(slug, at, TITLES[title] ?? '', ...paragraphs)
            expect([200, 201, 503]).toContain(response.status)
          } else if (what === 'poll') {
            await Promise.all([reader, ...filtered].map((one) => one.poll(limit, true)))
          } else {
            const review =
              what === 'reject' ? { action: 'reject', reason: 'No' } : { action: 'withdraw', review: rejected.pop() }
            const response = await stage.send('POST', `/v1/articles/${slug}/claims/2/reviews`, review)
            if (response.status === 201 && what === 'reject') rejected.push(((await response.json()) as { id: number }).id)
          }
        }
        // The steps of one group at once, as D1 and SQLite let them.
        for (const group of steps) await Promise.all(group.map(perform))
        for (const one of [reader, ...filtered]) await one.poll(3)

        const ids = reader.seen.map(({ id }) => id)
        expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
        const stored = (await Promise.all(slugs.map((slug) => all(`/v1/changes?article=${slug}`)))).flat()
        expect(ids).toEqual(stored.map(({ id }) => id).sort((a, b) => a - b))
        const standing = (await Promise.all(slugs.map((slug) => all(`/v1/articles/${slug}/changes?`)))).flat()
        expect(folded(reader.seen)).toEqual(standing.map(({ id }) => id).sort((a, b) => a - b))
        for (const [i, [filter, keeps]] of filters.entries()) {
          expect([filter, filtered[i]?.seen.map(({ id }) => id)]).toEqual([
            filter,
            reader.seen.filter(keeps).map(({ id }) => id),
          ])
        }
      },
    ),
    { numRuns: runtime === 'node' ? 25 : 4 },
  )
})

test('from now on: an empty page, and the cursor to begin with', async () => {
  const now = await read<Page>(stage.ask, '/v1/changes?since=now')
  expect(now).toMatchObject({ data: [], more: false })
  await well(stage.send('POST', '/v1/articles', { slug: 'quay' }))
  const response = await well(stage.ingest('quay', '09:00', 'Quay Opens', 'The quay is open.'))
  const { changes } = (await response.json()) as { changes: Change[] }
  expect((await read<Page>(stage.ask, `/v1/changes?since=${now.next}`)).data).toEqual(changes)
  const csv = await well(stage.ask('/v1/changes?since=now&format=csv'))
  expect((await csv.text()).trim().split('\r\n')).toHaveLength(1)
  expect(csv.headers.get('link')).toMatch(/^<\/v1\/changes\?format=csv&since=[\w-]+>; rel="monitor"$/)
})

test('a source is known while a change that is shown tells of it, and unknown once none does', async () => {
  await well(stage.send('POST', '/v1/articles', { slug: 'dock' }))
  await well(stage.ingest('dock', '09:00', 'Dock Floods', 'The dock is under water, Osk Tamsin, a welder, said.'))
  await well(stage.ingest('dock', '10:00', 'Dock Floods', 'The dock is under water.'))
  const status = async (path: string) => (await stage.ask(path)).status
  const paths = [
    '/v1/changes?source=Osk%20Tamsin',
    '/v1/claims?source=Osk%20Tamsin',
    '/v1/articles/dock/changes?source=Osk%20Tamsin',
  ]
  expect(await Promise.all(paths.map(status))).toEqual([200, 200, 200])
  await well(stage.send('PUT', '/v1/articles/dock/versions/1/withholding', { reason: 'An order' }))
  expect(await Promise.all(paths.map(status))).toEqual([400, 400, 400])
})
