/** The numbers of a story agree: those over its columns sum to its claims, those that changed and those that did not too. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { type Stage, stageOver, well } from '../http/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'truce' }))
  const DAY = 'The harbour was calm on Monday.'
  await well(
    stage.ingest('truce', '08:00', '', DAY, 'The Kremlin is studying the proposal, Mr. Peskov said.', 'The talks will resume.'),
  )
  await well(
    stage.ingest('truce', '09:00', '', DAY, 'The Kremlin has rejected the proposal, Mr. Peskov said.', 'The talks may resume.'),
  )
  await well(
    stage.ingest(
      'truce',
      '10:00',
      '',
      DAY,
      'The Kremlin has rejected the proposal, Mr. Peskov said.',
      'The talks may resume.',
      'Oil fell.',
    ),
  )
})

const textOf = async (path: string) => (await well(stage.ask(path))).text()
const numbersIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, number]) => Number(number))
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

test.each(['', '?from=2', '?kind=softened'])('the columns of /a/truce%s sum to its claims', async (query) => {
  const text = await textOf(`/a/truce${query}`)
  const fresh = numbersIn(text, /<span class="fresh">(\d+) /g)
  expect(fresh.length).toBeGreaterThan(1)
  expect([sum(fresh)]).toEqual(numbersIn(text, /<p class="lede">(?:[^<]*?: )?(\d+) claims,/g))
})

test('claims that changed, those in the place of others and those that did not change are all claims', async () => {
  const text = await textOf('/a/truce')
  const [claims = 0, changed = 0] = /(\d+) claims, (\d+) of them changed/.exec(text)?.slice(1).map(Number) ?? []
  const [still = 0, newer = 0] =
    /(\d+) claims have not changed since they were first told, nor has (\d+) above/.exec(text)?.slice(1).map(Number) ?? []
  expect([changed, newer, still + changed + newer]).toEqual([2, 1, claims])
})

test('the front page says that its sum of added claims has those of first versions', async () => {
  const text = await textOf('/')
  expect(text).toMatch(/first_versions=true[^>]*>Added<\/a> <span class="meta">first versions too<\/span>/)
})

test('the lanes of a source stand below the versions of their story', async () => {
  const [, href = ''] = /href="(\/sources\/\d+)"/.exec(await textOf('/sources?q=Peskov')) ?? []
  const text = await textOf(href)
  const heads = [...text.matchAll(/<li value="(\d+)"><a href="\/a\/truce\/v\/\d+"[^>]*>\d+<\/a><time datetime="([^"]+)"/g)]
  expect(heads.map(([, number, time]) => [number, time])).toEqual([
    ['1', '2026-02-10T08:00:00.000Z'],
    ['2', '2026-02-10T09:00:00.000Z'],
    ['3', '2026-02-10T10:00:00.000Z'],
  ])
})
