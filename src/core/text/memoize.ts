/** Bounded memoization by short strings. */

const MOST = 20_000
const LONGEST = 12

/**
 * Memoizes by a string, because words repeat. The cache is emptied at MOST strings. Longer strings are not kept, because the
 * JavaScript engine would keep the whole text of which such a string is a slice. `read` must be pure, and its result must not
 * be modified.
 */
export function memoize<T>(read: (token: string) => T): (token: string) => T {
  const known = new Map<string, T>()
  return (token) => {
    const again = known.get(token)
    if (again !== undefined) return again
    const value = read(token)
    if (token.length > LONGEST) return value
    if (known.size >= MOST) known.clear()
    known.set(token, value)
    return value
  }
}
