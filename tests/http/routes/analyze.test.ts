/** Analysis without storing: offsets into the text as it was sent, and what every answer must keep to. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openStore } from '#harness'
import { KINDS } from '../../../src/core/changes/change.ts'
import { Failure } from '../../../src/failure.ts'
import { JSON_HEADERS, rowCounts, type Stage, stageOver, well } from '../stage.ts'

type Span = readonly [number, number]
interface Placed {
  readonly text: string
  readonly start: number
  readonly end: number
}
interface Sentence {
  readonly zone: 'headline' | 'lead' | 'body'
  readonly start: number
  readonly end: number
}
interface Claim {
  readonly label: string
  readonly zone: string
  readonly sentence: number
  readonly content: { readonly text: string; readonly spans: readonly Span[] }
  readonly source: {
    readonly kind: string
    readonly text: string | null
    readonly name: string | null
    readonly spans: readonly Span[]
  }
  readonly cue: { readonly text: string; readonly lemma: string; readonly spans: readonly Span[] } | null
  readonly certainty: { readonly level: string; readonly polarity: string; readonly hedges: readonly Placed[] }
  readonly quantities: readonly (Placed & { readonly value: number | null; readonly unit: string | null })[]
  readonly dates: readonly Placed[]
  readonly check_worthiness: number
}
interface Side extends Sentence {
  readonly exact: string
}
interface Change {
  readonly from: number
  readonly to: number
  readonly kinds: readonly string[]
  readonly before: readonly Side[]
  readonly after: readonly Side[]
}
interface Text {
  readonly title?: string | null
  readonly body: string
}

let stage: Stage
let rows: Record<string, number>

beforeAll(async () => {
  stage = stageOver(await openStore())
  rows = await rowCounts(stage.store)
})

async function claimsOf(text: Text): Promise<{ sentences: Sentence[]; claims: Claim[] }> {
  return (await well(stage.send('POST', '/v1/analyze/claims', text, { Authorization: '' }))).json() as never
}

async function changesOf(...versions: Text[]) {
  const answer = await well(stage.send('POST', '/v1/analyze/changes', { versions }, { Authorization: '' }))
  return answer.json() as Promise<{
    versions: { sentences: Sentence[] }[]
    links: { from: number; to: number; pairs: Span[] }[]
    changes: Change[]
  }>
}

/** Half a character comes back as U+FFFD. */
const whole = (text: string) => text.toWellFormed()
const partOf = (text: Text, zone: string) => (zone === 'headline' ? (text.title ?? '') : text.body)

function expectSpan(part: string, [start, end]: Span): void {
  expect(start).toBeLessThan(end)
  expect(end).toBeLessThanOrEqual(part.length)
  const splits = (at: number) => /[\ud800-\udbff]/.test(part[at - 1] ?? '') && /[\udc00-\udfff]/.test(part[at] ?? '')
  expect([start, end].filter(splits)).toEqual([])
}

function expectSentences(text: Text, sentences: readonly Sentence[]): void {
  for (const [i, { zone, start, end }] of sentences.entries()) {
    expectSpan(partOf(text, zone), [start, end])
    const before = sentences[i - 1]
    if (before && (before.zone === 'headline') === (zone === 'headline')) expect(start).toBeGreaterThanOrEqual(before.end)
  }
  expect(sentences.some((s) => s.zone === 'lead')).toBe(/[\p{L}\p{N}]/u.test(text.body))
}

function expectPieces(part: string, { text, spans }: { text: string; spans: readonly Span[] }): void {
  for (const [i, span] of spans.entries()) {
    expectSpan(part, span)
    expect(span[0]).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0)
  }
  expect(whole(text)).toBe(spans.map(([start, end]) => whole(part.slice(start, end))).join(' '))
}

