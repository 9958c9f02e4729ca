import type { CleaningRule } from './cleaning-rule.ts'

/** Boxes beside the article, by their element. */
export const aside: CleaningRule = { name: 'aside', drops: ({ tag }) => tag === 'aside' }
