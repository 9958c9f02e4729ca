/** What the analysis tells of a claim is told wherever the claim is shown: resolved dates, classes of hedges, rules, the language. */
import Papa from 'papaparse'
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { read, type Stage, stageOver, well } from './stage.ts'

interface Dated {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly resolved: string | null
}
interface Found {
  readonly content: { readonly text: string }
  readonly certainty: {
    readonly hedges: readonly { readonly text: string; readonly start: number; readonly end: number; readonly class: string }[]
  }
  readonly dates: readonly Dated[]
  readonly rules?: readonly string[]
}
interface Listed {
  readonly number: number
  readonly statement: { readonly text: string; readonly dates: readonly Dated[] }
  readonly rules?: readonly string[]
}
interface Version {
  readonly body: string
  readonly language: string | null
  readonly unsupported: boolean
  readonly claims: readonly Found[]
}

/** 12 March 2025 was a Wednesday. */
const PUBLISHED = '2025-03-12T09:00:00Z'
const STORY = [
  'The ferry Halcyon was stranded on Tuesday.',
  'The pilot may have slept on March 10, 2025.',
  'The yard was built in May 2019 or in 2021.',
  'The harbour will reopen next week.',
  'An inquiry in March 1998 probably missed the sandbank.',
  'The tide had turned.',
]
const DATES: Record<string, (string | null)[]> = {
  'The ferry Halcyon': ['2025-03-11'],
  'The pilot may': ['2025-03-10'],
  'The yard was': ['2019-05', '2021'],
  'The harbour will': ['2025-W12'],
  'An inquiry in': ['1998-03'],
  'The tide had': [],
}
const DUTCH =
  'De burgemeester zei dat de haven morgen weer open gaat. Het schip is vannacht op een zandbank gelopen en er zijn geen gewonden. De reders hebben nog niet gezegd wat het gaat kosten.'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await well(stage.send('POST', '/v1/articles', { slug: 'halcyon' }))
  const post = (slug: string, captured_at: string, body: string, more = {}) =>
    well(stage.send('POST', `/v1/articles/${slug}/versions`, { title: '', body, captured_at, ...more }))
  await post('halcyon', '2025-03-12T10:00Z', STORY.join('\n\n'), { published_at: PUBLISHED })
  await well(stage.send('POST', '/v1/articles', { slug: 'haven' }))
  await post('haven', '2025-03-12T10:00Z', DUTCH)
  await post('haven', '2025-03-12T11:00Z', '7 — 12!')
})

const analyzed = async (body: object, query = '') =>
  (await (await well(stage.send('POST', `/v1/analyze/claims${query}`, body))).json()) as Version & { sentences: object[] }
const versionOf = (slug: string, number = 1, query = '') =>
  read<Version>(stage.ask, `/v1/articles/${slug}/versions/${number}${query}`)
const listOf = async (query = '') => (await read<{ data: Listed[] }>(stage.ask, `/v1/articles/halcyon/claims${query}`)).data

describe('a date', () => {
  const byOpening = (list: readonly { text: string; dates: readonly Dated[] }[]) =>
    Object.keys(DATES).map((opening) => {
      const found = list.filter(({ text }) => text.startsWith(opening))
      expect(found.length).toBeGreaterThan(0)
      return [opening, found.flatMap(({ dates }) => dates.map(({ resolved }) => resolved))]
    })
  const lists = {
    'the analysis': async () => {
      const { claims, sentences } = await analyzed({ body: STORY.join('\n\n'), published_at: PUBLISHED })
      expect(sentences.length).toBe(STORY.length)
      return claims.map(({ dates }, i) => ({ text: STORY[i] ?? '', dates }))
    },
    'the version': async () => (await versionOf('halcyon')).claims.map(({ dates }, i) => ({ text: STORY[i] ?? '', dates })),
    'the claims': async () => (await listOf()).map(({ statement }) => statement),
    'the claims as of a version': async () => (await listOf('?version=1')).map(({ statement }) => statement),
    'the claims of the archive': async () =>
      (await read<{ data: Listed[] }>(stage.ask, '/v1/claims?article=halcyon')).data.map(({ statement }) => statement),
    'each claim': async () => {
      const ones = (await listOf()).map(({ number }) => read<Listed>(stage.ask, `/v1/articles/halcyon/claims/${number}`))
      return (await Promise.all(ones)).map(({ statement }) => statement)
    },
  }

  test.each(Object.entries(lists))('is resolved at its precision in %s', async (_, list) => {
    expect(byOpening(await list())).toEqual(Object.entries(DATES))
  })

  test('without a day of publication is resolved only where it names its own', async () => {
    const { claims } = await analyzed({ body: STORY.join('\n\n') })
    expect(claims.flatMap(({ dates }) => dates.map(({ resolved }) => resolved))).toEqual([
      null,
      '2025-03-10',
      '2019-05',
      '2021',
      null,
      '1998-03',
    ])
  })

  test('stands in a list where its sentence has it, and in CSV', async () => {
    for (const { statement } of await listOf()) {
      for (const { text, start, end } of statement.dates) expect(statement.text.slice(start, end)).toBe(text)
    }
    const csv = await (await well(stage.ask('/v1/articles/halcyon/claims?format=csv'))).text()
    const { data } = Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true })
    expect(data.map(({ dates = '' }) => JSON.parse(dates))).toEqual(Object.values(DATES))
  })
})

