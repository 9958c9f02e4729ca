import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openCheckpoint, parseCheckpoint, signedCheckpoint } from '../../src/log/checkpoint.ts'
import { leafHash } from '../../src/log/merkle.ts'
import { isKeyName, makeKey, openNote, parseNote, signedNote, signerOf, verifierIn } from '../../src/log/note.ts'

describe('signed notes', () => {
  it('writes a public key with the beginning of its hash', async () => {
    const { verifier } = await signerOf(await makeKey('log'))
    const [name, hash, encoded = ''] = verifier.split(/\+(?=[0-9a-f]{8}\+)|(?<=\+[0-9a-f]{8})\+/)
    const bytes = Buffer.from(encoded, 'base64')
    const own = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8)
    expect([name, hash, bytes.length, bytes[0]]).toEqual(['log', own, 33, 1])
  })

  it('signs so that others can verify it with the public key alone', async () => {
    const signer = await signerOf(await makeKey('archive.example/log'))
    const note = await signedNote('one\ntwo\n', signer)
    const { text, signatures } = parseNote(note)
    const x = Buffer.from(verifierIn(signer.verifier).key).toString('base64url')
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } })
    expect(signatures).toHaveLength(1)
    expect(verify(null, Buffer.from(text), key, signatures[0]?.bytes.slice(4) ?? new Uint8Array())).toBe(true)
    expect(verify(null, Buffer.from(text.replace('two', 'tow')), key, signatures[0]?.bytes.slice(4) ?? new Uint8Array())).toBe(
      false,
    )
  })

  it('passes over signatures of other keys', async () => {
    const [own, other] = [await signerOf(await makeKey('log')), await signerOf(await makeKey('log'))]
    const note = await signedNote('text\n', other)
    expect(await openNote(note, [own.verifier])).toBeNull()
    expect((await openNote(note, [own.verifier, other.verifier]))?.key).toBe(other.verifier)
  })

  it.each([
    ['PRIVATE+KEY+log+00000000', 'written'],
    ['PRIVATE+KEY+log+00000000+AA==', 'Ed25519'],
    ['log+00000000+AA==', 'written'],
    ['PRIVATE+KEY+log+00000000+%', 'base64'],
  ])('refuses the key %s', async (key, because) => {
    await expect(signerOf(key)).rejects.toThrow(because)
  })

  it('refuses a key whose hash is that of another', async () => {
    const [one, two] = [await makeKey('log'), await makeKey('log')]
    const mixed = two.replace(/\+[0-9a-f]{8}\+/, /\+[0-9a-f]{8}\+/.exec(one)?.[0] ?? '')
    await expect(signerOf(mixed)).rejects.toThrow('hash')
  })

  it('knows which names a key can have', () => {
    expect(['news.example', 'news.example/log', 'a b', 'a+b', ''].map(isKeyName)).toEqual([true, true, false, false, false])
  })
})

describe('checkpoints', () => {
  it('say the origin, the size and the root', async () => {
    const signer = await signerOf(await makeKey('news.example/log'))
    const head = { size: 12, root: leafHash('root') }
    const note = await signedCheckpoint(head, signer)
    expect(await openCheckpoint(note, [signer.verifier])).toEqual({ origin: 'news.example/log', ...head, key: signer.verifier })
    await expect(openCheckpoint(note.replace('\n12\n', '\n13\n'), [signer.verifier])).rejects.toThrow('signed')
  })

  it.each(['', 'a\n', 'a\n01\nAA==\n', 'a\n1\nAA==\n', 'a\n-1\nAA==\n', '\n1\nAA==\n'])('refuses the text %j', (text) => {
    expect(() => parseCheckpoint(text)).toThrow(RangeError)
  })
})
