/** What was read of short strings, kept for the next time. */

const MOST = 20_000
const LONGEST = 12

/**
 * The function with a memory: words come again and again. It forgets all at MOST strings, and long ones are not kept: the engine
 * would keep the whole text of which such a string is a slice. `read` must be pure, and its result not written to.
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
