/** What a claim is about, by its words: names, figures, dates, the other words of content, and its predicate. */

import { mainPredicate } from '../claims/syntax/main-predicate.ts'
import { type Token, tokenize } from '../claims/syntax/tokens.ts'
import { verbGroupsIn } from '../claims/syntax/verb-groups.ts'
import { BASE_OF_PAST } from '../lexicon/base-forms.ts'
import { FUNCTION_WORDS } from '../lexicon/function-words.ts'
import { wordsOf } from '../text/stems.ts'
import { type ArticleClaim, contentFrom } from './standalone-claim.ts'

type Keys = ReadonlySet<string>

export interface Matter {
  readonly names: Keys
  /** Words of content that are neither names nor of a date. */
  readonly words: Keys
  /** The words of its dates. */
  readonly dates: Keys
  /** Numbers, and the words of its dates. */
  readonly figures: Keys
  /** All of these. */
  readonly all: Keys
  /** The verb of the main clause; null where it is an auxiliary or there is none. */
  readonly predicate: string | null
  /** It has a verb, or is told as a whole sentence. */
  readonly isClause: boolean
  /** It leaves open who does it: "to close the pier", "who closed the pier". */
  readonly open: boolean
}

/** Of a claim as told. */
export function matterOf(claim: ArticleClaim): Matter {
  const { statement } = claim.claim
  const from = statement.content[0]?.[0] ?? 0
  const tokens = tokenize(contentFrom(claim))
  const [names, words, dates, numbers] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()]
  const dated = ({ start, end }: Token) => statement.dates.some((date) => date.start <= from + start && from + end <= date.end)
  for (const token of tokens) {
    for (const { key, kind } of wordsOf(BASE_OF_PAST.get(token.lower) ?? token.text)) {
      if (kind === 'number') numbers.add(key)
      else if (kind === 'content' && dated(token)) dates.add(key)
      else if (kind === 'content' && !FUNCTION_WORDS.has(token.lower)) (token.tag === 'name' ? names : words).add(key)
    }
  }
  const groups = verbGroupsIn(tokens)
  const main = groups.length > 0 ? tokens[mainPredicate(tokens, groups, [[0, tokens.length]])] : undefined
  const [verb] = wordsOf(BASE_OF_PAST.get(main?.lower ?? '') ?? main?.text ?? '')
  const [first, second] = tokens.filter(({ tag }) => tag !== 'quote')
  return {
    names,
    words,
    dates,
    figures: new Set([...numbers, ...dates]),
    all: new Set([...names, ...words, ...dates, ...numbers]),
    predicate: verb?.kind === 'content' ? verb.key : null,
    isClause: groups.length > 0 || /[.!?]['"”’]*$/.test(contentFrom(claim)),
    open: OPEN.test(first?.tag ?? '') || (first?.tag === 'that' && VERBAL.test(second?.tag ?? '')),
  }
}

const OPEN = /^(?:to|relative)$/
const VERBAL = /^(?:be|have|do|modal|verb|ed)$/

/** Has the second one nothing of these keys? */
export const lacks = (keys: Keys, { all }: Matter): boolean => [...keys].some((key) => !all.has(key))
