/** The file of an export: its lines, checked as a whole before any is sent. */
import { createReadStream } from 'node:fs'
import { runningSha256 } from '../../store/hash.ts'
import { type End, endIn, type Header, headerIn, parsedLine } from '../../store/transfer/format.ts'
import { refuseOther } from '../../store/transfer/restore.ts'
import { RowCheck, rowIn, type TableRow } from '../../store/transfer/row-check.ts'
import { EXIT, Stop } from '../exit.ts'

/** The most lines and characters that are sent at once; a longer line goes alone. */
const MOST_LINES = 1000
const MOST_CHARACTERS = 1_000_000

/** Lines of a file that follow on each other. */
export interface Part {
  /** The number of the first one, from 1. */
  readonly first: number
  readonly lines: readonly string[]
}

/** The lines of a file in parts; the first line is a part of its own. Throws a Stop if the file cannot be read. */
export async function* partsOf(path: string): AsyncGenerator<Part> {
  let first = 1
  let lines: string[] = []
  let size = 0
  for await (const line of linesOf(path)) {
    const isFull = lines.length >= MOST_LINES || size + line.length > MOST_CHARACTERS || (first === 1 && lines.length === 1)
    if (isFull && lines.length > 0) {
      yield { first, lines }
      first += lines.length
      lines = []
      size = 0
    }
    lines.push(line)
    size += line.length
  }
  if (lines.length > 0) yield { first, lines }
}

/** Not by node:readline, which ends lines at U+2028 too. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  try {
    for await (const piece of createReadStream(path, { encoding: 'utf8' })) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw new Stop(EXIT.usage, `cannot read ${path}: ${error instanceof Error ? error.message : error}`)
  }
  if (rest !== '') yield rest
}

/** The facts about a file that is whole. */
export interface Checked {
  readonly header: Header
  readonly parts: number
  readonly lines: number
}

/**
 * Reads a whole file: its form, the hash chain, the hashes of texts, the numbers of rows and the SHA-256 at its end. Throws a Stop that
 * names the line.
 */
export async function checkExport(path: string): Promise<Checked> {
  const check = new FileCheck()
  let parts = 0
  let lines = 0
  for await (const part of partsOf(path)) {
    parts += 1
    for (const text of part.lines) {
      lines += 1
      try {
        check.line(text)
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        throw new Stop(EXIT.usage, `${path}, line ${lines}: ${error.message}; nothing was written`)
      }
    }
  }
  const header = check.header
  if (!check.isEnded || !header) throw new Stop(EXIT.usage, `${path}, line ${lines}: the end is missing; nothing was written`)
  return { header, parts, lines }
}

class FileCheck {
  header: Header | null = null
  isEnded = false
  readonly #hash = runningSha256()
  readonly #rows = new Map<string, number>()
  #check: RowCheck | null = null

  line(text: string): void {
    if (this.isEnded) throw new RangeError('it follows the end')
    const value = parsedLine(text)
    const end = endIn(value)
    if (!this.header || !this.#check) this.#begin(headerIn(value))
    else if (end) this.#end(end, this.header, this.#check)
    else this.#row(rowIn(value, this.header), this.#check)
    if (!this.isEnded) this.#hash.update(`${text}\n`)
  }

  #row(row: TableRow, check: RowCheck): void {
    check.check(row)
    this.#rows.set(row.table, (this.#rows.get(row.table) ?? 0) + 1)
  }

  #begin(header: Header): void {
    refuseOther(header)
    this.header = header
    this.#check = new RowCheck(header, null)
  }

  #end({ rows, sha256 }: End, header: Header, { head }: RowCheck): void {
    this.isEnded = true
    for (const table of new Set([...this.#rows.keys(), ...Object.keys(rows)])) {
      const [found, given] = [this.#rows.get(table) ?? 0, rows[table] ?? 0]
      if (found !== given) throw new RangeError(`the table ${table} has ${found} rows instead of ${given}`)
    }
    if (head !== header.head) throw new RangeError('the log does not end with the head that the header names')
    if (this.#hash.digest() !== sha256) throw new RangeError('the lines before it do not have the SHA-256 that it names')
  }
}
