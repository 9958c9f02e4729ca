import { wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  (
    'comment comments commentlist comment-list comment-form comments-area comment-respond respond disqus disqus-thread fb-comments livefyre kommentar kommentare leserkommentare commentaires comentarios ' +
    'discussion replies reply feedback forum-post'
  ).split(' '),
)

/** Comments of readers. */
export const comments: CleaningRule = { name: 'comments', most: 0.8, drops: ({ names }) => NAMES.test(names) }
