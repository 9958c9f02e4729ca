/** The effect of a change on the words, in a line or two: what stayed, what was cut, and what was put in its place. */
import { type Part, wordParts } from '../../core/diff/word-parts.ts'
import { shortened } from './counts.ts'

/** The part of a change that an excerpt shows. */
interface Shown {
  readonly kinds: readonly string[]
  readonly before: readonly { readonly exact: string }[]
  readonly after: readonly { readonly exact: string }[]
}

/** The words around what changed: a long stretch that stayed is cut in its middle. */
export function around(parts: readonly Part[], room: number): Part[] {
  return parts.map((part, i) => {
    if (part.kind !== 'equal' || part.text.length <= room * 2) return part
    const head = part.text.slice(0, room).replace(/\s+\S*$/, '')
    const tail = part.text.slice(-room).replace(/^\S*\s+/, '')
    const text = i === 0 ? `… ${tail}` : i === parts.length - 1 ? `${head} …` : `${head} … ${tail}`
    return { ...part, text }
  })
}

/** The parts, with `room` characters around what changed. A claim that a newer one overtook is cut whole. */
export function excerptParts({ kinds, before, after }: Shown, room = 60): Part[] {
  const text = (side: Shown['before']) => [...new Set(side.map(({ exact }) => exact))].join(' ')
  const [a, b] = [text(before), text(after)]
  if (kinds.includes('superseded'))
    return [
      { kind: 'delete', text: shortened(a, 150) },
      { kind: 'insert', text: shortened(b, 150) },
    ]
  if (b === '') return [{ kind: 'delete', text: shortened(a, 220) }]
  if (a === '') return [{ kind: 'insert', text: shortened(b, 220) }]
  return around(wordParts(a, b), room)
}
