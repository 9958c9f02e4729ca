/** The words that one wording has in place of those of another. */
import { LEADING_ABBREVIATIONS } from '../text/abbreviations.ts'
import { wordParts } from './word-parts.ts'

/** The words that were cut and those put in their place; one of them may be ''. */
export interface Replacement {
  readonly before: string
  readonly after: string
}

/** The replacements from `a` to `b` in order. One word that stayed between two of them is told with them, where they are `bridged`. */
export function replacements(a: string, b: string, bridged = true): Replacement[] {
  const parts = wordParts(a, b)
  const found: { before: string; after: string }[] = []
  let open: { before: string; after: string } | null = null
  for (const [i, { kind, text }] of parts.entries()) {
    if (kind === 'equal') {
      const isOneWord = bridged && text.trim() !== '' && !/\s/.test(text.trim())
      const stays: boolean = open === null || !isOneWord || i === parts.length - 1
      if (stays && open) add(open, ...namesEnd(open, text))
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

const NAME_AFTER_STOP = /^\.(?:\s+\p{Lu}[\p{L}\p{M}'’-]*)*/u

/** “Mr” → “Dmitri S” before “. Peskov”: the full stop of an abbreviation and the rest of its name, for each side that has words. */
function namesEnd({ before, after }: Replacement, next: string): [cut: string, put: string] {
  const lastOf = (text: string) => /[\p{L}.]+$/u.exec(text)?.[0].toLowerCase() ?? ''
  const isShort = (text: string) => LEADING_ABBREVIATIONS.has(lastOf(text)) || /(?:^|\s)\p{Lu}$/u.test(text)
  const end = NAME_AFTER_STOP.exec(next)?.[0] ?? ''
  if (end === '' || next === '.' || !(isShort(before) || isShort(after))) return ['', '']
  return [before === '' ? '' : end, after === '' ? '' : end]
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

/** Words with one space around each, for a search of whole ones: "may" is not in "mayor". */
const spaced = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/**
 * The words that a change is about: the words that hold its evidence and stand in the place of others, else the replacement from `a` to `b` that holds the words of its evidence, else the evidence itself,
 * else the first replacement; null where nothing was replaced.
 */
export function replacedWords(a: string, b: string, evidence: Words | null): Words | null {
  const all = replacements(a, b)
  const { before = null, after = null } = evidence ?? {}
  const has = (text: string, words: string | null) => words !== null && spaced(text).includes(spaced(words))
  const holds = (one: Replacement) => has(one.after, after) || has(one.before, before)
  const told = before !== null && after !== null && before.length + after.length < LONGEST ? { before, after } : null
  const single = replacements(a, b, false).find((one) => one.before !== '' && one.after !== '' && holds(one))
  const found = single ?? all.find(holds) ?? told ?? all[0]
  return found ? { before: found.before || null, after: found.after || null } : null
}
