/** The headers that hold for every answer: no answer is taken for another media type, and public files stay public. */
import { expect, test } from 'vitest'
import { openStore } from '#harness'
import { createApp } from '../../src/app.ts'
import { stageOver, tellStory } from './stage.ts'

test('no answer is to be taken for another media type', async () => {
  const stage = stageOver(await openStore())
  await tellStory(stage)
  const paths = ['/v1/articles/ferry/compare/1..2?format=unified', '/v1/articles?format=csv', '/docs', '/healthz', '/none']
  const answers = await Promise.all([...paths.map((path) => stage.ask(path)), stage.ask('/v1/articles', { method: 'OPTIONS' })])
  for (const { headers } of answers) expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  ['public, max-age=3600', 'public, max-age=3600', null],
  ['no-cache', 'private, no-cache', 'Authorization'],
])('where reading is closed, a file with Cache-Control: %s has %s', async (given, control, vary) => {
  const config = { readTokenRequired: true, bootstrapToken: '' }
  const app = createApp(() => ({ store: {} as never, config, clock: Date.now }))
  app.get('/docs/page.css', (c) => c.text('', 200, { 'Cache-Control': given }))
  const { headers } = await app.request('/docs/page.css')
  expect([headers.get('cache-control'), headers.get('vary')]).toEqual([control, vary])
})
