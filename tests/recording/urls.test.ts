/** The addresses at which versions were read lead to their article. */
import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { archiveRevision, articleRow, articleView } from '../../src/store/read/articles.ts'
import { minute, open, post, publish } from './desk.ts'

it('keeps every address, each since the earliest capture there', async () => {
  const store = await openStore()
  await open(store)
  const at = (path: string) => ({ url: `https://harbour-post.example/${path}` })
  await publish(store, 'The pier was closed.', 10, at('a'))
  await publish(store, 'The pier was closed for a week.', 20, at('b'))
  await publish(store, 'The pier was closed for two weeks.', 30, at('b'))
  await publish(store, 'The pier was open.', 5, at('b'))
  const [row] = await articleRow(store, 'harbour')
  expect(row && articleView(row).urls).toEqual([
    { url: 'https://harbour-post.example/b', since: minute(5) },
    { url: 'https://harbour-post.example/a', since: minute(10) },
  ])
})

it('keeps the address of a check, for readers to see where it is new', async () => {
  const store = await openStore()
  await open(store)
  const text = 'The pier was closed.'
  const url = (path: string | null) => ({ url: path && `https://harbour-post.example/${path}` })
  const seen = async () => {
    const [[row], [archive]] = await store.batchRead([articleRow(store, 'harbour'), archiveRevision(store)])
    const urls = row ? articleView(row).urls.map((u) => [u.url.at(-1), u.since]) : []
    return { urls, revisions: [row?.revision, archive?.revision] }
  }
  await publish(store, text, 10, url('a'))
  let before = await seen()
  for (const [n, path, urls] of [
    [20, null, [['a', 10]]],
    [30, 'a', [['a', 10]]],
    [
      40,
      'b',
      [
        ['a', 10],
        ['b', 40],
      ],
    ],
    [
      50,
      'b',
      [
        ['a', 10],
        ['b', 40],
      ],
    ],
    [
      35,
      'b',
      [
        ['a', 10],
        ['b', 35],
      ],
    ],
  ] as const) {
    expect(await post(store, text, n, url(path))).toMatchObject({ outcome: 'unchanged', number: 1 })
    const now = await seen()
    expect(now.urls).toEqual(urls.map(([end, at]) => [end, minute(at)]))
    const isNew = JSON.stringify(now.urls) !== JSON.stringify(before.urls)
    expect(now.revisions.map((revision = 0, i) => revision > (before.revisions[i] ?? 0))).toEqual([isNew, isNew])
    before = now
  }
})
