/** The intersection and similarity of two sets of words. */

type Keys = ReadonlySet<string>

/** Returns the common keys, in the order of the first set. */
export const sharedBy = (a: Keys, b: Keys): string[] => [...a].filter((key) => b.has(key))

/** Returns true if the sets have a common key. */
export function shares(a: Keys, b: Keys): boolean {
  for (const key of a) if (b.has(key)) return true
  return false
}

/** 0..1: Dice's coefficient; 0 for two empty sets. */
export const diceSimilarity = (a: Keys, b: Keys): number => (2 * sharedBy(a, b).length) / Math.max(1, a.size + b.size)
