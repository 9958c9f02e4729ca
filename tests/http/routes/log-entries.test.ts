/** The entries of the log over HTTP, as a reader without our code checks them: by SHA-256 and Ed25519 alone. */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#harness'
import type { VerifiedLine } from '../../../src/http/routes/log/verify-archive.ts'
import { givenSigner } from '../../../src/log/given-signer.ts'
import { makeKey } from '../../../src/log/note.ts'
import { read, type Stage, stageOver, tellStory, well } from '../stage.ts'

interface Entry {
  readonly position: number
  readonly kind: string
  readonly article_id: number | null
  readonly subject: number
  readonly digest: string
  readonly leaf_hash: string
}
interface Proof extends Entry {
  readonly leaf: string
  readonly said: unknown[] | null
  readonly tree: { readonly size: number; readonly root: string }
  readonly proof: readonly string[]
}

let stage: Stage
let entries: Entry[]

beforeAll(async () => {
  stage = stageOver(await openStore(), {}, 0, { signer: givenSigner(await makeKey('gazette.example')) })
  await tellStory(stage)
  await well(stage.send('PUT', '/v1/articles/ferry/versions/2/withholding', { reason: 'By order of the court' }))
  await stage.ask('/v1/log/checkpoint')
  entries = (await lines<Entry>('/v1/log/entries?format=ndjson')) as Entry[]
})

async function lines<Line>(path: string): Promise<Line[]> {
  const text = await (await well(stage.ask(path))).text()
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The root of leaf hashes, by the definition. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves
  if (!first) return sha256()
  if (leaves.length === 1) return first
  let k = 1
  while (2 * k < leaves.length) k *= 2
  return sha256(Buffer.from([1]), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}

const rootAt = (size: number) =>
  rootOf(entries.slice(0, size).map((entry) => Buffer.from(entry.leaf_hash, 'hex'))).toString('base64')

describe('the entries', () => {
  it('are numbered without gaps, and each is the hash of what it says', () => {
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, i) => i + 1))
    for (const { kind, article_id, subject, digest, leaf_hash } of entries) {
      const leaf = JSON.stringify([kind, article_id, subject, digest])
      expect(sha256(Buffer.from([0]), leaf).toString('hex')).toBe(leaf_hash)
    }
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(
      new Set([
        'article',
        'slug',
        'title',
        'publication',
        'address',
        'version',
        'statements',
        'claims',
        'wordings',
        'changes',
        'withholding',
        'key',
      ]),
    )
  })

  it('come in pages, and between two positions', async () => {
    const page = await read<{ data: Entry[]; next: string | null }>(stage.ask, '/v1/log/entries?limit=3&after=2')
    expect(page.data).toEqual(entries.slice(2, 5))
    const next = await read<{ data: Entry[] }>(stage.ask, `/v1/log/entries?limit=3&after=2&cursor=${page.next}`)
    expect(next.data).toEqual(entries.slice(5, 8))
    expect(await lines('/v1/log/entries?format=ndjson&after=4&until=6')).toEqual(entries.slice(4, 6))
  })

  it('show nothing of a withheld version, and prove it all the same', async () => {
    const all = JSON.stringify(entries)
    for (const words of ['Norrholm', 'gazette.example/']) expect(all).not.toContain(words)
    const version = entries.find(({ kind, subject }) => kind === 'version' && subject === 2)
    const proof = await read<Proof>(stage.ask, `/v1/log/entries/${version?.position}`)
    expect(JSON.stringify(proof)).not.toContain('Norrholm')
    expect(proof.said?.[0]).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a proof', () => {
  it('leads from each entry to the root, at each size', async () => {
    for (const size of [1, 2, 7, entries.length]) {
      for (let position = 1; position <= size; position += 3) {
        const { leaf, tree, proof } = await read<Proof>(stage.ask, `/v1/log/entries/${position}?size=${size}`)
        let [index, last] = [position - 1, size - 1]
        let hash = sha256(Buffer.from([0]), leaf)
        for (const step of proof.map((one) => Buffer.from(one, 'base64'))) {
          if (index % 2 === 1 || index === last) {
            hash = sha256(Buffer.from([1]), step, hash)
            while (index % 2 === 0 && index > 0) [index, last] = [index / 2, Math.floor(last / 2)]
          } else hash = sha256(Buffer.from([1]), hash, step)
          ;[index, last] = [Math.floor(index / 2), Math.floor(last / 2)]
        }
        expect([tree.size, tree.root, hash.toString('base64')]).toEqual([size, rootAt(size), rootAt(size)])
      }
    }
  })

  it('says what a version said: the hash that its page shows', async () => {
    const { hash } = await read<{ hash: string }>(stage.ask, '/v1/articles/ferry/versions/1')
    const entry = entries.find(({ kind, subject }) => kind === 'version' && subject === 1)
    const { said, digest } = await read<Proof>(stage.ask, `/v1/log/entries/${entry?.position}`)
    expect(said?.[0]).toBe(hash)
    expect(sha256(JSON.stringify(said)).toString('hex')).toBe(digest)
  })

  it('of consistency has the roots of both sizes', async () => {
    const found = await read<{ from: object; to: object; proof: string[] }>(stage.ask, '/v1/log/consistency?from=5')
    expect(found).toMatchObject({
      from: { size: 5, root: rootAt(5) },
      to: { size: entries.length, root: rootAt(entries.length) },
    })
    expect(found.proof.length).toBeGreaterThan(0)
    expect(await read(stage.ask, '/v1/log/consistency?from=5&to=5')).toMatchObject({ proof: [] })
  })

  it.each([
    ['/v1/log/entries/0', 400, 'path.position'],
    ['/v1/log/entries/9999', 404, undefined],
    ['/v1/log/entries/1?size=9999', 400, 'query.size'],
    ['/v1/log/entries/3?size=2', 404, undefined],
    ['/v1/log/consistency', 400, 'query.from'],
    ['/v1/log/consistency?from=9999', 400, 'query.from'],
    ['/v1/log/consistency?from=3&to=2', 400, 'query.from'],
    ['/v1/log/entries?after=-1', 400, 'query.after'],
  ])('%s is a %i', async (path, status, field) => {
    const answer = await stage.ask(path)
    expect(answer.status).toBe(status)
    expect(((await answer.json()) as { errors?: { path: string }[] }).errors?.[0]?.path).toBe(field)
  })
})

