/** Which change, and which of its kinds, the words that differ between two wordings are about. */
import type { Evidence, Kind } from '../changes/change.ts'
import { byWeight } from '../changes/weight.ts'
import type { Part } from './word-parts.ts'

/** A change with its place in a list. */
export interface Evident {
  readonly index: number
  readonly kinds: readonly Kind[]
  readonly evidence: readonly Evidence[]
}

export interface About {
  readonly change: number
  readonly kind: Kind
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether the words of some evidence are those that were cut and put, or the other way round. */
export function isEvidenceOf({ before, after }: Pick<Evidence, 'before' | 'after'>, cut: string, put: string): boolean {
  const [a, b] = [plain(before ?? ''), plain(after ?? '')]
  const [was, is] = [plain(cut), plain(put)]
  // Whole words: "may" is not in "mayor".
  const has = (text: string, words: string) => ` ${text} `.includes(` ${words} `)
  return (
    (b !== '' && has(is, b)) || (a !== '' && has(was, a)) || (is.length > 3 && has(b, is)) || (was.length > 3 && has(a, was))
  )
}

/** Kinds whose evidence is a whole claim: those that name words tell more. */
const OF_WHOLE_CLAIMS: readonly Kind[] = ['introduced', 'withdrawn', 'restored', 'superseded', 'split', 'merged', 'moved']

/**
 * For each part the change and the kind whose evidence its words hold; null where it is equal, or where they are no evidence. Where no
 * words are evidence, all of them are about the weightiest kind.
 */
export function aboutWords(parts: readonly Part[], changes: readonly Evident[]): (About | null)[] {
  const all = changes.flatMap(({ index, evidence }) => evidence.map((one) => ({ ...one, change: index })))
  const whole = (kind: Kind) => (OF_WHOLE_CLAIMS.includes(kind) ? 1 : 0)
  const candidates = all.toSorted((a, b) => whole(a.kind) - whole(b.kind))
  const found = parts.map(({ kind, text }, i): About | null => {
    if (kind === 'equal') return null
    const [last, next] = [parts[i - 1], parts[i + 1]]
    const cut = kind === 'delete' ? text : last?.kind === 'delete' ? last.text : ''
    const put = kind === 'insert' ? text : next?.kind === 'insert' ? next.text : ''
    const one = candidates.find((evidence) => isEvidenceOf(evidence, cut, put))
    return one ? { change: one.change, kind: one.kind } : null
  })
  if (found.some((about) => about !== null)) return found
  const [kind] = byWeight(changes.flatMap(({ kinds }) => kinds))
  const change = changes.find(({ kinds }) => kind !== undefined && kinds.includes(kind))
  return parts.map((part) => (part.kind === 'equal' || kind === undefined || !change ? null : { change: change.index, kind }))
}
