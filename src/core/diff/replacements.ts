/** The words that one wording has in place of those of another. */
import { wordParts } from './word-parts.ts'

/** The words that were cut and those put in their place; one of them may be ''. */
export interface Replacement {
  readonly before: string
  readonly after: string
}

/** The replacements from `a` to `b` in order. One word that stayed between two of them is told with them. */
export function replacements(a: string, b: string): Replacement[] {
  const parts = wordParts(a, b)
  const found: { before: string; after: string }[] = []
  let open: { before: string; after: string } | null = null
  for (const [i, { kind, text }] of parts.entries()) {
    if (kind === 'equal') {
      const isOneWord = text.trim() !== '' && !/\s/.test(text.trim())
      const stays: boolean = open === null || !isOneWord || i === parts.length - 1
      if (stays) open = null
      else if (open) open = add(open, text, text)
    } else {
      if (open === null) {
        open = { before: '', after: '' }
        found.push(open)
      }
      add(open, kind === 'delete' ? text : '', kind === 'insert' ? text : '')
    }
  }
  return found
    .map(({ before, after }) => ({ before: tidy(before), after: tidy(after) }))
    .filter(({ before, after }) => before !== after)
}

function add(open: { before: string; after: string }, cut: string, put: string) {
  open.before += cut
  open.after += put
  return open
}

/** Without the marks that only join it to what stands around it. */
const tidy = (text: string) =>
  text
    .trim()
    .replace(/^, |,$/g, '')
    .replace(/(\p{L}{4})\.$/u, '$1')

interface Words {
  readonly before: string | null
  readonly after: string | null
}

/** Longer evidence is a whole sentence and tells a reader nothing. */
const LONGEST = 90

/**
 * The words that a change is about: the replacement from `a` to `b` that holds the words of its evidence, else the evidence itself,
 * else the first replacement; null where nothing was replaced.
 */
export function replacedWords(a: string, b: string, evidence: Words | null): Words | null {
  const all = replacements(a, b)
  const { before = null, after = null } = evidence ?? {}
  const holds = (one: Replacement) =>
    (after !== null && one.after.includes(after)) || (before !== null && one.before.includes(before))
  const told = before !== null && after !== null && before.length + after.length < LONGEST ? { before, after } : null
  const found = all.find(holds) ?? told ?? all[0]
  return found ? { before: found.before || null, after: found.after || null } : null
}
