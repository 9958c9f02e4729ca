import type { TrimRule } from './trim-rule.ts'

const SHORTEST = 40

/** A block that stands a second time with the same words. */
export const doubled: TrimRule = {
  name: 'doubled',
  drops: ({ text }, { blocks, index }) => text.length >= SHORTEST && blocks.findIndex((block) => block.text === text) < index,
}
