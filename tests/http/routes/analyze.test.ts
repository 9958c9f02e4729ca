/** Analysis without storing: offsets into the text as it was sent, and what every answer must keep to. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { KINDS } from '../../../src/core/changes/change.ts'
import { rowCounts, type Stage, stageOver, well } from '../stage.ts'

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

test('the texts of one call have at most 4 MiB together', async () => {
  const body = 'It rained. '.repeat(80_000)
  const answer = await stage.send('POST', '/v1/analyze/changes', { versions: Array.from({ length: 5 }, () => ({ body })) })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ code: 'too_large', errors: [{ path: 'versions' }] })
})
