/** The language of searches, in which every text says something and none is a syntax error. */

/** Where a term may look: in the words as they stand, or in a part of a claim. */
export const FIELDS = ['text', 'label', 'content', 'source'] as const
export type Field = (typeof FIELDS)[number]

/** Words that stand next to each other. */
export interface Term {
  /** Letters, digits and single spaces: nothing in it steers a search engine. At least one letter or digit. */
  readonly words: string
  /** The last word is only how it begins. */
  readonly prefix: boolean
  /** null: anywhere. */
  readonly field: Field | null
  /** What has it is left out. */
  readonly excluded: boolean
}

const TERM = new RegExp(`(-?)(?:(${FIELDS.join('|')}):(-?))?(?:"([^"]*)"(\\*?)|(\\S+))`, 'gi')

/**
 * The terms of a query, in order: a word, `"a phrase"`, `begin*`, each after `-` (excluded), after `label:`, `source:`,
 * `content:` or `text:`, or both, in either order. Every other sign parts words, so that `cease-fire` is two words next to each other; what has no
 * letter or digit is left out. Curly quotation marks are as good as straight ones.
 */
export function queryTerms(query: string): Term[] {
  return [...query.replace(/[“”„«»]/g, '"').matchAll(TERM)].flatMap(([, minus, field, inner, phrase, star, word = '']) => {
    const words = plain(phrase ?? word)
    if (!/[\p{L}\p{N}\p{Co}]/u.test(words)) return []
    return {
      words,
      prefix: phrase === undefined ? /[\p{L}\p{N}\p{M}\p{Co}]\*$/u.test(word) : star === '*',
      field: FIELDS.find((name) => name === field?.toLowerCase()) ?? null,
      excluded: minus === '-' || inner === '-',
    }
  })
}

/** So many terms a search has: each is looked up for itself. */
const MOST_TERMS = 12
/** So many letters the beginning of a word has: fewer begin half of all words there are. */
const LEAST_PREFIX = 2

/** What of a search would cost too much, as what is expected instead; null: nothing. */
export function excessOf(terms: readonly Term[]): string | null {
  if (terms.length > MOST_TERMS) return `expected at most ${MOST_TERMS} words or phrases, found ${terms.length}`
  const short = terms.find(({ words, prefix }) => prefix && [...(words.split(' ').at(-1) ?? '')].length < LEAST_PREFIX)
  return short ? `expected at least ${LEAST_PREFIX} letters before "*", found "${short.words}*"` : null
}

/** Composed as stored text is, and without any sign. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}\p{Co}]+/gu, ' ')
    .trim()
}
