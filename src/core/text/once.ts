/** What was read of an object, kept for as long as the object lives. */

/** The function with a memory by identity: asked about the same object again, it gives the same answer. Whatever else `read` is given
 * must be the same for the same object, and neither it nor the answer may be written to. */
export function once<K extends object, More extends readonly unknown[], T>(
  read: (key: K, ...more: More) => T,
): (key: K, ...more: More) => T {
  const known = new WeakMap<K, { readonly answer: T }>()
  return (key, ...more) => {
    const again = known.get(key)
    if (again) return again.answer
    const answer = read(key, ...more)
    known.set(key, { answer })
    return answer
  }
}
