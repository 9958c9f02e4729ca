import type { Range } from '../words/token.ts'

/** The indices of a range. */
export function indices([from, to]: Range): number[] {
  const found: number[] = []
  for (let at = from; at < to; at++) found.push(at)
  return found
}
