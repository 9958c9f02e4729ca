/** Captures that were made elsewhere: read and judged as of today, recorded at their own times. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import { captureRows } from '../../src/store/captures/captures.ts'
import { changeRows, changeView } from '../../src/store/read/changes.ts'
import { versionRows } from '../../src/store/read/lists/version-lists.ts'
import type { Store } from '../../src/store/store.ts'
import { insertArticle } from '../../src/store/write/article-metadata.ts'
import { importCaptures } from '../../src/watching/import-captures.ts'
import { rawBytes } from '../../src/watching/raw-store.ts'
import type { Importing, SentCapture } from '../../src/watching/record-imported.ts'
import { openDesk } from './desk.ts'
import { article, REST } from './site.ts'

const FARES = 'https://harbour-post.example/ferry-fares'
const told = (rise: number, verb = 'will') =>
  article('Ferry Fares Rise', `Fares on the Norrholm ferry ${verb} rise by ${rise} percent in May, the operator said.`, ...REST)
const BRIDGE = article(
  'Bridge Closes',
  'The old bridge will close in May, the mayor, Tomas Brandt, said.',
  'Nobody knows how the villagers of Varsk shall reach the market, the school or the clinic once it is gone.',
  'A new crossing was promised in 2019, but the council has found no money for it, and its engineer has left.',
)
/** Without a word of the other pages. */
const ELSEWHERE = article(
  'Brücke gesperrt',
  'Am Montag beginnt nach Angaben des Rathauses eine Sanierung, deren Ende niemand nennen will.',
  'Anwohner müssen während dieser Zeit einen Umweg über Varsk nehmen, was täglich vierzig Minuten kostet.',
  'Seit 2019 verspricht der Stadtrat einen Neubau, doch fehlt dafür bislang jeder Pfennig, so heißt es.',
)
const at = (day: number) => `2025-03-${String(day).padStart(2, '0')}T08:00:00.000Z`

const capture = (day: number, body: SentCapture['body'], more: Partial<SentCapture> = {}): SentCapture => ({
  url: FARES,
  landedUrl: FARES,
  capturedAt: at(day),
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
  source: null,
  ...more,
})

const naming = (html: string, url: string) => html.replace('</head>', `<link rel="canonical" href="${url}"></head>`)

let store: Store
let importing: Importing
let kept: Map<string, Uint8Array<ArrayBuffer>>

beforeEach(async () => {
  const desk = openDesk(await openStore())
  store = desk.store
  kept = desk.kept
  importing = { store, raw: desk.watching.raw, now: desk.watching.clock(), article: null, settings: {} }
})

const send = (...sent: SentCapture[]) => importCaptures(importing, sent)
const recorded = async () =>
  (await captureRows(store, { limit: 100 }))
    .map(({ outcome, capturedAt, version, watch, article }) => ({ outcome, capturedAt, version, watch, article }))
    .reverse()

