/** The words of a sentence for alignment: lower-case stems, with numbers and small words as separate classes. */

import { NUMBER_WORDS } from '../lexicon/numbers.ts'
import { memoize } from './memoize.ts'

/** Letters with inner apostrophes, digits with inner points, commas and colons. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\p{N}+(?:[.,:]\p{N}+)*/gu

/**
 * Words with little content: articles, prepositions, pronouns, auxiliaries, modals and hedges, negation, the most frequent
 * reporting verbs. They count, but lightly, so that two wordings of one claim may differ in them.
 */
const SMALL = new Set(
  (
    'a an the this that these those there here and or but nor so yet if as than then of in on at by for from to into onto with ' +
    'without within about above over under after before between among through during since until up down out off against ' +
    'i me my we us our you your he him his she her hers it its they them their who whom whose which what when where why how ' +
    'am is are was were be been being do does did done have has had having not no never none n’t ' +
    'will would shall should can could may might must ought ' +
    'perhaps probably possibly maybe likely reportedly allegedly apparently appear appeared appears seem seemed seems believed thought ' +
    'understood expected said says say saying told tell tells according added also too very more most less least much many ' +
    'all any some each every both few other such only just still even mr mrs ms dr'
  ).split(' '),
)

const ENDINGS = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ingly',
  'edly',
  'ing',
  'ies',
  'ied',
  'ers',
  'ed',
  'es',
  'er',
  'ly',
  's',
  'e',
  'y',
]
/** Stems are cut to this many letters, so that "predicts" and "prediction" meet. */
const STEM = 7

/** "stoppages" → "stoppag", "stoppage" → "stoppag", "dies" → "d…" is too short and stays "dies". */
export const stem = memoize((word) => {
  const plain = word.replace(/['’]s$/, '')
  if (plain.length < 4) return plain
  const ending = ENDINGS.find((e) => plain.endsWith(e) && plain.length - e.length >= 3)
  return (ending ? plain.slice(0, -ending.length) : plain).slice(0, STEM)
})

export type WordClass = 'content' | 'small' | 'number'

export interface Word {
  readonly key: string
  readonly kind: WordClass
}

/** Returns the tokens of a text that are words or numbers, in order. */
export const tokensOf = (text: string): readonly string[] => text.match(WORD) ?? []

/** Returns the word of a token. */
export const wordOf = memoize((token): Word => {
  const lower = token.toLowerCase().replace('’', "'")
  if (/^\p{N}/u.test(lower) || NUMBER_WORDS.has(lower)) return { key: lower, kind: 'number' }
  if (SMALL.has(lower)) return { key: lower, kind: 'small' }
  return { key: stem(lower), kind: 'content' }
})

/** Returns the words of a text in order. */
export const wordsOf = (text: string): Word[] => tokensOf(text).map(wordOf)

/** Returns the stems of a text's content words, in order. */
export const contentKeys = (text: string): string[] =>
  wordsOf(text).flatMap(({ key, kind }) => (kind === 'content' ? [key] : []))

/** Returns true if a token is a content word. */
export const isContent = memoize((token) => wordsOf(token)[0]?.kind === 'content')

/** Returns the text without case, punctuation and white space: equal for two wordings that differ in typography only. */
export function plainKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
