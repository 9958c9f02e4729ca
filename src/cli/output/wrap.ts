/** Lines broken at word ends, for a terminal. */
import { stripVTControlCharacters } from 'node:util'

/** The narrowest width that lines are broken for. */
const NARROWEST = 20

/** The least width of a last cell that is continued below itself, in characters. */
const ROOM = 24

/** How far a row that has no room below its last cell is indented further, in characters. */
const ROW = 4

/** The beginning of a line that is not repeated where it continues: its indent and the mark of a list or of a side. */
const START = /^ *(?:[-+•] )?/

/**
 * Breaks a line where it is wider than `width`, in characters; a word that is wider stays whole. Further lines are indented as the last cell of a
 * row is, or else as the words of the line are.
 */
export function wrapped(line: string, width: number): string[] {
  const plain = stripVTControlCharacters(line)
  if (plain.length <= width || width < NARROWEST) return [line]
  const indent = ' '.repeat(indentOf(plain, width))
  const lines: string[] = []
  let current = ''
  let length = 0
  for (const piece of line.match(/ *[^ ]+/g) ?? []) {
    const size = stripVTControlCharacters(piece).length
    if (length + size > width && length > indent.length) {
      lines.push(current)
      current = indent + piece.trimStart()
      length = stripVTControlCharacters(current).length
    } else {
      current += piece
      length += size
    }
  }
  return [...lines, current]
}

/** The start of the last cell; in a row where that has no room, more than the row has itself. */
function indentOf(plain: string, width: number): number {
  const start = START.exec(plain)?.[0].length ?? 0
  const cell = plain.slice(start).lastIndexOf('  ')
  const column = cell === -1 ? start : start + cell + 2
  return column <= width - ROOM ? column : Math.min(start + (cell === -1 ? 0 : ROW), width / 2)
}
