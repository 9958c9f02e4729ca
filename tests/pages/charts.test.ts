/** The charts of the front page: their bars, links, rules and tables are what the statistics say. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { roundTop } from '../../src/pages/figures/bar-chart.ts'
import { read, type Stage, stageOver, well } from '../http/stage.ts'

let stage: Stage
let text: string

const CREW = 'The crew of nine is safe, the coast guard said.'
const FEWER = 'The crew of seven is safe, the coast guard said.'
const NOTE = 'Correction: An earlier version of this article misstated the number of the crew.'
const HULL = 'The hull will be raised.'

const HULL_AGAIN = 'The hull may be raised.'

beforeAll(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'wreck' }))
  await well(stage.ingest('wreck', '2026-01-05T08:00:00Z', '', CREW, HULL))
  await well(stage.ingest('wreck', '2026-01-06T08:00:00Z', '', CREW, HULL_AGAIN))
  await well(stage.ingest('wreck', '2026-02-10T08:00:00Z', '', CREW, HULL))
  await well(stage.ingest('wreck', '2026-02-12T08:00:00Z', '', FEWER, HULL_AGAIN, NOTE))
  text = await (await well(stage.ask('/'))).text()
})

const chartOf = (unit: string): string =>
  new RegExp(`<svg class="chart"[^>]*chart-${unit}-title.*?</svg>(?=\\s*<p)`, 's').exec(text)?.[0] ?? ''
const linksIn = (chart: string) =>
  [...chart.matchAll(/<a href="([^"]+)" aria-label="([^"]+)">/g)].map(([, href, label]) => [
    href?.replaceAll('&amp;', '&'),
    label,
  ])

describe('the chart by day', () => {
  test('has a bar a day that leads to its changes', () => {
    expect(linksIn(chartOf('day'))).toEqual([
      ['/changes?from=2026-02-10&to=2026-02-10', '10 February: 1 change; 1 altered what readers had been told, not disclosed'],
      ['/changes?from=2026-02-12&to=2026-02-12', '12 February: 2 changes; 2 altered what readers had been told, 1 disclosed'],
    ])
  })

  test('has a title, a description and a table of the same', () => {
    expect(chartOf('day')).toMatch(/role="group" aria-labelledby="chart-day-title" aria-describedby="chart-day-about"/)
    expect(chartOf('day')).toMatch(/<title id="chart-day-title">Changes by day<\/title><desc id="chart-day-about">\w/)
    const [, table = ''] = /<caption>Changes by day<\/caption>([\s\S]*?)<\/table>/.exec(text) ?? []
    const rows = [...table.matchAll(/<tr>(<th scope="row">.*?)<\/tr>/g)].map(([, row = '']) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s{2,}/),
    )
    // Day, the five families, all, those that altered what readers had been told, disclosed.
    expect(rows).toEqual([
      ['10 February', '0', '1', '0', '0', '0', '1', '1', '0'],
      ['12 February', '0', '1', '1', '0', '0', '2', '2', '1'],
    ])
  })

  test('has parts as high as they count, and a rule as long as the part that was disclosed', () => {
    const [, last = ''] = chartOf('day').split('aria-label="12 February')
    const parts = [...last.matchAll(/class="f-(\w+)"[^>]*y="([\d.]+)%" height="([\d.]+)%"/g)].map(([, ...part]) => part)
    expect(parts).toEqual([
      ['certainty', '50', '50'],
      ['facts', '0', '50'],
    ])
    const [, bar, rule] = /class="f-certainty"[^>]*width="([\d.]+)%".*class="rule"[^>]*width="([\d.]+)%"/s.exec(last) ?? []
    expect(Number(rule)).toBeCloseTo(Number(bar) / 2, 1)
    expect(chartOf('day').split('aria-label="12 February')[0]).not.toContain('class="rule"')
  })
})

test('the chart by week goes back a quarter of a year, where there is something older', async () => {
  expect(linksIn(chartOf('week'))).toEqual([
    [
      '/changes?from=2026-01-05&to=2026-01-11',
      '5 January to 11 January: 1 change; 1 altered what readers had been told, not disclosed',
    ],
    [
      '/changes?from=2026-02-09&to=2026-02-15',
      '9 February to 15 February: 3 changes; 3 altered what readers had been told, 1 disclosed',
    ],
  ])
  const young = stageOver(await openStore())
  await well(young.send('POST', '/v1/articles', { slug: 'wreck' }))
  await well(young.ingest('wreck', '08:00', '', CREW))
  expect(await (await well(young.ask('/'))).text()).not.toContain('<svg class="chart"')
  await well(young.ingest('wreck', '09:00', '', FEWER))
  const page = await (await well(young.ask('/'))).text()
  expect(page.match(/<svg class="chart"/g)).toHaveLength(1)
})

test('a bar counts as disclosed or not only what altered what readers had been told, and its list has as many rows', async () => {
  const mixed = stageOver(await openStore())
  await well(mixed.send('POST', '/v1/articles', { slug: 'pier' }))
  await well(mixed.ingest('pier', '08:00', '', CREW, HULL, 'A tug pulled the vessel free in the evening.'))
  await well(
    mixed.ingest('pier', '09:00', '', CREW, HULL_AGAIN, 'A tug pulled the ship free in the evening.', 'Oil was found.'),
  )
  const page = await (await well(mixed.ask('/'))).text()
  const [href = '', label] = linksIn(/<svg class="chart".*?<\/svg>(?=\s*<p)/s.exec(page)?.[0] ?? '')[0] ?? []
  expect(label).toBe('10 February: 2 changes; 1 altered what readers had been told, not disclosed')
  expect((await (await well(mixed.ask(href))).text()).match(/<li class="row change-row"/g)).toHaveLength(2)
})

test('the sums are those of the statistics', async () => {
  const { data } = await read<{ data: { kind: string; count: number }[] }>(
    stage.ask,
    '/v1/stats/changes?from=2026-01-30&to=2026-02-12',
  )
  for (const kind of ['softened', 'strengthened', 'number_changed']) {
    const sum = data.filter((point) => point.kind === kind).reduce((total, { count }) => total + count, 0)
    expect([kind, new RegExp(`/changes\\?kind=${kind}&amp;from=[^"]+">[^<]*</a>.*?<b>(\\d+)</b>`).exec(text)?.[1]]).toEqual([
      kind,
      String(sum),
    ])
  }
})

test.each([
  [0, 2],
  [1, 2],
  [2, 2],
  [3, 4],
  [5, 6],
  [9, 10],
  [11, 20],
  [35, 40],
  [101, 200],
  [999, 1000],
])('of %i the axis ends at %i', (most, top) => expect(roundTop(most)).toBe(top))
