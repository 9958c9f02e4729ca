/** The WARC files inside a WACZ file, which is a ZIP. */
import type { Readable } from 'node:stream'
import { type Entry, openPromise } from 'yauzl'
import { wrongUsage } from '../exit.ts'

const WARC_NAME = /^archive\/[^/]+\.warc(?:\.gz)?$/i

export interface PackedWarc {
  readonly name: string
  readonly stream: Readable
}

/** The WARC files, one after another; each has to be read before the next comes. Throws a Stop if there is none. */
export async function* warcsIn(path: string): AsyncGenerator<PackedWarc> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(({ message }: Error) => {
    throw wrongUsage(`${path} cannot be read as a WACZ: ${message}`)
  })
  try {
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) if (WARC_NAME.test(entry.fileName)) entries.push(entry)
    if (entries.length === 0) throw wrongUsage(`${path} is a ZIP without a WARC file in archive/; it is no WACZ`)
    for (const entry of entries) yield { name: entry.fileName, stream: await zip.openReadStreamPromise(entry) }
  } finally {
    zip.close()
  }
}
