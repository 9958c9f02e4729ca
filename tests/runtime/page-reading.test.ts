/** Pages are read and decoded alike on both runtimes. */
import { expect, test } from 'vitest'
import { openStore } from '#harness'
import { createApp } from '../../src/app.ts'
import { decodePage } from '../../src/capture/charset.ts'

const PARAGRAPHS = [
  'The council voted on Tuesday to raise the fares of the harbour ferry by 12 percent from May, the first rise in four years.',
  '“We have put this off for as long as we could,” said Ada Moreno, who chairs the transport committee.',
  'The operator carried 1.2 million passengers last year, about 80,000 fewer than the year before, according to its report.',
  'Opponents said that the rise would push commuters back into their cars. Two members of the committee voted against it.',
]
const text = (paragraphs: readonly string[]) => paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')

const ask = async (page: object) => {
  const store = await openStore()
  const app = createApp(() => ({
    store,
    config: { readTokenRequired: false, bootstrapToken: 'x'.repeat(24) },
    clock: Date.now,
  }))
  const headers = { 'Content-Type': 'application/json' }
  const answer = await app.request('/v1/analyze/page', { method: 'POST', headers, body: JSON.stringify(page) })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}

const url = 'https://harbour-post.example/ferry'

test('an article', async () => {
  const html = `<html lang="en"><head><title>Ferry Fares Rise - Harbour Post</title></head><body><nav>News</nav><template><p>No</p></template>
    <h1>Ferry Fares Rise</h1><p class="byline">By Ben Okafor</p><main>${text(PARAGRAPHS)}</main></body></html>`
  const { status, json } = await ask({ html, url })
  expect(status).toBe(200)
  expect(json).toMatchObject({ outcome: 'good', evidence: [], title: 'Ferry Fares Rise', byline: 'Ben Okafor', language: 'en' })
  expect(json.body).toBe(PARAGRAPHS.join('\n\n'))
})

test('an article that lies in parts', async () => {
  const parts = PARAGRAPHS.concat(PARAGRAPHS.map((line) => line.replace(/^\S+/, 'Later'))).map(
    (line, i) => `<div class="part-${i}"><div><div><p>${line}</p></div></div></div>`,
  )
  const { json } = await ask({
    html: `<html><head><title>Ferry</title></head><body><h1>Ferry</h1>${parts.join('<hr>')}</body></html>`,
    url,
  })
  expect((json.body as string).split('\n\n')).toEqual(expect.arrayContaining([PARAGRAPHS[0], PARAGRAPHS[3]]))
})

test('a page that asks for a proof is judged', async () => {
  const { json } = await ask({ html: '<title>Just a moment...</title><script>window._cf_chl_opt={}</script>', url })
  expect(json).toMatchObject({ outcome: 'bot_check', evidence: [{ rule: 'bot-check-mark', text: '_cf_chl_opt' }], body: null })
})

test('a page that is too large is refused, and so is an address that is none', async () => {
  expect(await ask({ html: 'x'.repeat(4 * 1024 * 1024 + 1), url })).toMatchObject({
    status: 413,
    json: { code: 'too_large', errors: [{ path: 'html' }] },
  })
  expect(await ask({ html: '<p>x', url: 'ferry' })).toMatchObject({
    status: 400,
    json: { code: 'invalid', errors: [{ path: 'url' }] },
  })
})

test.each([
  ['windows-1251', [0xcf, 0xee, 0xf0, 0xf2], 'Порт'],
  ['koi8-r', [0xf0, 0xcf, 0xd2, 0xd4], 'Порт'],
  ['iso-8859-2', [0xb3], 'ł'],
  ['shift_jis', [0x8d, 0x60], '港'],
  ['gb18030', [0xb8, 0xdb], '港'],
  ['euc-kr', [0xc7, 0xd7], '항'],
  ['big5', [0xb4, 0xe4], '港'],
])('%s is decoded', (charset, bytes, decoded) => {
  expect(decodePage(new Uint8Array(bytes), `text/html; charset=${charset}`)).toEqual({ text: decoded, charset, from: 'header' })
})