test('a hedge tells its class', async () => {
  const told = async (claims: readonly Found[], body: string) =>
    claims.flatMap(({ certainty }) => certainty.hedges).map((h) => [body.slice(h.start, h.end), h.text, h.class])
  const expected = [
    ['may', 'may', 'modal'],
    ['probably', 'probably', 'adverb'],
  ]
  const version = await versionOf('halcyon')
  const body = STORY.join('\n\n')
  expect(await told(version.claims, version.body)).toEqual(expected)
  expect(await told((await analyzed({ body })).claims, body)).toEqual(expected)
})

describe('the language', () => {
  test.each([
    ['English', STORY.join(' '), 'en', false],
    ['Dutch', DUTCH, 'nl', true],
    ['Japanese', '港は明日開く。船は砂州に乗り上げた。', 'ja', true],
    ['no language', '7 — 12!', null, false],
  ])('of a text in %s', async (_, body, language, unsupported) => {
    const { claims, sentences, ...rest } = await analyzed({ body }, '?explain=true')
    expect(rest).toEqual({ language, unsupported })
    expect(claims.every(({ rules }) => rules?.includes('sentence'))).toBe(unsupported)
    expect(claims.length).toBe(sentences.length)
  })

  test.each([
    ['halcyon', 1, 'en', false],
    ['haven', 1, 'nl', true],
    ['haven', 2, null, false],
  ])('of a version of %s is told with version %i', async (slug, number, language, unsupported) => {
    expect(await versionOf(slug, number)).toMatchObject({ language, unsupported })
    expect(await versionOf(slug, number, '?claims=false')).toMatchObject({ language, unsupported })
    const { data } = await read<{ data: Version[] }>(stage.ask, `/v1/articles/${slug}/versions`)
    expect(data[number - 1]).toMatchObject({ language, unsupported })
    const csv = await (await well(stage.ask(`/v1/articles/${slug}/versions?format=csv`))).text()
    expect(csv.split('\r\n')[number]).toContain(`,${language ?? ''},${unsupported},`)
  })
})

describe('explain=true', () => {
  const claimsIn = (answer: unknown): object[] => {
    const { claims, data } = answer as { claims?: object[]; data?: object[] }
    return claims ?? data ?? [answer as object]
  }
  test.each([
    '/v1/articles/halcyon/versions/1',
    '/v1/articles/halcyon/claims',
    '/v1/articles/halcyon/claims?version=1',
    '/v1/articles/halcyon/claims/1',
    '/v1/claims?article=halcyon',
  ])('adds the rules to the claims of %s, and nothing else', async (path) => {
    const asked = (value: string) => read(stage.ask, `${path}${path.includes('?') ? '&' : '?'}explain=${value}`)
    const plain = await read(stage.ask, path)
    // The one is not taken for the other, whichever was asked for before.
    for (const value of ['true', 'false', 'true', 'false']) {
      const claims = claimsIn(await asked(value))
      expect(claims.length).toBeGreaterThan(0)
      for (const claim of claims) {
        const { rules } = claim as { rules?: string[] }
        if (value === 'false') expect('rules' in claim).toBe(false)
        else expect(rules).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:author|attribution\/)/)]))
      }
      const without = JSON.parse(JSON.stringify(claims), (key, value) => (key === 'rules' ? undefined : value))
      expect(without).toEqual(claimsIn(plain))
    }
  })

  test('adds them to the analysis', async () => {
    const body = STORY.join('\n\n')
    const [explained, plain] = [await analyzed({ body }, '?explain=true'), await analyzed({ body })]
    expect(explained.claims.map(({ rules: _, ...rest }) => rest)).toEqual(plain.claims)
    expect(explained.claims.every(({ rules }) => rules && rules.length > 0)).toBe(true)
    expect(plain.claims.some((claim) => 'rules' in claim)).toBe(false)
  })

  test.each([
    ['csv', 'dates,rules\r\n', 'dates\r\n'],
    ['ndjson', '"rules":["', ''],
  ])('adds them to the rows of %s', async (format, explained, plain) => {
    const rows = async (query: string) => (await well(stage.ask(`/v1/articles/halcyon/claims?format=${format}${query}`))).text()
    expect(await rows('&explain=true')).toContain(explained)
    expect(await rows('')).toContain(plain)
    expect(await rows('')).not.toContain('rules')
  })

  test('goes along on the way to a version', async () => {
    const { headers } = await stage.ask('/v1/articles/halcyon/versions/latest?explain=true')
    expect(headers.get('location')).toBe('/v1/articles/halcyon/versions/1?explain=true')
  })
})
