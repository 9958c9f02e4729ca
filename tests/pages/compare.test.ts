/** The page that compares two versions: marks, moves, folds, the margin, and the ways between the changes. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { type Stage, stageOver, well } from '../http/stage.ts'

let stage: Stage

const KEPT = [
  'The dam at Arden was built in 1934.',
  'It holds back eleven million tons of water.',
  'The valley has four villages.',
  'A road leads along the crest.',
  'Sheep graze below the wall.',
]
const MOVED = 'A concert in the town hall was called off.'

beforeAll(async () => {
  stage = stageOver(await openStore())
  const { send, ingest } = stage
  await well(send('POST', '/v1/articles', { slug: 'dam', title: 'The Dam' }))
  await well(
    ingest(
      'dam',
      '08:00',
      'Dam Cracks',
      MOVED,
      'The dam will hold for 12 days, the engineer said.',
      ...KEPT,
      'Nobody has left.',
    ),
  )
  await well(
    ingest(
      'dam',
      '09:00',
      'Dam Cracks',
      'The dam may hold for 14 days, the engineer said.',
      ...KEPT,
      MOVED,
      'Two towns were emptied.',
      'Advertisement',
    ),
  )
  await well(ingest('dam', '10:00', 'Dam Holds', 'The dam may hold for 14 days, the engineer said.', ...KEPT, MOVED))
})

const markup = async (path: string) => (await well(stage.ask(path))).text()
const seen = async (path: string) => (await markup(path)).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const rows = (text: string, kind: string) => text.split('<div class="cmp-row ').filter((row) => row.startsWith(`is-${kind}`))

describe('side by side', () => {
  test('marks words in the colours of the kinds they are about', async () => {
    const [row = ''] = rows(await markup('/a/dam/compare/1..2'), 'replace')
    expect(row).toContain('<del>will</del>')
    expect(row).toContain('<ins class="f-certainty">may</ins>')
    expect(row).toContain('<ins class="f-facts">14</ins>')
  })

  test('names the sides of what changed, for pages that have them one above the other', async () => {
    const side = (words: string) => `<span class="side-name" aria-hidden="true">${words}</span>`
    const [row = ''] = rows(await markup('/a/dam/compare/1..2'), 'replace')
    expect([row.includes(side('Before')), row.includes(side('After'))]).toEqual([true, true])
    const [put = ''] = rows(await markup('/a/dam/compare/1..2'), 'insert')
    expect([put.includes(side('Before')), put.includes(side('After'))]).toEqual([false, true])
    expect(await markup('/a/dam/compare/1..2?view=inline')).not.toContain('side-name')
    const [equal = ''] = rows(await markup('/a/dam/compare/1..2'), 'equal')
    expect(equal).not.toContain('side-name')
  })

  test('tells values on both sides, and whether readers were told', async () => {
    const text = await seen('/a/dam/compare/1..2')
    expect(text).toContain('Softened: will became may. Number changed: 12 days became 14 days.')
    expect(text).toContain('The article did not say so.')
    expect(text).toContain('How surewas sure →, is possible')
  })

  test('links each change to itself and to those before and after it', async () => {
    const text = await markup('/a/dam/compare/1..2')
    const notes = [
      ...text.matchAll(
        /<div class="change" id="(change-\d+)">([\s\S]*?)<\/div>\s*(?=<div class="change"|<div class="added"|<\/div>|<p)/g,
      ),
    ]
    const ids = notes.map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(2)
    for (const [i, [, id, note = '']] of notes.entries()) {
      const links = [...note.matchAll(/href="#(change-[^"]+)"/g)].map(([, target]) => target)
      expect(links).toEqual([id, ids[i - 1], ids[i + 1]].filter((target) => target !== undefined))
    }
    expect(text).toContain(`<a href="#${ids[0]}">First change`)
  })

  test('keeps the ids of recorded changes, by which other pages lead here', async () => {
    const recorded = await stage.ask('/v1/articles/dam/changes?version=2&kind=softened')
    const { data } = (await recorded.json()) as { data: { id: number }[] }
    expect(data).toHaveLength(1)
    expect(await markup('/a/dam/compare/1..2')).toContain(`id="change-${data[0]?.id}"`)
  })

  test('shows a moved sentence at both places, and a line between them through the fold', async () => {
    const text = await markup('/a/dam/compare/1..2')
    expect(rows(text, 'left')[0]).toContain(`<span class="moved-from">${MOVED}</span>`)
    expect(rows(text, 'move')[0]).toContain(MOVED)
    expect(rows(text, 'left')[0]).toContain('from here, moved down')
    expect(/<summary>[\s\S]*?<\/summary>/.exec(text)?.[0]).toContain('class="way"')
  })

  test('folds equal paragraphs, but not those next to a change', async () => {
    const text = await markup('/a/dam/compare/1..2')
    const folded = /<details class="same">[\s\S]*?<\/details>/.exec(text)?.[0] ?? ''
    expect(folded).toContain('3 sentences the same')
    expect(folded).not.toContain(KEPT[0])
    expect(folded).toContain(KEPT[2])
    expect(folded).not.toContain(KEPT[4])
  })

  test('shows furniture as furniture, and does not count it', async () => {
    const text = await markup('/a/dam/compare/1..2')
    expect(rows(text, 'insert').find((row) => row.includes('Advertisement'))).toMatch(/^is-insert(?: goes-on)? of-furniture/)
    expect(await seen('/a/dam/compare/1..2')).toContain('Added: part of the page, not of the story.')
    expect(text).toMatch(/class="nb">[^1]*<svg[^>]*class="mark f-presence"[\s\S]*?1<\/span> added/)
  })
})

test('inline both stand in one text', async () => {
  const text = await markup('/a/dam/compare/1..2?view=inline')
  expect(text).toContain(
    'The dam <del>will</del> <ins class="f-certainty">may</ins> hold for <del>12</del> <ins class="f-facts">14</ins> days',
  )
  expect(text).not.toContain('class="old"')
  expect(text).toContain('/a/dam/compare/2..3?view=inline')
})

test('a change computed between versions that are no neighbours has an id too', async () => {
  const text = await markup('/a/dam/compare/1..3')
  expect(text).toMatch(/id="change-n\d+"/)
  expect(text).toContain('/v1/articles/dam/compare/1..3')
})

test('a version beside itself says that nothing differs', async () => {
  expect(await seen('/a/dam/compare/2..2')).toContain('The two texts are the same.')
})

test('the form leads to the address of the two versions', async () => {
  const answer = await stage.ask('/a/dam/compare?a=1&b=3&view=inline')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/a/dam/compare/1..3?view=inline'])
  expect((await stage.ask('/a/dam/compare?a=1')).status).toBe(400)
})

test('a comparison against time leads to the order of time, whatever the numbers', async () => {
  const led = async (path: string) => {
    const answer = await stage.ask(path)
    return [answer.status, answer.headers.get('location')]
  }
  expect(await led('/a/dam/compare/3..1?view=inline')).toEqual([302, '/a/dam/compare/1..3?view=inline'])
  expect(await led('/a/dam/compare/1..3')).toEqual([200, null])
  const late = stageOver(await openStore())
  await well(late.send('POST', '/v1/articles', { slug: 'x' }))
  await well(late.ingest('x', '10:00', 'Title', 'Two rises.'))
  await well(late.ingest('x', '08:00', 'Title', 'One falls.'))
  const answer = await late.ask('/a/x/compare/1..2')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/a/x/compare/2..1'])
  expect((await late.ask('/a/x/compare/2..1')).status).toBe(200)
})

test('a withheld version is not compared, and cannot be chosen', async () => {
  const held = stageOver(await openStore())
  await well(held.send('POST', '/v1/articles', { slug: 'x' }))
  for (const [hour, text] of [
    ['08:00', 'One rises.'],
    ['09:00', 'Secret words fall.'],
    ['10:00', 'Three rises.'],
  ] as const)
    await well(held.ingest('x', hour, 'Title', text))
  await well(held.send('PUT', '/v1/articles/x/versions/2/withholding', { reason: 'By order' }))
  const gone = await held.ask('/a/x/compare/1..2', { headers: { Accept: 'text/html' } })
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('This version is withheld')])
  const text = await (await well(held.ask('/a/x/compare/1..3'))).text()
  expect(text).toContain('<option value="2" disabled>')
  expect(text).not.toContain('Secret')
})
