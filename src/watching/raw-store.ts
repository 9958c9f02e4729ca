/** Where the bytes of captures are kept: a bucket on Workers, a folder beside the archive on Node. */
import { sha256OfBytes } from '../store/hash.ts'

export interface RawStore {
  /** Keeps compressed bytes under a name; the same name always has the same content. */
  put(name: string, compressed: Uint8Array<ArrayBuffer>): Promise<void>
  /** The compressed bytes; null: there are none. */
  get(name: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Removes the bytes, where there are any. */
  remove(name: string): Promise<void>
}

/** Keeps the bytes of an answer, compressed by gzip, and returns their SHA-256, by which they are found again. */
export async function keepRaw(raw: RawStore, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = sha256OfBytes(bytes)
  await raw.put(hash, await through(bytes, new CompressionStream('gzip')))
  return hash
}

/** Kept bytes that are not those that were to be kept: somebody, or a fault of the storage, changed them. */
export class ChangedBytes extends Error {}

/** The bytes with this SHA-256; null: they are not kept. Throws ChangedBytes where what is kept does not have it, and what the storage throws. */
export async function rawBytes(raw: RawStore, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const compressed = await raw.get(hash)
  if (compressed === null) return null
  const bytes = await through(compressed, new DecompressionStream('gzip')).catch(() => null)
  if (bytes === null || sha256OfBytes(bytes) !== hash) throw new ChangedBytes(`The raw bytes ${hash} were changed.`)
  return bytes
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())
}
