import { wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  'tag-list taglist tags tag-cloud tagcloud tags-links post-tags entry-tags article-tags topics topic-list keywords categories category-list cat-links post-categories entry-categories hashtags schlagworte themen filed-under'.split(
    ' ',
  ),
)

/** Lists of topics and tags. */
export const topics: CleaningRule = { name: 'topics', most: 0.1, drops: ({ names }) => NAMES.test(names) }
