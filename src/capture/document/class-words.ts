/** The words of an element's names: its classes, id and role, in lower case, cut at capitals and signs. */

const ATTRIBUTES = [
  'class',
  'id',
  'role',
  'itemprop',
  'data-component',
  'data-testid',
  'data-module',
  'data-type',
  'data-qa',
  'aria-label',
] as const

/** For example " share-bar article-share " for class="shareBar articleShare"; always with a space at both ends. */
export function classWords(element: Element, attributes: readonly string[] = ATTRIBUTES): string {
  let words = ' '
  for (const name of attributes) {
    const value = element.getAttribute(name)?.slice(0, 300)
    // Many ids are random letters, which mean nothing where they are cut.
    if (value) words += `${name === 'id' ? value : value.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')} `
  }
  return words
    .toLowerCase()
    .replace(/[^\p{L}\d\s]+/gu, '-')
    .replace(/\s+/g, ' ')
}

/** Tests whether one of `words` stands in the names of an element, as a whole word between hyphens. */
export function wordsPattern(words: readonly string[]): RegExp {
  return new RegExp(`[ -](?:${words.join('|')})(?=[ -])`)
}

/** As `wordsPattern`, for words that mean something else inside a longer name. */
export function wholeNamesPattern(words: readonly string[]): RegExp {
  return new RegExp(` (?:${words.join('|')})(?= )`)
}
