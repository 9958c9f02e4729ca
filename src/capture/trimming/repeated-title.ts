import { sameWords } from '../metadata/likeness.ts'
import type { TrimRule } from './trim-rule.ts'

/** How many blocks from the start may repeat the headline. */
const START = 6

/** The headline, which is no part of the body. */
export const repeatedTitle: TrimRule = {
  name: 'repeated-title',
  drops: ({ kind, text }, { index, title }) =>
    title !== null && (index < START || kind === 'heading') && sameWords(text, title),
}
