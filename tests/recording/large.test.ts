import { describe, expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import { verify } from '../../src/reading/verify/verify-article.ts'
import { MAX_STORED_BYTES } from '../../src/recording/storable.ts'
import { readVersion } from '../../src/store/read/versions.ts'
import { count, open, post, publish, versionOf } from './desk.ts'

const fill = (unit: (n: number) => string, bytes: number): string => {
  const encoder = new TextEncoder()
  let text = ''
  let size = 0
  for (let n = 0; ; n++) {
    const next = unit(n)
    size += encoder.encode(next).length
    if (size > bytes) return text.trim()
    text += next
  }
}

const sentence = (n: number) => `Lot ${n} went to a buyer from Varsk for ${n * 7} crowns, the auctioneer said. `

/** D1 bounds statements and values, so that the largest are tried in workerd too. */
const ON_D1 = ['256 KiB of sentences', 'one long word', 'emoji']
const isTried = ([name]: readonly [string, string]) => runtime === 'node' || ON_D1.includes(name)

describe('large and awkward texts', () => {
  it.each(
    (
      [
        [
          '1,500 sentences',
          Array.from({ length: 1500 }, (_, n) => sentence(n))
            .join('')
            .trim(),
        ],
        ['256 KiB of sentences', fill(sentence, MAX_STORED_BYTES)],
        ['one long sentence', fill((n) => `and then the barge number ${n} passed the lock `, 200_000)],
        ['one long sentence of numbers', fill((n) => `${n} crowns, `, 60_000)],
        ['one long word', 'x'.repeat(MAX_STORED_BYTES)],
        ['quotation marks', fill((n) => `"No ${n}," 'he' said. “`, 100_000)],
        ['emoji', fill((n) => `The 🚢 ferry 👩‍👩‍👧 took ${n} people 🇳🇴. `, 60_000)],
        ['backslashes and braces', fill((n) => `The path C:\\new\\${n} {"a": [${n}]} was \\u0000 empty. `, 60_000)],
      ] as const
    ).filter(isTried),
  )(
    '%s',
    async (_, body) => {
      const store = await openStore()
      await open(store)
      const { version } = await publish(store, body, 1)
      const stored = await versionOf(store, 1)
      expect(stored.row.body).toBe(body.normalize('NFC'))
      expect(stored.row.contentHash).toBe(version.contentHash)
      for (const s of stored.sentences) expect(s.text).toBe(stored.row.body.slice(s.start, s.end))
      expect(new Set(stored.claims.map((c) => c.sentence)).size).toBe(stored.sentences.length)
      expect(await verify(store, 'harbour')).toMatchObject({ ok: true })
      const next = await publish(store, `${body.slice(0, 200_000)} Then it rained.`, 2)
      expect(next.version.number).toBe(2)
    },
    60_000,
  )

  it.each([
    ['5,000 short sentences', Array.from({ length: 5000 }, (_, n) => `Lot ${n} sold.`).join(' ')],
    [
      '5,000 sentences in 256 KiB',
      Array.from({ length: 5000 }, (_, n) => `"Lot ${n} cost ${n * 7} crowns," Ms. Lee said.`).join(' '),
    ],
  ])(
    '%s are stored and told',
    async (_, body) => {
      const store = await openStore()
      await open(store)
      await publish(store, body, 1)
      expect((await readVersion(store, 'harbour', 1, true))?.claims).not.toHaveLength(0)
      expect((await versionOf(store, 1)).sentences).toHaveLength(5000)
    },
    60_000,
  )

  it('more sentences than 5,000 are not stored', async () => {
    const store = await openStore()
    await open(store)
    const body = Array.from({ length: 5001 }, (_, n) => `Lot ${n} sold.`).join(' ')
    const failure = { code: 'invalid', errors: [{ path: 'body', message: expect.stringContaining('5001 sentences') }] }
    await expect(post(store, body, 1)).rejects.toMatchObject(failure)
    expect(await count(store, 'versions')).toBe(0)
  })
})