function expectClaims(text: Text, sentences: readonly Sentence[], claims: readonly Claim[]): void {
  expect([...new Set(claims.map((claim) => claim.sentence))]).toEqual(sentences.map((_, i) => i))
  for (const { zone, sentence, content, source, cue, certainty, quantities, dates, ...claim } of claims) {
    const part = partOf(text, zone)
    expect(zone).toBe(sentences[sentence]?.zone)
    expect(content.spans.length).toBeGreaterThan(0)
    expectPieces(part, content)
    if (source.text === null) expect(source.spans).toEqual([])
    else expectPieces(part, { text: source.text, spans: source.spans })
    if (source.kind === 'author') expect([source.name, cue]).toEqual([null, null])
    if (cue) expectPieces(part, cue)
    for (const { text: exact, start, end } of [...certainty.hedges, ...quantities, ...dates]) {
      expectSpan(part, [start, end])
      expect(whole(exact)).toBe(whole(part.slice(start, end)))
    }
    expect(claim.label).toMatch(/\S/)
    expect(claim.check_worthiness).toBeGreaterThanOrEqual(0)
    expect(claim.check_worthiness).toBeLessThanOrEqual(1)
  }
}

const plain =
  'The café owner, Zoë Ågren, said that 40 guests may come on Friday. “We are ready,” she said.\n\nThe mayor will not come.'
const TEXTS: readonly (readonly [string, Text])[] = [
  ['plain', { title: 'Café Reopens', body: plain }],
  ['CRLF', { title: 'Café Reopens', body: plain.replaceAll('\n', '\r\n') }],
  ['CR', { body: plain.replaceAll('\n', '\r') }],
  ['NFD', { title: 'Café Reopens'.normalize('NFD'), body: plain.normalize('NFD') }],
  ['a byte order mark', { title: '\ufeffCafé Reopens', body: `\ufeff${plain}` }],
  ['no-break spaces', { title: 'Café\u00a0Reopens', body: plain.replaceAll(' ', '\u00a0') }],
  [
    'soft hyphens and zero-width spaces',
    { title: 'Ca\u00adfé Re\u200bopens', body: plain.replaceAll('a', 'a\u00ad').replaceAll('. ', '.\u200b ') },
  ],
  [
    'white space at the edges and in rows',
    { title: '  Café   Reopens \n', body: `\n\n\t ${plain.replaceAll(' ', '   ')}  \n\n\n\n ` },
  ],
  ['a title with a line end', { title: 'Café\r\nReopens', body: plain }],
  ['emoji', { title: '🎉 Café 🎉', body: `🎉🎉 ${plain.replaceAll('. ', '. 👩‍👩‍👧 ')} 🎉` }],
  ['lone surrogates', { title: 'Café \ud83d', body: `\udd00 ${plain} \ud83d` }],
  ['NUL and other controls', { title: 'Caf\0é', body: `\0${plain}\u0007\u001b[0m\0` }],
  ['no title', { title: null, body: plain }],
  ['an empty title', { title: '', body: plain }],
  ['a title of white space', { title: ' \t', body: plain }],
  ['one letter', { body: 'x' }],
  ['one digit and a mark', { title: '?', body: '7.' }],
  ['marks only', { body: '— … “” !?' }],
  ['a quotation that never ends', { body: `“${'We will rise again. '.repeat(40)}` }],
  ['Arabic', { title: 'عنوان', body: 'قال الوزير إن 40 شخصا وصلوا. لن يحضر الرئيس.' }],
  ['Chinese', { title: '标题', body: '市长说四十人到了。总统不会来。' }],
  ['Hangul in jamo', { body: '시장은 “오지 않는다”고 말했다. 40명이 왔다.'.normalize('NFD') }],
  ['Thai', { body: 'นายกเทศมนตรีกล่าวว่ามีคนมาถึง 40 คน' }],
  ['ligatures and fractions', { body: 'The oﬃce said ½ of the ﬁles, 3¾ km of shelves, burned on 5 May.' }],
  ['many marks on a letter', { body: `a${'\u0301'.repeat(500)} said that it rained.` }],
  ['a long word', { body: `${'x'.repeat(20_000)} said that it rained.` }],
  ['many quotation marks', { body: '"'.repeat(5000) }],
  ['one long line', { body: 'and then it rained '.repeat(2000) }],
]

