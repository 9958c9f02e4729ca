/** Patterns for lists of names, as credit lines have them: "Ann Lee in Lima, Bo de Ray and Cy Moss/The Post". */

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`
const PARTICLE = '(?:de|del|della|der|di|da|dos|du|van|von|bin|ibn|al|el|la|le|ten|ter|y)'
/** Signs between two names, and the words that join a name to a place or a newsroom. */
const JOIN = String.raw`(?:\s?[,;/|&•–—-]\s?(?:and\s)?|\s(?:and|in|at|for|with|via|from)\s(?:the\s)?)`

/** One name of any length. */
export const PERSON = `${NAME}(?: (?:${NAME}|${PARTICLE}))*`
/** A name of at least two words. */
export const FULL_NAME = `${NAME}(?: ${PARTICLE})*(?: ${NAME})+`

/** Names and places after a first name that fits `first`. */
export const listFrom = (first: string): string => `${first}(?:${JOIN}${PERSON})*`

/** Marks that may stand before and after the words of a line. */
export const OPEN = String.raw`^[\s([*_•|—–-]*`
export const CLOSE = String.raw`[\s)\]*_.|—–-]*$`

/** The words, each with a small or a capital first letter, or in capitals. */
export const anyCase = (words: string): string =>
  `(?:${words
    .split(' ')
    .map((word) => `${word}|${word.charAt(0).toUpperCase()}${word.slice(1)}|${word.toUpperCase()}`)
    .join('|')})`
