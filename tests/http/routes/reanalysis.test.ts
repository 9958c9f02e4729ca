/** Re-analysis over HTTP: what it answers, what it lists, and that nothing else is told otherwise. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { ENGINE } from '../../../src/core/analysis.ts'
import { asToday, tellAsOf, unsure } from '../../recording/older-engine.ts'
import { read, type Stage, stageOver, tellStory, well } from '../stage.ts'

const PATH = '/v1/articles/ferry/reanalysis'
const AGROUND = 'A ferry with 221 passengers ran aground off Norrholm on Tuesday, the coast guard said.'

interface Listed {
  readonly data: readonly {
    readonly text: string
    readonly versions: readonly number[]
    readonly found: readonly { readonly label: string }[]
    readonly lost: readonly { readonly claims: readonly number[] }[]
    readonly differing: readonly { readonly claims: readonly number[]; readonly fields: readonly string[] }[]
  }[]
  readonly next: string | null
}

let stage: Stage
beforeEach(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  // The older engine was less sure of the ferry, and told the rest as today's does.
  await tellAsOf(stage.store, (text, headline) => (text.startsWith('A ferry') ? unsure : asToday)(text, headline))
})

const listed = (query = '') => read<Listed>(stage.ask, PATH + query)

describe('POST', () => {
  test('says what was done; sent again, that there was nothing to do', async () => {
    const answer = await (await well(stage.send('POST', PATH, ''))).json()
    expect(answer).toEqual({
      article: 'ferry',
      outcome: 'analysed',
      engine: ENGINE,
      sentences: 9,
      statements: 9,
      cut_otherwise: [],
      differences_url: PATH,
    })
    const again = await (await well(stage.send('POST', PATH, ''))).json()
    expect(again).toEqual({ ...answer, outcome: 'unchanged', sentences: 0, statements: 0 })
  })

  test('changes no answer but its list and the ETags', async () => {
    const paths = ['', '/versions', '/versions/2', '/claims', '/claims/2', '/changes', '/compare/1..3', '/sources']
    const answers = () => Promise.all(paths.map(async (path) => (await well(stage.ask(`/v1/articles/ferry${path}`))).json()))
    const before = await answers()
    const tag = (await stage.ask(PATH)).headers.get('etag')
    await well(stage.send('POST', PATH, ''))
    expect(await answers()).toEqual(before)
    expect(await (await stage.ask('/v1/articles/ferry/verify')).json()).toMatchObject({ ok: true, faults: [] })
    expect((await stage.ask(PATH)).headers.get('etag')).not.toBe(tag)
  })

  test('needs the scope archive:admin', async () => {
    const { token } = await (await well(stage.send('POST', '/v1/tokens', { name: 'desk', scopes: ['archive:write'] }))).json()
    const refused = await stage.ask(PATH, { method: 'POST', headers: { Authorization: `Bearer ${token}` } })
    expect([refused.status, (await stage.ask(PATH, { method: 'POST' })).status]).toEqual([403, 401])
  })
})

describe('GET', () => {
  test('lists nothing before', async () => {
    expect(await listed()).toEqual({ data: [], next: null })
  })

  test('lists what differs, a sentence a row, with its versions and claims', async () => {
    await well(stage.send('POST', PATH, ''))
    const { data, next } = await listed()
    expect(next).toBeNull()
    expect(data.map(({ text, versions }) => [text, versions])).toEqual([
      [AGROUND.replace('221', '212'), [1]],
      [AGROUND, [2]],
      [AGROUND.replace('coast guard', 'harbour office'), [3]],
    ])
    for (const { found, lost, differing } of data) {
      expect([found, lost]).toEqual([[], []])
      expect(differing).toEqual([
        {
          claims: [2],
          fields: ['label', 'certainty', 'quantities'],
          stored: expect.objectContaining({ label: expect.stringMatching(/^Old /), quantities: [] }),
          now: expect.objectContaining({ quantities: [expect.objectContaining({ unit: 'passengers' })] }),
        },
      ])
    }
  })

  test('lists page after page, and as CSV', async () => {
    await well(stage.send('POST', PATH, ''))
    const texts: string[] = []
    for (let query: string | null = '?limit=2'; query !== null; ) {
      const { data, next } = await listed(query)
      texts.push(...data.map(({ text }) => text))
      query = next && `?limit=2&cursor=${next}`
    }
    expect(texts).toEqual((await listed()).data.map(({ text }) => text))
    const csv = await (await well(stage.ask(`${PATH}?format=csv`))).text()
    expect(csv.split('\r\n')[0]).toBe('text,headline,versions,stored_engine,engine,found,lost,differing,fields')
    expect(csv).toContain('[""label"",""certainty"",""quantities""]')
  })

  test('tells nothing of what stands in withheld versions only', async () => {
    await well(stage.send('POST', PATH, ''))
    await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'An order' }))
    expect((await listed()).data.map(({ versions }) => versions)).toEqual([[1], [3]])
  })
})