describe.each(TEXTS)('%s', (_, text) => {
  test('has its claims where it says', async () => {
    const { sentences, claims } = await claimsOf(text)
    expectSentences(text, sentences)
    expectClaims(text, sentences, claims)
  })

  test('has its changes where it says', async () => {
    const other = { title: 'Café Closes', body: 'The café owner, Zoë Ågren, said that 50 guests came.\r\n\r\nThe mayor came.' }
    const texts = [text, other, text, text]
    const { versions, links, changes } = await changesOf(...texts)
    expect(versions).toHaveLength(4)
    for (const [i, version] of versions.entries()) expectSentences(texts[i] ?? text, version.sentences)
    expect(links.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ])
    for (const { from, to, pairs } of links) {
      expect(new Set(pairs.map(String)).size).toBe(pairs.length)
      for (const [i, j] of pairs) {
        expect(versions[from - 1]?.sentences[i]).toBeDefined()
        expect(versions[to - 1]?.sentences[j]).toBeDefined()
      }
    }
    expect(changes.filter((change) => change.from === 3)).toEqual([])
    for (const { from, to, kinds, before, after } of changes) {
      expect(to).toBe(from + 1)
      expect(kinds.length).toBeGreaterThan(0)
      expect(new Set(kinds).size).toBe(kinds.length)
      expect(kinds.filter((kind) => !(KINDS as readonly string[]).includes(kind))).toEqual([])
      expect(before.length === 0).toBe(kinds.includes('introduced') || kinds.includes('restored'))
      expect(after.length === 0).toBe(kinds.includes('withdrawn'))
      for (const [number, sides] of [
        [from, before],
        [to, after],
      ] as const) {
        for (const { zone, start, end, exact } of sides) {
          expect(versions[number - 1]?.sentences).toContainEqual({ zone, start, end })
          expect(whole(exact)).toBe(whole(partOf(texts[number - 1] ?? text, zone).slice(start, end)))
        }
      }
    }
  })
})

test.each([
  ['NFD', plain.normalize('NFD'), 'Zoë Ågren'.normalize('NFD')],
  ['CRLF', plain.replaceAll('\n', '\r\n'), 'Zoë Ågren'],
  ['no-break spaces', plain.replaceAll(' ', '\u00a0'), 'Zoë\u00a0Ågren'],
  ['a byte order mark', `\ufeff${plain}`, 'Zoë Ågren'],
])('in a text with %s the source is found in the words as sent', async (_, body, source) => {
  const { claims } = await claimsOf({ body })
  expect(claims.map((claim) => claim.source.text).some((text) => text?.includes(source))).toBe(true)
})

test('the text as the archive keeps it and as it is analysed have the same claims', async () => {
  const text = { title: 'Café Reopens', body: plain }
  await well(stage.send('POST', '/v1/articles', { slug: 'cafe' }))
  await well(stage.send('POST', '/v1/articles/cafe/versions', text))
  const version = (await (await well(stage.ask('/v1/articles/cafe/versions/1'))).json()) as {
    claims: object[]
    sentences: object[]
  }
  const { claims, sentences } = await claimsOf(text)
  expect(version.sentences).toEqual(sentences)
  expect(version.claims).toEqual(claims.map((claim) => expect.objectContaining(claim)))
})

test('nothing is stored', async () => {
  const store = stageOver(await openStore())
  await well(store.send('POST', '/v1/analyze/claims', { body: plain }))
  await well(store.send('POST', '/v1/analyze/changes', { versions: [{ body: plain }, { body: 'It rained.' }] }))
  expect(await rowCounts(store.store)).toEqual(rows)
})

