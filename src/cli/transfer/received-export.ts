/** An export as it comes: it is whole where its last line is the end. */
import { open, rename, rm } from 'node:fs/promises'
import { endIn, parsedLine } from '../../store/transfer/format.ts'
import { EXIT, Stop } from '../exit.ts'

/** The longest last line that tells the end: it counts the rows of each table. */
const LONGEST_END = 5000

/** The text of an export. Throws a Stop after the last piece if the end is missing. */
export async function* wholeText(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let tail = ''
  for await (const bytes of body ?? []) {
    const text = decoder.decode(bytes, { stream: true })
    tail = (tail + text).slice(-LONGEST_END)
    yield text
  }
  const last = tail.trimEnd().split('\n').at(-1) ?? ''
  if (!isEnd(last)) {
    throw new Stop(EXIT.archive, `the export is not whole: ${failureIn(last) ?? 'the connection ended'}; export it again`)
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

/** Writes text to a file, which appears under its name when it is whole. */
export async function writeWhole(path: string, text: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`
  try {
    const file = await open(part, 'w')
    try {
      for await (const piece of text) await file.writeFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    if (error instanceof Stop) throw error
    throw new Stop(EXIT.usage, `cannot write ${path}: ${error instanceof Error ? error.message : error}`)
  }
}
