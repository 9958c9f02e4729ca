/** What two sets of words have in common. */

type Keys = ReadonlySet<string>

/** What both have, in the order of the first. */
export const sharedBy = (a: Keys, b: Keys): string[] => [...a].filter((key) => b.has(key))

/** Have they something in common? */
export function shares(a: Keys, b: Keys): boolean {
  for (const key of a) if (b.has(key)) return true
  return false
}

/** 0..1: Dice's coefficient; 0 for two empty sets. */
export const diceSimilarity = (a: Keys, b: Keys): number => (2 * sharedBy(a, b).length) / Math.max(1, a.size + b.size)