const KIB = 1024
/** One sentence of `bytes` bytes. */
const oneSentence = (bytes: number) => 'rain '.repeat(bytes / 5 + 1).slice(0, bytes)
const sentences = (count: number) => 'a\n\n'.repeat(count)
const NO_TOKEN = { Authorization: '' }
const UNKNOWN_TOKEN = { Authorization: 'Bearer ct_unknown' }
const TOO_LARGE = [413, 'too_large'] as const
const INVALID = [400, 'invalid'] as const

describe('a call that asks for too much is refused', () => {
  test.each([
    ['more than 256 KiB without a token', 'claims', { body: oneSentence(256 * KIB + 1) }, NO_TOKEN, TOO_LARGE, 'body'],
    [
      'more than 256 KiB with an unknown token',
      'claims',
      { body: oneSentence(256 * KIB + 1) },
      UNKNOWN_TOKEN,
      TOO_LARGE,
      'body',
    ],
    ['more than 1 MiB with a token', 'claims', { body: oneSentence(1024 * KIB + 1) }, {}, TOO_LARGE, 'body'],
    ['5,001 sentences', 'claims', { body: sentences(5001) }, NO_TOKEN, INVALID, 'body'],
    ['5,001 sentences with a token', 'claims', { body: sentences(5001) }, {}, INVALID, 'body'],
  ])('%s', async (_, route, text, headers, [status, code], path) => {
    const answer = await stage.send('POST', `/v1/analyze/${route}`, text, headers)
    expect([answer.status, await answer.json()]).toMatchObject([status, { code, errors: [{ path }] }])
  })

  test.each([
    [
      '256 KiB together, without a token',
      [oneSentence(128 * KIB), oneSentence(128 * KIB + 1)],
      NO_TOKEN,
      TOO_LARGE,
      'versions',
    ],
    ['256 KiB in one text, without a token', ['a', oneSentence(256 * KIB + 1)], NO_TOKEN, TOO_LARGE, 'versions.1.body'],
    ['1 MiB in one text, with a token', ['a', oneSentence(1024 * KIB + 1)], {}, TOO_LARGE, 'versions.1.body'],
    ['4 MiB together, with a token', Array(5).fill(oneSentence(900 * KIB)), {}, TOO_LARGE, 'versions'],
    ['5,000 sentences in one text', ['a', sentences(5001)], {}, INVALID, 'versions.1.body'],
    ['5,000 sentences together', [sentences(2500), sentences(2501)], NO_TOKEN, INVALID, 'versions'],
  ])('changes of more than %s', async (_, bodies, headers, [status, code], path) => {
    const versions = bodies.map((body: string) => ({ body }))
    const answer = await stage.send('POST', '/v1/analyze/changes', { versions }, headers)
    expect([answer.status, await answer.json()]).toMatchObject([status, { code, errors: [{ path }] }])
  })
})

describe('a call within its limits is answered', () => {
  test.each([
    ['256 KiB without a token', 'claims', { body: oneSentence(256 * KIB) }, NO_TOKEN],
    ['more than that with a token of any scope', 'claims', { body: oneSentence(256 * KIB + 1) }, 'archive:write'],
    ['5,000 sentences', 'claims', { body: sentences(5000) }, NO_TOKEN],
    ['5,000 sentences together', 'changes', { versions: [{ body: sentences(2500) }, { body: sentences(2500) }] }, NO_TOKEN],
  ])('%s', async (_, route, text, headers) => {
    const token = typeof headers === 'string' ? await tokenOf(headers) : undefined
    const sent = token === undefined ? NO_TOKEN : { Authorization: `Bearer ${token}` }
    expect((await stage.send('POST', `/v1/analyze/${route}`, text, sent)).status).toBe(200)
  })
})

