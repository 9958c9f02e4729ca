/** A version as JSON-LD: negotiated, in terms that schema.org and the Web Annotation vocabulary have, with places that are right. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#harness'
import { type Stage, stageOver, tellStory, well } from '../stage.ts'

const LD = 'application/ld+json'
const PATH = '/v1/articles/ferry/versions/2'
const SCHEMA = 'http://schema.org/'
const OA = 'http://www.w3.org/ns/oa#'

let stage: Stage

beforeAll(async () => {
  stage = stageOver(await openStore())
  await tellStory(stage)
  const { send } = stage
  await well(
    send('POST', '/v1/articles/bridge/versions', {
      title: 'Bridge 🌉 Closed',
      byline: 'By Ada Moreno and Ben van Ode',
      body: '🌉🌉 The bridge closed, the mayor, Tomas Brandt, said. The old bridge will close in May, a report found.',
      url: 'https://valley.example/bridge',
      captured_at: '2026-02-11T09:00:00Z',
      published_at: '2026-02-11T08:00:00Z',
    }),
  )
  await well(send('POST', '/v1/articles/ferry/claims/3/reviews', { action: 'reject', reason: 'No claim' }))
})

const asked = (accept: string | null, path = PATH, headers = {}) =>
  stage.ask(path, { headers: { ...(accept !== null && { Accept: accept }), ...headers } })

type Node = Readonly<Record<string, unknown>>
const linked = async (path = PATH) => (await (await well(asked(LD, path))).json()) as Node

/** The IRI of a term: schema.org's context has its own vocabulary as default, ours adds one prefix. */
function iri(term: string, context: readonly [string, Readonly<Record<string, string>>]): string {
  const [prefix = '', name] = term.split(':', 2)
  return name === undefined ? SCHEMA + term : (context[1][prefix] ?? `${prefix}:`) + name
}

/** Every property and type in a node, expanded. */
function* expanded(node: unknown, context: Parameters<typeof iri>[1]): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* expanded(one, context)
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) {
      if (key === '@type') for (const type of [value].flat()) yield `a ${iri(type, context)}`
      if (key.startsWith('@')) continue
      yield iri(key, context)
      yield* expanded(value, context)
    }
  }
}

/** What the two vocabularies have: types, then properties. */
const TERMS = [
  ...['NewsArticle', 'Claim', 'CreativeWork', 'Organization', 'Person', 'PropertyValue', 'WebPageElement'].map(
    (type) => `a ${SCHEMA}${type}`,
  ),
  ...['SpecificResource', 'TextPositionSelector', 'TextQuoteSelector'].map((type) => `a ${OA}${type}`),
  ...['appearance', 'articleBody', 'author', 'citation', 'creditText', 'datePublished', 'exampleOfWork', 'firstAppearance'],
  ...['hasPart', 'headline', 'identifier', 'inLanguage', 'isBasedOn', 'isPartOf', 'name', 'propertyID', 'publisher', 'sameAs'],
  ...['text', 'url', 'value', 'version', 'wordCount'],
  ...['hasSource', 'hasSelector', 'start', 'end', 'exact', 'prefix', 'suffix'].map((property) => OA + property),
].map((term) => (/[:/]/.test(term) ? term : SCHEMA + term))

test('expands to terms of schema.org and of Web Annotation, and to no others', async () => {
  const found = new Set<string>()
  for (const path of [PATH, '/v1/articles/bridge/versions/2']) {
    const node = await linked(path)
    expect(node['@context']).toEqual(['https://schema.org', { oa: OA }])
    for (const term of expanded(node, node['@context'] as Parameters<typeof iri>[1])) found.add(term)
  }
  expect([...found].sort()).toEqual([...TERMS].sort())
})

test('tells the article', async () => {
  expect(await linked('/v1/articles/bridge/versions/2')).toMatchObject({
    '@type': 'NewsArticle',
    '@id': 'http://localhost/v1/articles/bridge/versions/2',
    headline: 'Bridge 🌉 Closed',
    version: 2,
    datePublished: '2026-02-11T08:00:00.000Z',
    author: [
      { '@type': 'Person', name: 'Ada Moreno' },
      { '@type': 'Person', name: 'Ben van Ode' },
    ],
    publisher: { '@type': 'Organization', name: 'Valley Post' },
    isBasedOn: 'https://valley.example/bridge',
    exampleOfWork: { '@id': 'http://localhost/v1/articles/bridge', sameAs: 'https://valley.example/bridge' },
  })
})

