/** Numbers, lists and shortened texts in words. */

/** "4,000", "1,234.5". */
export const thousands = (number: number): string => String(number).replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, ',')

/** "1 claim", "2 claims". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${thousands(number)} ${number === 1 ? one : many}`

/** "once", "twice", "3 times". */
export const times = (number: number): string => (number === 1 ? 'once' : number === 2 ? 'twice' : `${thousands(number)} times`)

/** "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** Without the full stop at its end, for a text that stands inside a sentence. */
export const unstopped = (text: string): string => text.replace(/(?<!\.)\.$/, '')

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A text of at most so many characters, with a sign where it was cut. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const letters = [...text]
  if (letters.length <= length) return text
  return `${letters
    .slice(0, length - 1)
    .join('')
    .trimEnd()}…`
}