async function tokenOf(scope: string): Promise<string> {
  const { token } = await (await well(stage.send('POST', '/v1/tokens', { name: 'desk', scopes: [scope] }))).json()
  return token
}

describe('a body is read up to what the texts may have, and no further', () => {
  /** A body without a length that goes on for ever; counts what was taken of it. */
  function endless() {
    const chunk = new Uint8Array(16 * KIB).fill(32)
    const taken = { bytes: 0, canceled: false }
    const stream = new ReadableStream({
      pull(controller) {
        taken.bytes += chunk.length
        controller.enqueue(chunk)
      },
      cancel() {
        taken.canceled = true
      },
    })
    return { stream, taken }
  }

  test.each([
    ['claims', NO_TOKEN, 512 * KIB],
    ['claims', {}, 2048 * KIB],
    ['changes', NO_TOKEN, 512 * KIB],
    ['changes', {}, 8192 * KIB],
  ])('%s with %j: %i bytes', async (route, headers, bound) => {
    const { stream, taken } = endless()
    const init = { method: 'POST', body: stream, duplex: 'half', headers: { ...JSON_HEADERS, ...headers } }
    const answer = await stage.ask(`/v1/analyze/${route}`, init as RequestInit)
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'too_large', errors: [{ path: 'body' }] }])
    expect(taken.canceled).toBe(true)
    expect(taken.bytes).toBeGreaterThan(bound)
    expect(taken.bytes).toBeLessThanOrEqual(bound + 64 * KIB)
  })

  test('what says that it is longer is not read at all', async () => {
    const { stream, taken } = endless()
    const headers = { ...JSON_HEADERS, ...NO_TOKEN, 'Content-Length': String(512 * KIB + 1) }
    const answer = await stage.ask('/v1/analyze/claims', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers,
    } as RequestInit)
    expect(answer.status).toBe(413)
    expect(taken.bytes).toBeLessThanOrEqual(64 * KIB)
  })
})

test('where others are first in line, the answer is a 503 with Retry-After', async () => {
  const full = stageOver(stage.store, {}, 0, { analyze: () => Promise.reject(new Failure('busy', 'Others are first.')) })
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const answer = await full.send('POST', '/v1/analyze/claims', { body: 'It rained.' })
  log.mockRestore()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
})

describe('claims=true', () => {
  const versions = [
    { title: 'Ferry to sail', body: 'The ferry will sail on Friday, the operator said.\n\nNobody was hurt.' },
    { title: 'Ferry to sail', body: 'The ferry may sail on Friday, the operator said.' },
  ]
  interface WithClaims {
    readonly versions: readonly { readonly sentences: readonly Sentence[]; readonly claims?: readonly Claim[] }[]
    readonly changes: readonly (Change & { readonly claims?: { readonly before: number[]; readonly after: number[] } })[]
  }
  const asked = async (query: string) =>
    (await well(stage.send('POST', `/v1/analyze/changes${query}`, { versions }))).json() as Promise<WithClaims>

  test('lists the claims of each text, as the analysis of that text alone does', async () => {
    const answer = await asked('?claims=true')
    expect(answer.versions.map(({ claims }) => claims)).toEqual(
      await Promise.all(versions.map(async (text) => (await claimsOf(text)).claims)),
    )
  })

  test('joins the claims of both sides to each change', async () => {
    const { versions: texts, changes } = await asked('?claims=true')
    const levels = (i: number) => (index: number) => texts[i]?.claims?.[index]?.certainty.level
    expect(changes.map(({ kinds, claims }) => [kinds, claims?.before.map(levels(0)), claims?.after.map(levels(1))])).toEqual([
      [['softened'], ['certain'], ['possible']],
      [['withdrawn'], ['certain'], []],
    ])
  })

  test('is left out by default', async () => {
    const { versions: texts, changes } = await asked('')
    expect([...texts, ...changes].filter((one) => 'claims' in one)).toEqual([])
  })
})
