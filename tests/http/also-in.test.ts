/** Claims of other articles that say the same: `also_in` of a claim. */
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, well } from './stage.ts'

interface Elsewhere {
  readonly article: string
  readonly number: number
  readonly url: string
  readonly label: string
  readonly status: string
  readonly source: { readonly kind: string; readonly name: string | null }
  readonly text: string
  readonly kinds: readonly string[]
  readonly detail: object
  readonly evidence: readonly { readonly kind: string; readonly before: string | null; readonly after: string | null }[]
}
interface Claim {
  readonly number: number
  readonly statement: { readonly text: string }
  readonly relations: { readonly also_in: readonly Elsewhere[]; readonly also_in_more: boolean }
}

const PIER = 'The Velden pier will close on 4 June, the harbour master said.'
const ORCHARD = 'Frost destroyed half of the apple blossom in the orchards around Marsk.'

let stage: Stage
beforeEach(async () => {
  stage = stageOver(await openStore())
})

async function publish(slug: string, body: string, at = '08:00'): Promise<void> {
  if (at === '08:00') await well(stage.send('POST', '/v1/articles', { slug }))
  await well(stage.ingest(slug, at, '', body))
}

/** The claim of an article whose sentence begins so. */
async function claimOf(slug: string, beginning: string): Promise<Claim> {
  const { data } = await read<{ data: Claim[] }>(stage.ask, `/v1/articles/${slug}/claims?limit=200`)
  const number = data.find((claim) => claim.statement.text.startsWith(beginning))?.number
  return read<Claim>(stage.ask, `/v1/articles/${slug}/claims/${number}`)
}

const alsoIn = async (slug: string, beginning: string) => (await claimOf(slug, beginning)).relations.also_in

test('lists what another outlet says of the same, and what differs', async () => {
  await publish('gazette', `${PIER} ${ORCHARD}`)
  await publish('post', `Rain is due on Sunday. ${PIER.replace('will', 'may')}`)
  await publish('herald', 'The Velden pier will reopen in autumn. The mill of Velden was sold for 2 million crowns.')
  expect(await alsoIn('gazette', 'The Velden pier')).toEqual([
    {
      article: 'post',
      number: 2,
      url: '/v1/articles/post/claims/2',
      label: expect.stringMatching(/pier/i),
      status: 'present',
      source: { id: expect.any(Number), kind: 'unnamed', name: expect.stringMatching(/harbour master/i) },
      text: PIER.replace('will', 'may'),
      kinds: ['softened'],
      detail: {},
      evidence: [expect.objectContaining({ kind: 'softened', after: expect.stringMatching(/may/) })],
    },
  ])
  expect((await alsoIn('post', 'The Velden pier')).map(({ article, kinds }) => [article, kinds])).toEqual([
    ['gazette', ['strengthened']],
  ])
  for (const [slug, beginning] of [
    ['gazette', 'Frost'],
    ['post', 'Rain'],
    ['herald', 'The Velden pier'],
    ['herald', 'The mill'],
  ] as const)
    expect([slug, await alsoIn(slug, beginning)]).toEqual([slug, []])
})

test.each([
  ['a source that only one of them has', PIER.replace(', the harbour master said', ''), ['source_changed']],
  ['another reporting word', PIER.replace('said', 'claimed'), ['cue_changed']],
  ['another day', PIER.replace('4 June', '9 June'), ['date_changed']],
  ['a negation', PIER.replace('will', 'will not'), ['negated']],
  ['another order', 'The harbour master said that the Velden pier will close on 4 June.', []],
  ['nothing', PIER, []],
])('tells %s', async (_, other, kinds) => {
  await publish('gazette', PIER)
  await publish('post', other)
  expect((await alsoIn('gazette', 'The Velden')).map((one) => one.kinds)).toEqual([kinds])
})

test('tells another figure', async () => {
  await publish('gazette', 'The Orle museum bought 12 paintings by Edda Lorne for the new wing.')
  await publish('post', 'The Orle museum bought 14 paintings by Edda Lorne for the new wing.')
  expect((await alsoIn('gazette', 'The Orle')).map(({ kinds, detail }) => [kinds, detail])).toEqual([
    [['number_changed'], { number_changed: [{ from: 12, to: 14, unit: 'paintings' }] }],
  ])
})

test('leaves out the article’s own claims', async () => {
  await publish('gazette', `${PIER}\n\n${ORCHARD}\n\n${PIER.replace('said', 'added')}`)
  expect(await alsoIn('gazette', 'The Velden')).toEqual([])
})

test('is told by what the other claim says last, also once it is withdrawn', async () => {
  await publish('gazette', PIER)
  await publish('post', `${PIER.replace('will', 'may')} ${ORCHARD}`)
  await publish('post', `${PIER} ${ORCHARD}`, '09:00')
  expect((await alsoIn('gazette', 'The Velden')).map(({ kinds, status }) => [kinds, status])).toEqual([[[], 'present']])
  await publish('post', ORCHARD, '10:00')
  expect((await alsoIn('gazette', 'The Velden')).map(({ kinds, status }) => [kinds, status])).toEqual([[[], 'withdrawn']])
})

test('tells nothing of what is withheld', async () => {
  await publish('gazette', PIER)
  await publish('post', `${PIER.replace('will', 'may')} ${ORCHARD}`)
  await publish('post', `${PIER} ${ORCHARD}`, '09:00')
  const withhold = (n: number) => well(stage.send('PUT', `/v1/articles/post/versions/${n}/withholding`, { reason: 'An order' }))
  await withhold(2)
  expect((await alsoIn('gazette', 'The Velden')).map(({ kinds, text }) => [kinds, text])).toEqual([
    [['softened'], PIER.replace('will', 'may')],
  ])
  await withhold(1)
  expect(await alsoIn('gazette', 'The Velden')).toEqual([])
})

test('changes the ETag when another article comes to say the same', async () => {
  await publish('gazette', PIER)
  const path = '/v1/articles/gazette/claims/1'
  const tag = (await stage.ask(path)).headers.get('etag') ?? ''
  expect((await stage.ask(path, { headers: { 'If-None-Match': tag } })).status).toBe(304)
  await publish('post', PIER)
  const now = await stage.ask(path, { headers: { 'If-None-Match': tag } })
  expect([now.status, ((await now.json()) as Claim).relations.also_in.length]).toEqual([200, 1])
})

test('lists twenty and says that there are more', async () => {
  for (let n = 0; n < 23; n++) await publish(`post-${n}`, PIER)
  const { relations } = await claimOf('post-11', 'The Velden')
  expect([relations.also_in.length, relations.also_in_more]).toEqual([20, true])
  expect(new Set(relations.also_in.map((one) => one.article)).size).toBe(20)
})

test('finds a claim however many others share its commonest word', async () => {
  await publish('gazette', 'Frost destroyed the blossom of the Velden orchards on 4 May.')
  for (let n = 0; n < 12; n++) {
    const body = Array.from(
      { length: 15 },
      (_, i) => `The Velden council met for hour ${n * 15 + i} of its session on the budget.`,
    )
    await publish(`session-${n}`, body.join(' '))
  }
  await publish('post', 'Frost may have destroyed the blossom of the Velden orchards on 4 May.')
  expect((await alsoIn('gazette', 'Frost')).map(({ article, kinds }) => [article, kinds])).toEqual([['post', ['softened']]])
})
