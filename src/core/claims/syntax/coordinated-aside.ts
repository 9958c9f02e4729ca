/** "the dam — and the wall — held": a pair of dashes about a conjunction does not end what it stands in. */
import type { Range, Token } from '../words/token.ts'

const DASHES: ReadonlySet<string> = new Set(['—', '–', '―', '-', '--'])
export const isDash = (token: Token | undefined): boolean => token !== undefined && DASHES.has(token.text)

/** Returns true if the dash at `at` opens or closes such an aside between `from` and `to`. */
export function inCoordinatedAside(tokens: readonly Token[], at: number, [from, to]: Range): boolean {
  const dashes = tokens.slice(from, to).flatMap((token, n) => (isDash(token) ? [from + n] : []))
  const opening = dashes.findIndex((dash, n) => tokens[dash + 1]?.tag === 'conjunction' && n + 1 < dashes.length)
  return opening >= 0 && (dashes[opening] === at || dashes[opening + 1] === at)
}
