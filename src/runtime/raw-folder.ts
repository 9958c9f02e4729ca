/** Raw bytes of captures in a folder beside the archive: a file each, written whole or not at all. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RawStore } from '../watching/raw-store.ts'

/** `folder` is created when the first bytes are kept. */
export function rawFolder(folder: string): RawStore {
  const pathOf = (name: string) => join(folder, name.slice(0, 2), `${name.slice(2)}.gz`)
  return {
    async put(name, compressed) {
      const path = pathOf(name)
      await mkdir(dirname(path), { recursive: true })
      const unfinished = `${path}.${crypto.randomUUID()}`
      await writeFile(unfinished, compressed, { flush: true })
      await rename(unfinished, path)
    },
    async get(name) {
      try {
        return new Uint8Array(await readFile(pathOf(name)))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    async remove(name) {
      await rm(pathOf(name), { force: true })
    },
  }
}
