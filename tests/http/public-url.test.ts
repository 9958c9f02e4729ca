/** Behind a proxy that speaks TLS, every absolute address is the one that readers have: PUBLIC_URL. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { type Stage, stageOver, tellStory, well } from './stage.ts'

const PUBLIC = 'https://archive.example:8443'

let stage: Stage
let plain: Stage
beforeAll(async () => {
  const store = await openStore()
  plain = stageOver(store)
  stage = stageOver(store, { publicUrl: PUBLIC })
  await tellStory(stage)
})

const told = async ({ ask }: Stage, path: string, headers: Record<string, string> = {}) => {
  const response = await ask(path, { headers })
  return `${[...response.headers].join('\n')}\n${await response.text()}`
}

describe.each([
  ['/v1/articles/ferry', {}],
  ['/v1/articles/bridge', {}],
  ['/v1/articles/ferry/claims/2', {}],
  ['/v1/articles/ferry/versions/2', {}],
  ['/v1/articles/bridge/versions/1', { Accept: 'application/ld+json' }],
  ['/v1/articles/ferry/timegate', {}],
  ['/v1/articles/ferry/timemap?limit=1', {}],
  ['/v1/articles/ferry/timemap?limit=1&format=json', {}],
  ['/feeds/changes.atom?limit=2', {}],
  ['/feeds/changes.json?limit=2', {}],
  ['/feeds/articles/ferry.atom?limit=2', {}],
  ['/feeds/articles/ferry/claims/2.json', {}],
])('%s', (path, headers) => {
  test('tells addresses as readers have them', async () => {
    const text = await told(stage, path, headers)
    expect(text).toContain(`${PUBLIC}/`)
    expect(text).not.toContain('localhost')
  })

  test('is the same otherwise, under another ETag', async () => {
    const etags: string[] = []
    const [there, here] = [await told(stage, path, headers), await told(plain, path, headers)].map((text) =>
      text.replace(/^strict-transport-security,.*\n/m, '').replace(/etag,.*/, (etag) => {
        etags.push(etag)
        return ''
      }),
    )
    expect(here?.replaceAll('http://localhost', PUBLIC).replaceAll('tag:localhost,', 'tag:archive.example,')).toBe(there)
    expect(new Set(etags).size).toBe(etags.length)
  })
})

test('a feed’s id has its host', async () => {
  expect(await (await well(stage.ask('/feeds/changes.atom'))).text()).toContain(
    '<id>tag:archive.example,2026:feeds/changes</id>',
  )
})
