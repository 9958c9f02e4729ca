/** How alike two lines are by their words. */

/** Words in lower case, without accents and signs. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/['’‘`´]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

export const sameWords = (a: string, b: string): boolean => {
  const words = plainWords(a).join(' ')
  return words !== '' && words === plainWords(b).join(' ')
}

/** 0 to 1: the Dice coefficient of the words of two lines. */
export function likeness(a: string, b: string): number {
  const [left, right] = [plainWords(a), plainWords(b)]
  if (left.length === 0 || right.length === 0) return 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) {
      common++
      counts.set(word, count - 1)
    }
  }
  return (2 * common) / (left.length + right.length)
}
