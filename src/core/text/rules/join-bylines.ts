/** `“We lost all.” — Ann Lee, mayor`: a dash and a name after a quotation end its sentence. */
import type { JoinRule } from '../boundary.ts'

const BYLINE = /^[—–―-]{1,2}\s*\p{Lu}[^.!?“”"]{2,80}$/u

export const joinBylines: JoinRule = ({ text, end, next }) =>
  /["”’»']/.test(text[end - 1] ?? '') && /^[—–―-]/.test(text[next] ?? '') && BYLINE.test(text.slice(next, next + 90).trimEnd())
