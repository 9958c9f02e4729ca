/** The kind of a character. Common characters need no Unicode tables, which are slow to load and to search. */

export type CharacterKind = 'capital' | 'letter' | 'digit' | 'other'

/** Latin letters and digits for character classes: all that occur in `LATIN_TEXT`. */
export const LATIN_CAPITALS = 'A-ZÀ-ÖØ-Þ'
export const LATIN_LETTERS = 'A-Za-zªµºÀ-ÖØ-öø-ÿ'
export const LATIN_DIGITS = '0-9²³¹¼-¾'

/** Text of Latin-1 with dashes, quotation marks, the ellipsis and the euro sign. It contains no combining mark. */
export const LATIN_TEXT = /^[\0-ÿ\u2010-\u203a€]*$/

/** Returns the kind of the character that begins at an offset; a letter without case is no capital. */
export function characterKind(text: string, at = 0): CharacterKind {
  const code = text.codePointAt(at) ?? 0
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return 'letter'
    if (code >= 0x41 && code <= 0x5a) return 'capital'
    return code >= 0x30 && code <= 0x39 ? 'digit' : 'other'
  }
  if (code >= 0x2010 && code <= 0x203a) return 'other'
  const character = String.fromCodePoint(code)
  if (/\p{Lu}/u.test(character)) return 'capital'
  if (/\p{L}/u.test(character)) return 'letter'
  return /\p{N}/u.test(character) ? 'digit' : 'other'
}
