/** Checks the slugs of articles and makes them from titles. */

/** Lower-case words joined by hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** The most characters that a slug may have. */
export const LONGEST_SLUG = 120

export function isSlug(text: string): boolean {
  return SLUG.test(text) && text.length <= LONGEST_SLUG
}

/** The most characters of a slug that is made from a title. */
const LONGEST = 80

/** Letters that Unicode does not decompose. */
const FOLDED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Lower-case ASCII words joined by hyphens, cut at a word: "Zoë's Café: 30 Days" → "zoes-cafe-30-days". Null if no letter or
 * digit of the title has an ASCII form. */
export function slugOf(title: string): string | null {
  const ascii = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => FOLDED[letter] ?? letter)
  const words = ascii.match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`
    if (longer.length > LONGEST) break
    slug = longer
  }
  return slug === '' ? null : slug
}
