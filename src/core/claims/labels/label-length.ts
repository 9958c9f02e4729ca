/** The length of a label: it ends after a complete phrase, never inside one. */
import type { Token } from '../syntax/token.ts'

const DANGLING: ReadonlySet<string> = new Set(
  'a an the of in on at by for from with to and or but nor as than that which who whom whose what how why if unless whether because while when where into onto about over under against between among through during after before since until without within toward towards upon despite like is are was were be been being am has have had will would may might could can should must not its their his our your my this these those some any every no another other several many few both more most less so such per via he she they we i very too only almost nearly also likely according due including'.split(
    ' ',
  ),
)

/** Returns true if no label may end with the word; "May" is a month. */
export const isDangling = (word: string): boolean => word !== 'May' && DANGLING.has(word.toLowerCase())

/** A word of a label, its token, and the token's index in the input. */
export interface Kept {
  readonly text: string
  readonly token: Token
  readonly at: number
}

const NOMINAL = /^(?:noun|name|number)$/
const PARTICLE = /^(?:out|up|down|off|in|on|over|back|away)$/
const OBJECT = /^(?:determiner|possessive|object|noun|name|number|quote)$/

/**
 * Returns the number of words of the longest label of at most `longest` and at least `shortest` words that ends a phrase; 0 if
 * there is none. `tokens` is the whole input: the token after the last word shows if a phrase continues. `verb` is the index
 * among the words of the first verb, -1 if there is none.
 */
export function labelLength(
  words: readonly Kept[],
  tokens: readonly Token[],
  verb: number,
  shortest: number,
  longest: number,
): number {
  let fair = 0
  let poor = 0
  for (let length = Math.min(words.length, longest); length >= shortest && length > verb; length--) {
    const last = words[length - 1]
    const ends = tokens[(last?.at ?? 0) + 1]?.tag ?? 'mark'
    if (!last || (isDangling(last.text) && !(last.token.tag === 'that' && ends === 'mark')) || /['’]s?$/.test(last.text))
      continue
    if (opensClause(words, length) || (last.token.tag === 'subject' && ends !== 'mark')) continue
    const next = tokens[last.at + 1]
    // "sees her | boat"
    if (/^(?:it|her|there)$/.test(last.token.lower) && next && !/^(?:mark|conjunction|preposition|to|adverb)$/.test(next.tag))
      continue
    if (next === undefined || !goesOn(last.token, next, tokens[last.at + 2], length - 1 === verb || bare(tokens[last.at - 1])))
      return length
    const apposed = last.token.tag === 'noun' && next.tag === 'name'
    if (next.lower === 'of' && last.token.tag === 'name') poor ||= length
    else if (fair === 0 && (apposed || !NOMINAL.test(next.tag))) fair = length
  }
  return fair || poor
}

/** True for tokens after which a word is a verb, whatever its form. */
const bare = (token: Token | undefined): boolean => token?.tag === 'to' || token?.tag === 'modal'

/** Returns true if the phrase of a word is incomplete, by the token after it. */
function goesOn(last: Token, next: Token, after: Token | undefined, main: boolean): boolean {
  if (next.tag === 'mark') return next.text === '-' || next.text === '&' || next.text === '/'
  if (next.tag === 'quote') return after !== undefined && /^(?:noun|name|ing)$/.test(after.tag) && last.tag !== 'mark'
  if (next.lower === 'of' || next.lower === 'than') return true
  if (next.tag === 'to') return /^(?:verb|ed|noun|ing|be)$/.test(last.tag) && (main || !/s$/.test(last.lower))
  if (NOMINAL.test(last.tag)) {
    if (NOMINAL.test(next.tag) || next.tag === 'ing' || (last.tag === 'number' && next.tag === 'adverb')) return true
    // "They take | the dam": a verb that looks like a noun
    return main && (OBJECT.test(next.tag) || PARTICLE.test(next.lower))
  }
  if (/^(?:verb|ed|ing|do|have)$/.test(last.tag))
    return OBJECT.test(next.tag) || (main && /^(?:preposition|adverb)$/.test(next.tag))
  if (/^(?:adverb|determiner|preposition|possessive)$/.test(last.tag))
    return /^(?:noun|name|number|ed|ing|verb|adverb|determiner)$/.test(next.tag)
  return false
}

/** "as the mayor" of "comes as the mayor | left": a clause begins, and its verb would be cut off. */
function opensClause(words: readonly Kept[], length: number): boolean {
  const last = words[length - 1]?.token.tag === 'that' ? length - 2 : length - 1
  for (let at = last; at > 0; at--) {
    const { tag, lower } = words[at]?.token ?? { tag: 'mark', lower: '' }
    if (/^(?:verb|be|have|modal|do|ed)$/.test(tag)) return false
    if (/^(?:relative|subordinator|that)$/.test(tag) || lower === 'as') return lower !== 'than'
    if (tag === 'to') return false
  }
  return false
}
