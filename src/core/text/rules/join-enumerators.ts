/** "1. Close the gate." is one sentence: a number or letter that opens a line belongs to its item. */
import type { JoinRule } from '../boundary.ts'

export const joinEnumerators: JoinRule = ({ text, from, mark }) =>
  text[mark] === '.' && mark - from <= 5 && /^[([]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$/.test(text.slice(from, mark))
