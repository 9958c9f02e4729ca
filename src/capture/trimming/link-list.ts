import type { TrimRule } from './trim-rule.ts'

const LONGEST = 200
const SENTENCE = /[.!?…]["”’»)]*$/

/** A block that is nothing but links, unless it is a sentence of some length; and a line that is half a link and no sentence. */
export const linkList: TrimRule = {
  name: 'link-list',
  drops: ({ text, linked, kind }) =>
    (linked >= 0.8 && (kind === 'item' || text.length < 150)) ||
    (linked >= 0.5 && text.length < LONGEST && !SENTENCE.test(text)),
}
