/**
 * Signed notes, by C2SP signed-note: a text, an empty line, and signatures `— NAME BASE64`, where the bytes are four of the hash of the key
 * and an Ed25519 signature of the text. A public key is written `NAME+HASH+BASE64`, a private one `PRIVATE+KEY+NAME+HASH+BASE64`, with
 * the byte 1 (Ed25519) before the key.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

const ED25519 = 1
/** The beginning of a private Ed25519 key in PKCS #8, by RFC 8410: the 32 bytes of the key follow. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)

export const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** The bytes of a text in base64. Throws RangeError. */
export function fromBase64(text: string): Uint8Array {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) throw new RangeError('it is no base64')
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

/** A key that signs notes. */
export interface Signer {
  readonly name: string
  /** The public key, as written. */
  readonly verifier: string
  sign(text: string): Promise<Uint8Array>
}

const keyHash = (name: string, key: Uint8Array): Uint8Array =>
  sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(ED25519), key)).slice(0, 4)

const written = (name: string, key: Uint8Array, of = key): string =>
  `${name}+${bytesToHex(keyHash(name, of))}+${base64Of(concatBytes(Uint8Array.of(ED25519), key))}`

/** Whether a text can name a key: it has neither space nor plus sign. */
export const isKeyName = (name: string): boolean => /^[^\s+]+$/u.test(name)

/** A new private key, as written. */
export async function makeKey(name: string): Promise<string> {
  if (!isKeyName(name)) throw new RangeError('the name of a key has neither spaces nor plus signs')
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const pkcs8 = new Uint8Array((await crypto.subtle.exportKey('pkcs8', pair.privateKey)) as ArrayBuffer)
  const own = new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer)
  return `PRIVATE+KEY+${written(name, pkcs8.slice(-32), own)}`
}

/** The key that a written private key is. Throws RangeError, without a word of the key. */
export async function signerOf(key: string): Promise<Signer> {
  const match = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim())
  if (!match) throw new RangeError('it is not written as PRIVATE+KEY+NAME+HASH+BASE64')
  const [, name = '', hash, encoded = ''] = match
  const [kind, ...seed] = fromBase64(encoded)
  if (kind !== ED25519 || seed.length !== 32) throw new RangeError('it is no Ed25519 key')
  const pkcs8 = concatBytes(PKCS8, Uint8Array.from(seed))
  const secret = await crypto.subtle.importKey('pkcs8', pkcs8 as BufferSource, 'Ed25519', true, ['sign'])
  const { x = '' } = (await crypto.subtle.exportKey('jwk', secret)) as JsonWebKey
  const own = fromBase64(`${x.replaceAll('-', '+').replaceAll('_', '/')}=`)
  if (bytesToHex(keyHash(name, own)) !== hash) throw new RangeError('its hash does not match its key')
  const sign = async (text: string) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', secret, utf8ToBytes(text) as BufferSource))
  return { name, verifier: written(name, own), sign }
}

interface Verifier {
  readonly name: string
  readonly hash: string
  readonly key: Uint8Array
}

/** Reads a written public key. Throws RangeError. */
export function verifierIn(written: string): Verifier {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(written.trim())
  if (!match) throw new RangeError('a public key is written as NAME+HASH+BASE64')
  const [, name = '', hash = '', encoded = ''] = match
  const [kind, ...bytes] = fromBase64(encoded)
  if (kind !== ED25519 || bytes.length !== 32) throw new RangeError('it is no Ed25519 key')
  const key = Uint8Array.from(bytes)
  if (bytesToHex(keyHash(name, key)) !== hash) throw new RangeError('the hash of the public key does not match it')
  return { name, hash, key }
}

/** A text with a signature. The text ends with a line feed. */
export async function signedNote(text: string, signer: Signer): Promise<string> {
  const { hash } = verifierIn(signer.verifier)
  const id = hexToBytes(hash)
  return `${text}\n— ${signer.name} ${base64Of(concatBytes(id, await signer.sign(text)))}\n`
}

/** A note as it is written: its text, and its signatures by names of keys. Throws RangeError. */
export function parseNote(note: string) {
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.endsWith('\n')) throw new RangeError('it has no signatures')
  const signatures = note
    .slice(at + 2, -1)
    .split('\n')
    .map((line) => {
      const match = /^— (\S+) (\S+)$/.exec(line)
      if (!match) throw new RangeError('a line after the empty one is no signature')
      return { name: match[1] ?? '', bytes: fromBase64(match[2] ?? '') }
    })
  return { text: note.slice(0, at + 1), signatures }
}

/** The text of a note that one of the keys signed; null where none did. Signatures of unknown keys are passed over. Throws RangeError. */
export async function openNote(
  note: string,
  keys: readonly string[],
): Promise<{ readonly text: string; readonly key: string } | null> {
  const { text, signatures } = parseNote(note)
  for (const written of keys) {
    const { name, hash, key } = verifierIn(written)
    const own = await crypto.subtle.importKey('raw', key as BufferSource, 'Ed25519', false, ['verify'])
    for (const { name: by, bytes } of signatures) {
      if (by !== name || bytesToHex(bytes.slice(0, 4)) !== hash) continue
      if (await crypto.subtle.verify('Ed25519', own, bytes.slice(4) as BufferSource, utf8ToBytes(text) as BufferSource))
        return { text, key: written }
    }
  }
  return null
}
