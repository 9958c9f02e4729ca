/** Words in headline form: without most articles, titles and filler adverbs; a mark only where it belongs to a word. */
import type { Token } from '../words/token.ts'

/** Words that are dropped at any place, but for the articles that `keepsArticle` keeps. */
const DROPPED: ReadonlySet<string> = new Set(
  'inc inc. corp corp. ltd ltd. plc cllr a an the very also just really quite now then already currently too even simply mr mr. mrs mrs. ms ms. dr dr.'.split(
    ' ',
  ),
)
/** "a few" is not "few", "a third of voters" is an amount. */
const COUNTED =
  /^(?:few|little|half|third|quarter|fifth|sixth|tenth|dozen|hundred|thousand|million|billion|trillion|number|lot|couple|handful|majority|minority|single|series|range|further|total|combined|bit|while|day|year|week|month)$/
const BEFORE_ARTICLE = /^(?:such|what|half|many|rather|twice|once|as|without|like|than)$/
/** "$40 a barrel", "twice a week" */
const RATE =
  /^(?:day|week|month|year|hour|minute|second|night|season|game|match|head|person|pupil|barrel|share|ton|tonne|litre|liter|gallon|kilo|kilogram|pound|ounce|piece|mile|metre|unit)$/
const DANGLING: ReadonlySet<string> = new Set(
  'a an the of in on at by for from with to and or but nor as than that which who whom whose what if unless whether because while when where into onto about against between among through during since until without within toward towards upon despite are was were been being am has had will would may might could should must its their his our your my these those every we they he she i very too only almost nearly mostly partly largely mainly chiefly primarily especially particularly according due including'.split(
    ' ',
  ),
)

/** Returns true if no label may end with the word; "May" is a month. */
export const isDangling = (word: string): boolean => word !== 'May' && DANGLING.has(word.toLowerCase())

/** Returns the words of the tokens at the indices `at`; tokens without space between them are one word: "A$40", "7.2%". */
export function headlineWords(tokens: readonly Token[], at: readonly number[]): string[] {
  const words: string[] = []
  let last = -2
  for (let order = 0; order < at.length; order++) {
    const index = at[order] ?? -1
    const token = tokens[index]
    if (!token || token.tag === 'quote' || isDropped(tokens, at, order)) continue
    const joined = index === last + 1 && tokens[last]?.end === token.start && words.length > 0
    if (joined) words[words.length - 1] += token.text
    else if (token.tag !== 'mark' || /^[$€£¥&+°#@]$/.test(token.text)) words.push(token.text)
    last = index
  }
  return words
}

function isDropped(tokens: readonly Token[], at: readonly number[], order: number): boolean {
  const index = at[order] ?? -1
  const token = tokens[index]
  if (!token || !DROPPED.has(token.lower)) return false
  if (/^(?:a|an|the)$/.test(token.lower)) {
    // "LEEDS — A ferry sank"
    if (order === 0 && token.tag === 'name') return tokens[index + 1]?.tag === 'noun' && !keepsArticle(tokens, index)
    return token.tag === 'determiner' && !keepsArticle(tokens, index)
  }
  // "Mr. and Mrs. Lee"
  if (/^(?:mr|mrs|ms|dr|inc|corp|ltd|plc|cllr)\b/.test(token.lower))
    return (
      tokens[index + 1]?.tag !== 'conjunction' &&
      !(tokens[index - 1]?.tag === 'conjunction' && /^(?:mr|dr)\b/.test(tokens[index - 2]?.lower ?? ''))
    )
  // "not just", "too weak", "just 40", "just over"
  const [before, next] = [tokens[at[order - 1] ?? -1], tokens[index + 1]]
  if (before?.tag === 'negation' || /n't$/.test(before?.lower ?? '')) return false
  if (token.lower === 'then' && (before?.tag === 'preposition' || before?.lower === 'since')) return false
  if (token.lower === 'too') return next?.tag === 'mark' || next === undefined
  return !(
    /^(?:just|even)$/.test(token.lower) && /^(?:number|determiner|adverb|preposition|subordinator)$/.test(next?.tag ?? '')
  )
}

/** The number of words before an article that are searched for a form of "be". */
const REACH = 4

function keepsArticle(tokens: readonly Token[], index: number): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]]
  if (!token || token.lower === 'the')
    return (
      /^(?:\d{3}0s|only|first|last|other|others|one|ones)$/.test(next?.lower ?? '') ||
      // "This is the hardest decision"
      (tokens[index - 1]?.tag === 'be' && /est$|^(?:best|worst|most)$/.test(next?.lower ?? '')) ||
      // "at the time", "in the past"
      (/^(?:time|moment|past|future|meantime)$/.test(next?.lower ?? '') && tokens[index - 1]?.tag === 'preposition')
    )
  if (COUNTED.test(next?.lower ?? '')) return true
  let before = index - 1
  while (/^(?:adverb|negation|quote)$/.test(tokens[before]?.tag ?? '') && index - before < REACH) before--
  const word = tokens[before]
  // "makes it a crime"
  if (word?.tag === 'object' || word?.lower === 'it') return true
  // "Lee is a painter", "It's a routine"
  if (word?.tag === 'be' || /['’](?:s|re|m)$/.test(word?.lower ?? '') || tokens[index - 1]?.tag === 'negation')
    return word?.tag !== 'noun'
  if (/^(?:became|become|becomes|becoming|remained|remains|remain|called|named)$/.test(word?.lower ?? '')) return true
  return (
    BEFORE_ARTICLE.test(word?.lower ?? '') || (RATE.test(next?.lower ?? '') && /^(?:noun|number|mark)$/.test(word?.tag ?? ''))
  )
}
