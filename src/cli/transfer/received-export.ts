/** An export as it comes: it is whole where its last line is the end, and one that was cut can go on. */
import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm, truncate } from 'node:fs/promises'
import { runningSha256 } from '../../store/hash.ts'
import { endIn, parsedLine } from '../../store/transfer/format.ts'
import type { Kept } from '../../store/transfer/rest-of-export.ts'
import { EXIT, Stop } from '../exit.ts'

/** The longest last line that tells the end: it counts the rows of each table. */
const LONGEST_END = 5000

/** The connection ended before the export did: the lines that came are good. */
class Cut extends Stop {}

/** The text of an export. Throws a Stop after the last piece if the end is missing. */
export async function* wholeText(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let tail = ''
  for await (const bytes of arriving(body)) {
    const text = decoder.decode(bytes, { stream: true })
    tail = (tail + text).slice(-LONGEST_END)
    yield text
  }
  const last = tail.trimEnd().split('\n').at(-1) ?? ''
  if (isEnd(last)) return
  const failure = failureIn(last)
  if (failure !== undefined) throw new Stop(EXIT.archive, `the export is not whole: ${failure}; export it again`)
  const remedy = 'export it again; with --output and --resume it goes on'
  throw new Cut(EXIT.archive, `the export is not whole: the connection ended; ${remedy}`)
}

/** A connection that breaks off ends the bytes. */
async function* arriving(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (;;) {
      const next = await reader?.read().catch(() => undefined)
      if (!next || next.done) return
      yield next.value
    }
  } finally {
    await reader?.cancel().catch(() => undefined)
  }
}

const isEnd = (line: string): boolean => {
  try {
    return endIn(parsedLine(line)) !== null
  } catch {
    return false
  }
}

const failureIn = (line: string): string | undefined => /^\{"failed":"([^"]*)\."\}$/.exec(line)?.[1]

/** Where a file is written until it is whole. */
const partOf = (path: string) => `${path}.part`

/**
 * The lines of a file that was cut, without the last whole one, which may be the end; null: there are none. All that follows them is
 * removed from the file.
 */
export async function keptOf(path: string): Promise<Kept | null> {
  const part = partOf(path)
  if (!existsSync(part)) return null
  const hash = runningSha256()
  let lines = 0
  let size = 0
  let rest = ''
  for await (const piece of createReadStream(part, { encoding: 'utf8' })) {
    const text: string = rest + piece
    const kept = text.slice(0, text.lastIndexOf('\n', text.lastIndexOf('\n') - 1) + 1)
    rest = text.slice(kept.length)
    hash.update(kept)
    lines += kept.split('\n').length - 1
    size += Buffer.byteLength(kept)
  }
  await truncate(part, size)
  return lines === 0 ? null : { lines, sha256: hash.digest() }
}

/** Writes text to a file, or to the end of what is kept of it. It appears under its name when it is whole; one that is cut is kept. */
export async function writeWhole(path: string, text: AsyncIterable<string>, kept: Kept | null): Promise<void> {
  const part = partOf(path)
  try {
    const file = await open(part, kept === null ? 'w' : 'a')
    try {
      for await (const piece of text) await file.writeFile(piece)
    } finally {
      await file.sync()
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    if (!(error instanceof Cut)) await rm(part, { force: true })
    if (error instanceof Stop) throw error
    throw new Stop(EXIT.usage, `cannot write ${path}: ${error instanceof Error ? error.message : error}`)
  }
}