describe('a checkpoint', () => {
  it('is signed by the key that the archive names, which the log tells of', async () => {
    const note = await (await stage.ask('/v1/log/checkpoint')).text()
    const [text = '', signature = ''] = note.split('\n\n')
    const { keys } = await read<{ keys: { key: string; position: number }[] }>(stage.ask, '/v1/log/keys')
    const [name = '', , encoded = ''] = keys[0]?.key.split('+') ?? []
    const x = Buffer.from(keys[0]?.key.slice(name.length + 10) ?? encoded, 'base64')
      .subarray(1)
      .toString('base64url')
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } })
    const bytes = Buffer.from(signature.split(' ')[2] ?? '', 'base64').subarray(4)
    expect(text.split('\n')).toEqual(['gazette.example', String(entries.length), rootAt(entries.length)])
    expect(verifySignature(null, Buffer.from(`${text}\n`), key, bytes)).toBe(true)
    expect(entries[(keys[0]?.position ?? 0) - 1]).toMatchObject({ kind: 'key', article_id: null })
  })

  it('by another key records that one too, behind the first', async () => {
    const other = stageOver(stage.store, {}, 0, { signer: givenSigner(await makeKey('gazette.example')) })
    await well(other.ask('/v1/log/checkpoint'))
    const { keys } = await read<{ keys: { position: number }[] }>(other.ask, '/v1/log/keys')
    expect(keys.map(({ position }) => position)).toEqual([entries.length, entries.length + 1])
  })

  it('is a 404 where there is no key', async () => {
    const answer = await stageOver(stage.store).ask('/v1/log/checkpoint')
    expect([answer.status, (await answer.json()) as object]).toEqual([404, expect.objectContaining({ code: 'not_found' })])
  })
})

describe('the verification of the archive', () => {
  it('has a line for each article, then one for the log', async () => {
    const found = await lines<VerifiedLine>('/v1/verify?deep=true')
    expect(found).toMatchObject([
      { article: 'ferry', ok: true, versions: 3, done: 1, of: 2 },
      { article: 'bridge', ok: true, versions: 1, done: 2, of: 2 },
      { log: { ok: true, whole: true, faults: [] } },
    ])
  })

  it('goes on behind an article', async () => {
    expect(await lines<VerifiedLine>('/v1/verify?after=1')).toMatchObject([
      { article: 'bridge', done: 2 },
      { log: { ok: true } },
    ])
  })
})
