/** Kinds of change as a column keeps them: one bit a kind. */
import { KINDS, type Kind } from '../../core/changes/change.ts'

/** Kinds as the bits of a number, in the order of KINDS. */
export function maskOf(kinds: readonly Kind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << KINDS.indexOf(kind)), 0)
}

export function kindsOfMask(mask: number): Kind[] {
  return KINDS.filter((_, bit) => mask & (1 << bit))
}
