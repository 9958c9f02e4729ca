import type { TrimRule } from './trim-rule.ts'

/** A block that is nothing but links, unless it is a sentence of some length. */
export const linkList: TrimRule = {
  name: 'link-list',
  drops: ({ text, linked, kind }) => linked >= 0.8 && (kind === 'item' || text.length < 150),
}
