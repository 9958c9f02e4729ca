import { expect, it } from 'vitest'
import { openStore } from '#harness'
import { captureRows, type NewCapture } from '../../../src/store/captures/captures.ts'
import { capturesRecorded, importedBefore } from '../../../src/store/captures/imported-captures.ts'
import { insertArticle } from '../../../src/store/write/article-metadata.ts'

const NOW = '2026-03-02T08:00:00.000Z'
const capture = (minute: number, more: Partial<NewCapture> = {}): NewCapture => ({
  watch: null,
  article: 'fares',
  version: null,
  url: 'https://harbour-post.example/fares',
  landedUrl: 'https://harbour-post.example/fares',
  redirects: [],
  capturedAt: `2025-03-01T08:0${minute}:00.000Z`,
  outcome: 'not_found',
  good: false,
  evidence: [{ rule: 'status', text: '404 “quoted”' }],
  status: 404,
  headers: { 'content-type': 'text/html' },
  bytes: 9,
  rawHash: null,
  reader: 1,
  ...more,
})

it('captures are recorded in bulk as they were given, and known again by address and time', async () => {
  const store = await openStore()
  await insertArticle(store, { slug: 'fares', title: null, publication: null, url: null }, NOW)
  const captures = [
    capture(1),
    capture(2, { article: null, status: null, bytes: null, reader: null, rawHash: 'a'.repeat(64) }),
    capture(3, { watch: 7 }),
  ]
  await store.batchWrite(capturesRecorded(captures, NOW))
  const rows = (await captureRows(store, { limit: 10 })).reverse()
  expect(rows).toMatchObject([
    { watch: null, article: 'fares', version: null, outcome: 'not_found', status: 404, bytes: 9, reader: 1, recordedAt: NOW },
    { article: null, status: null, bytes: null, reader: null, rawHash: 'a'.repeat(64) },
    { watch: 7 },
  ])
  expect(JSON.parse(rows[0]?.evidence ?? '')).toEqual([{ rule: 'status', text: '404 “quoted”' }])
  expect(JSON.parse(rows[0]?.headers ?? '')).toEqual({ 'content-type': 'text/html' })
  // A capture of a watch is none of an import.
  const known = await importedBefore(store, [...captures, capture(4)])
  expect(known.map(({ capturedAt, article, outcome }) => [capturedAt, article, outcome])).toEqual([
    ['2025-03-01T08:01:00.000Z', 'fares', 'not_found'],
    ['2025-03-01T08:02:00.000Z', null, 'not_found'],
  ])
  expect(await importedBefore(store, [])).toEqual([])
})