describe('an import', () => {
  it('keep apart the pages that name the address of another story', async () => {
    const url = 'https://harbour-post.example/bridge'
    await send(capture(1, told(10)), capture(2, naming(BRIDGE, FARES), { url, landedUrl: url }))
    const articles = (await recorded()).map(({ article }) => article)
    expect(new Set(articles).size).toBe(2)
  })

  it('of captures in any order makes versions at their times, by one recomputation', async () => {
    const results = await send(capture(9, told(12, 'may')), capture(3, told(10)), capture(5, told(10)), capture(7, told(12)))
    expect(results.map(({ outcome, version, article }) => [outcome, version, article])).toEqual([
      ['created', 3, 'ferry-fares-rise'],
      ['created', 1, 'ferry-fares-rise'],
      ['unchanged', 1, 'ferry-fares-rise'],
      ['created', 2, 'ferry-fares-rise'],
    ])
    const versions = await versionRows(store, 'ferry-fares-rise', undefined, 10)
    expect(versions.map(({ number, capturedAt }) => [number, capturedAt])).toEqual([
      [1, at(3)],
      [2, at(7)],
      [3, at(9)],
    ])
    const changes = (await changeRows(store, { standing: false, order: 'recorded', limit: 100 })).map(changeView)
    expect(changes.flatMap(({ kinds }) => (kinds.includes('introduced') ? [] : kinds))).toEqual(['number_changed', 'softened'])
    expect(await recorded()).toEqual(
      [
        ['created', 3, 1],
        ['unchanged', 5, 1],
        ['created', 7, 2],
        ['created', 9, 3],
      ].map(([outcome, day, version]) => ({
        outcome,
        capturedAt: at(Number(day)),
        version,
        watch: null,
        article: 'ferry-fares-rise',
      })),
    )
  })

  it('keeps the bytes of what is new or bad, and the place that each was read from', async () => {
    const source = 'https://mementos.example/20250303080000id_/https://harbour-post.example/ferry-fares'
    await send(capture(3, told(10), { source }), capture(4, told(10)), capture(5, 'Not here.', { status: 404 }))
    const rows = (await captureRows(store, { limit: 10 })).reverse()
    expect(rows.map(({ rawHash }) => rawHash !== null)).toEqual([true, false, true])
    expect(JSON.parse(rows[0]?.evidence ?? '[]')).toContainEqual({ rule: 'imported_from', text: source })
    const raw = importing.raw && (await rawBytes(importing.raw, rows[0]?.rawHash ?? ''))
    expect(new TextDecoder().decode(raw ?? undefined)).toBe(told(10))
    expect(kept.size).toBe(2)
  })

  it('records bad captures with their reason and makes no version of them', async () => {
    const results = await send(
      capture(3, told(10)),
      capture(4, 'Gone.', { status: 410 }),
      capture(5, 'Too often.', { status: 429 }),
      capture(6, '%PDF-1.4', { headers: { 'content-type': 'application/pdf' } }),
      capture(7, '<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>'),
      capture(8, told(10)),
    )
    expect(results.map(({ outcome, version, article }) => [outcome, version, article])).toMatchObject([
      ['created', 1, 'ferry-fares-rise'],
      ['gone', null, 'ferry-fares-rise'],
      ['rate_limited', null, 'ferry-fares-rise'],
      ['not_html', null, 'ferry-fares-rise'],
      [expect.stringMatching(/^(?!created|unchanged)/), null, 'ferry-fares-rise'],
      ['unchanged', 1, 'ferry-fares-rise'],
    ])
    expect(await recorded()).toHaveLength(6)
    expect((await versionRows(store, 'ferry-fares-rise', undefined, 10)).length).toBe(1)
  })

  it('of a page that led elsewhere is no version', async () => {
    const away = { landedUrl: 'https://harbour-post.example/bridge' }
    const results = await send(capture(3, told(10)), capture(4, ELSEWHERE, away))
    expect(results.map(({ outcome }) => outcome)).toEqual(['created', 'redirected_away'])
  })

  it('records each capture once, within a call and by another', async () => {
    const sent = [capture(3, told(10)), capture(4, 'Gone.', { status: 410 }), capture(3, told(10))]
    const first = await send(...sent)
    expect(first.map(({ outcome, known }) => [outcome, known])).toEqual([
      ['created', false],
      ['gone', false],
      ['created', true],
    ])
    const again = await send(...sent, capture(5, told(12)))
    expect(again.map(({ outcome, known, version }) => [outcome, known, version])).toEqual([
      ['created', true, 1],
      ['gone', true, null],
      ['created', true, 1],
      ['created', false, 2],
    ])
    expect(await recorded()).toHaveLength(3)
  })

  it('takes the article that is named, that is known at the address in another form, or a new one for each page', async () => {
    await insertArticle(store, { slug: 'fares', title: null, publication: null, url: FARES }, at(1))
    const amp = 'https://m.harbour-post.example/ferry-fares/amp/'
    const bridge = 'https://harbour-post.example/bridge'
    const never = 'https://harbour-post.example/never'
    const results = await send(
      capture(3, told(10), { url: amp, landedUrl: amp }),
      capture(4, BRIDGE, { url: bridge, landedUrl: bridge }),
      capture(5, 'Gone.', { url: never, landedUrl: never, status: 410 }),
    )
    expect(results.map(({ article }) => article)).toEqual(['fares', 'bridge-closes', null])
    importing = { ...importing, article: 'fares' }
    expect(await send(capture(9, BRIDGE, { url: bridge, landedUrl: bridge }))).toMatchObject([{ article: 'fares' }])
  })

  it('among captures that are there changes what lies between them alone', async () => {
    await send(capture(3, told(10)), capture(9, told(14)))
    const before = await store.db.all(sql`select * from changes order by id`)
    await send(capture(7, told(12)), capture(5, told(10)))
    const after = await store.db.all<{ retracts: number | null }>(sql`select * from changes order by id`)
    expect(after.slice(0, before.length)).toEqual(before)
    // The change from 10 to 14 is taken back; 10 to 12 and 12 to 14 take its place.
    expect(after.slice(before.length).map(({ retracts }) => retracts !== null)).toEqual([true, false, false])
  })

  it('decodes bytes in the encoding of the page', async () => {
    const bytes = Uint8Array.from(told(10).replace('operator', 'opérateur'), (letter) => letter.charCodeAt(0))
    await send(capture(3, bytes, { headers: { 'content-type': 'text/html; charset=iso-8859-1' } }))
    const [row] = await store.db.all<{ body: string }>(sql`select body from versions`)
    expect(row?.body).toContain('the opérateur said')
  })

  it('reads a stubborn site by its selectors', async () => {
    const box =
      '<p class="k7">The harbour office told this paper that its staff answer all questions by telephone.</p></article>'
    const bodies = () => store.db.all<{ body: string }>(sql`select body from versions order by place`)
    await send(capture(3, told(10).replace('</article>', box)))
    importing = { ...importing, settings: { drop: ['.k7'] } }
    await send(capture(5, told(12).replace('</article>', box)))
    expect((await bodies()).map(({ body }) => body.includes('harbour office'))).toEqual([true, false])
  })

  it('tells why a text cannot be stored', async () => {
    const long = article(
      'Ferry Fares Rise',
      ...Array.from({ length: 5100 }, (_, i) => `Fare ${i} rose by ${i} crowns, she said.`),
    )
    expect(await send(capture(3, told(10)), capture(4, long))).toMatchObject([
      { outcome: 'created' },
      { outcome: 'not_stored', version: null, evidence: [{ rule: 'stored_text' }] },
    ])
    expect(await recorded()).toMatchObject([{ outcome: 'not_stored' }, { outcome: 'created' }])
  })
})
