import type { Block } from '../document/blocks.ts'
import type { TrimRule } from './trim-rule.ts'

const SHORTEST = 40

/** A block that stands a second time with the same words. */
export const doubled: TrimRule = {
  name: 'doubled',
  drops: ({ text }, { blocks, index }) => text.length >= SHORTEST && (firstsOf(blocks).get(text) ?? index) < index,
}

const known = new WeakMap<readonly Block[], ReadonlyMap<string, number>>()

/** Where each text stands first. */
function firstsOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const firsts = known.get(blocks) ?? new Map(blocks.map(({ text }, index): [string, number] => [text, index]).reverse())
  known.set(blocks, firsts)
  return firsts
}
