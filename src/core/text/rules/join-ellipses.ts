/** "They waited … and left." is one sentence: three dots before a small letter or inside a quotation end nothing. */
import type { JoinRule } from '../boundary.ts'

export const joinEllipses: JoinRule = ({ text, mark, next }) =>
  (text[mark] === '…' || text.startsWith('...', mark)) && /^["“‘'([]*\p{Ll}/u.test(text.slice(next, next + 4))