interface Claim {
  readonly '@type': string
  readonly '@id': string
  readonly author?: Node
  readonly citation?: Node
  readonly firstAppearance: Node
  readonly appearance: readonly {
    readonly text: string
    readonly 'oa:hasSource': { readonly '@id': string }
    readonly 'oa:hasSelector': readonly [
      { readonly 'oa:start': number; readonly 'oa:end': number },
      { readonly 'oa:prefix': string; readonly 'oa:exact': string; readonly 'oa:suffix': string },
    ]
  }[]
}
const claimsOf = (node: Node) => (node.hasPart as Claim[]).filter((part) => part['@type'] === 'Claim')

test('every place is where it says, in code points', async () => {
  const node = await linked('/v1/articles/bridge/versions/2')
  const claims = claimsOf(node)
  expect(claims.length).toBeGreaterThan(1)
  for (const { appearance } of claims) {
    for (const { text, 'oa:hasSource': source, 'oa:hasSelector': selectors } of appearance) {
      const [place, quote] = selectors
      const whole = [...String(source['@id'].endsWith('#headline') ? node.headline : node.articleBody)]
      expect(whole.slice(place['oa:start'], place['oa:end']).join('')).toBe(text)
      expect(quote['oa:exact']).toBe(text)
      expect(whole.join('')).toContain(quote['oa:prefix'] + text + quote['oa:suffix'])
    }
  }
})

test('says who says it, where it appeared first, and leaves out what people rejected', async () => {
  const claims = claimsOf(await linked())
  const json = (await (await well(asked(null))).json()) as { claims: { number: number; verdict: string | null }[] }
  const told = json.claims.filter(({ verdict }) => verdict !== 'rejected').map(({ number }) => number)
  expect(json.claims.length).toBe(told.length + 1)
  expect(claims.map((claim) => claim['@id'])).toEqual(told.map((n) => `http://localhost/v1/articles/ferry/claims/${n}`))
  expect(claims.map(({ author }) => author?.name)).toEqual(expect.arrayContaining(['the coast guard', 'Harbour Gazette']))
  for (const { firstAppearance } of claims) {
    expect(firstAppearance['@id']).toMatch(/^http:\/\/localhost\/v1\/articles\/ferry\/versions\/[12]$/)
  }
})

test('without claims, where they are not wanted', async () => {
  expect(claimsOf(await linked(`${PATH}?claims=false`))).toEqual([])
})

describe('negotiation', () => {
  test.each([
    [null, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    [LD, LD],
    ['APPLICATION/LD+JSON', LD],
    [`${LD};profile="http://www.w3.org/ns/json-ld#compacted"`, LD],
    [`application/json;q=0.5, ${LD}`, LD],
    [`application/json, ${LD};q=0.5`, 'application/json'],
    [`${LD};q=0, application/json;q=0.1`, 'application/json'],
    ['text/html', 'application/json'],
  ])('Accept: %s is answered with %s', async (accept, type) => {
    const { headers } = await well(asked(accept))
    expect([headers.get('content-type'), headers.get('vary')]).toEqual([type, 'Accept'])
  })

  test('each has an ETag of its own, whichever was asked for before', async () => {
    const tags = new Set<string>()
    for (const accept of [null, LD, null, LD, LD, null]) {
      const response = await well(asked(accept))
      const tag = response.headers.get('etag') ?? ''
      tags.add(tag)
      expect((await response.text()).startsWith('{"@context"')).toBe(accept === LD)
      const known = await asked(accept, PATH, { 'If-None-Match': tag })
      expect([known.status, known.headers.get('vary')]).toEqual([304, 'Accept'])
      expect((await asked(accept === LD ? null : LD, PATH, { 'If-None-Match': tag })).status).toBe(200)
    }
    expect(tags.size).toBe(2)
  })
})
