import { wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  (
    'byline bylines dateline author authors author-bio author-box authorbox author-info about-author about-the-author contributor contributors writer posted-on posted-by post-meta ' +
    'entry-meta article-meta meta-info postmeta post-info article-info published publish-date published-date publication-date date datetime timestamp time-stamp pubdate entry-date post-date updated last-updated ' +
    'autor autoren verfasser datum datepublished datemodified kicker eyebrow'
  ).split(' '),
)

/** Bylines, dates and boxes about the author. */
export const bylineBox: CleaningRule = {
  name: 'byline',
  most: 0.12,
  drops: ({ tag, names }) => tag === 'time' || NAMES.test(names),
}
