/** Lists that are filtered by who says it: a name as people type it finds its source, or the page says which there are. */
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '#harness'
import { type Stage, stageOver, well } from '../http/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'harbour' }))
  const others = ['Anna Peters Holm said the quay is safe.', 'Karin Holm said the tide was high.']
  await well(stage.ingest('harbour', '08:00', 'Harbour', 'The pier will reopen, said Dmitri S. Peskov.', ...others))
  await well(stage.ingest('harbour', '09:00', 'Harbour', 'The pier may reopen, said Dmitri S. Peskov.', ...others))
})

const textOf = async (path: string) => (await well(stage.ask(path))).text()
const links = (text: string) =>
  [
    ...(/<section class="lonely source-note">[\s\S]*?<\/section>/.exec(text)?.[0].matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g) ??
      []),
  ].map(([, href = '', words]) => [href.replaceAll('&amp;', '&'), words])

const LISTS = ['/', '/changes', '/a/harbour/changes']

test.each(
  LISTS.flatMap((list) =>
    ['Peskov', 'dmitri peskov', 'Peskov, Dmitri', 'D. Peskov', 'Dmitri S. Peskov'].map((name) => [list, name]),
  ),
)('%s takes “%s” for the source that it fits', async (list, name) => {
  const text = await textOf(`${list}?source=${encodeURIComponent(name)}`)
  expect(text).toContain('<del>will</del> <ins class="f-certainty">may</ins>')
  expect(text.toLowerCase()).toContain(name.startsWith('Dmitri S') ? 'said by dmitri s. peskov' : 'value="dmitri s. peskov"')
})

test.each(LISTS)('%s offers the sources that a name fits', async (list) => {
  const text = await textOf(`${list}?source=holm`)
  expect(text).toContain('Several sources fit “holm”.')
  expect(links(text)).toEqual([
    [`${list}?source=Anna+Peters+Holm`, 'Anna Peters Holm'],
    [`${list}?source=Karin+Holm`, 'Karin Holm'],
    [list, 'Whoever says it'],
  ])
  expect(text).not.toContain('<ol class="rows">')
  for (const [href = ''] of links(text)) await well(stage.ask(href))
})

test.each(LISTS)('%s says where nobody has the name', async (list) => {
  const text = await textOf(`${list}?source=Peskova&kind=softened`)
  expect(text).toContain('No story reports anybody by the name “Peskova”')
  expect(links(text).at(-1)).toEqual([`${list}?kind=softened`, 'Whoever says it'])
})

test('the JSON takes only names that are there', async () => {
  for (const path of ['/v1/changes', '/v1/stories', '/v1/articles/harbour/changes'])
    expect((await stage.ask(`${path}?source=Peskov`)).status).toBe(400)
})

test.each([
  ['Dmitri Peskov', ['Dmitri S. Peskov']],
  ['peskov d.', ['Dmitri S. Peskov']],
  ['holm', ['Anna Peters Holm', 'Karin Holm']],
  ['Holm Anna', ['Anna Peters Holm']],
  ['S.', ['Dmitri S. Peskov']],
  ['Peskov Holm', []],
])('sources with the words “%s”', async (q, names) => {
  const { data } = (await (await well(stage.ask(`/v1/sources?q=${encodeURIComponent(q)}`))).json()) as {
    data: { name: string }[]
  }
  expect(data.map(({ name }) => name).sort()).toEqual(names)
})
