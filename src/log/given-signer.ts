/** The key that signs checkpoints, from a setting. */
import { type Signer, signerOf } from './note.ts'

/** The name of a key: the host that readers reach. */
export const keyName = (publicUrl: string | undefined): string =>
  publicUrl === undefined ? 'claimtrail' : new URL(publicUrl).host

/** Returns the signer of a written private key, once it is asked for; null: there is none. */
export function givenSigner(key: string): () => Promise<Signer | null> {
  let signer: Promise<Signer> | null = null
  return () => {
    if (key === '') return Promise.resolve(null)
    signer ??= signerOf(key).catch((error: unknown) => {
      throw new Error(`LOG_KEY: ${error instanceof Error ? error.message : error}`)
    })
    return signer
  }
}
