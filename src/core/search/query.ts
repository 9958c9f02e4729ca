/** The search language: every text is a valid query, and none is a syntax error. */

/** The field of a term: the words of the text, or a part of a claim. */
export const FIELDS = ['text', 'label', 'content', 'source'] as const
export type Field = (typeof FIELDS)[number]

/** Adjacent words. */
export interface Term {
  /** Letters, digits and single spaces, with at least one letter or digit: no operator of a search engine. */
  readonly words: string
  /** True if the last word is a prefix. */
  readonly prefix: boolean
  /** null: any field. */
  readonly field: Field | null
  /** True if results with the term are excluded. */
  readonly excluded: boolean
}

const TERM = new RegExp(`(-?)(?:(${FIELDS.join('|')}):(-?))?(?:"([^"]*)"(\\*?)|(\\S+))`, 'gi')

/**
 * Returns the terms of a query, in order: a word, `"a phrase"`, `begin*`, each after `-` (excluded), after `label:`, `source:`,
 * `content:` or `text:`, or both, in either order. Every other sign separates words, so that `cease-fire` is two adjacent
 * words. A term without a letter or digit is ignored. Curly quotation marks count as straight ones.
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

/** The most terms of a search: each is looked up separately. */
const MOST_TERMS = 12
/** The least number of letters of a prefix: shorter ones match half of all words. */
const LEAST_PREFIX = 2

/** Returns the limit that a search exceeds, as an error message; null if there is none. */
export function excessOf(terms: readonly Term[]): string | null {
  if (terms.length > MOST_TERMS) return `expected at most ${MOST_TERMS} words or phrases, found ${terms.length}`
  const short = terms.find(({ words, prefix }) => prefix && [...(words.split(' ').at(-1) ?? '')].length < LEAST_PREFIX)
  return short ? `expected at least ${LEAST_PREFIX} letters before "*", found "${short.words}*"` : null
}

/** Returns the words in NFC, like stored text, without any sign. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}\p{Co}]+/gu, ' ')
    .trim()
}
