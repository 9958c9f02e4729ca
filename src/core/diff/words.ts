/** The difference of two short texts word by word. */
import { diff } from './myers.ts'

export interface Part {
  readonly kind: 'equal' | 'delete' | 'insert'
  readonly text: string
}

/** Words with their inner marks, runs of white space, single other characters: they tile the text. */
const PIECE = /\s+|[\p{L}\p{M}\p{N}]+(?:['’.,:-][\p{L}\p{M}\p{N}]+)*|./gsu

/**
 * Parts whose equal and deleted texts join to `a`, whose equal and inserted texts join to `b`. White space alone between two
 * changes counts as changed, so that a changed phrase stays together. A deletion stands before the insertion that replaces it.
 */
export function wordParts(a: string, b: string): Part[] {
  const [x, y] = [a.match(PIECE) ?? [], b.match(PIECE) ?? []]
  const parts: Part[] = []
  let i = 0
  let [gone, come] = ['', '']
  const flush = () => {
    if (gone !== '') parts.push({ kind: 'delete', text: gone })
    if (come !== '') parts.push({ kind: 'insert', text: come })
    ;[gone, come] = ['', '']
  }
  for (const hunk of [...diff(x, y), { aFrom: x.length, aTo: x.length, bFrom: y.length, bTo: y.length }]) {
    const equal = x.slice(i, hunk.aFrom).join('')
    const last = hunk.aFrom === x.length && hunk.bFrom === y.length
    if (gone + come !== '' && !last && equal.trim() === '') {
      gone += equal
      come += equal
    } else if (equal !== '') {
      flush()
      parts.push({ kind: 'equal', text: equal })
    }
    gone += x.slice(hunk.aFrom, hunk.aTo).join('')
    come += y.slice(hunk.bFrom, hunk.bTo).join('')
    i = hunk.aTo
  }
  flush()
  return parts
}
