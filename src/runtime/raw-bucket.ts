/** Raw bytes of captures in an R2 bucket. */
import type { R2Bucket } from '@cloudflare/workers-types'
import type { RawStore } from '../watching/raw-store.ts'

export function rawBucket(bucket: R2Bucket): RawStore {
  const keyOf = (name: string) => `raw/${name}.gz`
  return {
    async put(name, compressed) {
      await bucket.put(keyOf(name), compressed, { httpMetadata: { contentType: 'application/gzip' } })
    },
    async get(name) {
      const object = await bucket.get(keyOf(name))
      return object === null ? null : new Uint8Array(await object.arrayBuffer())
    },
    async remove(name) {
      await bucket.delete(keyOf(name))
    },
  }
}
