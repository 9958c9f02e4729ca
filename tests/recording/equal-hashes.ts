/** Sentences whose hashes begin with the same four bytes, found by trying. */
export const EQUAL_SHORT = [30_187, 77_330].map((n) => `The toll on the Ardle bridge rose to ${n} crowns.`) as [string, string]
