/** The key that signs checkpoints, on Node: a file beside the archive, made at first use. */
import { readFileSync, writeFileSync } from 'node:fs'
import { makeKey, type Signer, signerOf } from '../log/note.ts'

/**
 * Returns the signer of the key of an archive, once it is asked for. Only its owner can read the file; one that is absent is made. An archive
 * in memory keeps its key there.
 */
export function fileSigner(archive: string, name: string): () => Promise<Signer> {
  const path = `${archive}.key`
  let signer: Promise<Signer> | null = null
  const made = async () => {
    if (archive === ':memory:') return signerOf(await makeKey(name))
    const key = read(path) ?? (await write(path, await makeKey(name)))
    return signerOf(key)
  }
  return () => {
    signer ??= made().catch((error: unknown) => {
      signer = null
      throw new Error(`${path}: ${error instanceof Error ? error.message : error}`)
    })
    return signer
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes a key, and returns the one that the file has: that of another process, where that was first. */
async function write(path: string, key: string): Promise<string> {
  try {
    writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' })
    return key
  } catch (error) {
    const other = (error as NodeJS.ErrnoException).code === 'EEXIST' ? read(path) : null
    if (other === null) throw error
    return other
  }
}
