/** The addresses at which versions were read lead to their article. */
import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { articleRow, articleView } from '../../src/store/articles.ts'
import { minute, open, publish } from './desk.ts'

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
