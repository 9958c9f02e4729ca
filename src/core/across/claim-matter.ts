/** The subject matter of a claim as sets of words: names, figures, dates, other content words, and the predicate. */

import { mainPredicate } from '../claims/syntax/main-predicate.ts'
import { type VerbGroup, verbGroupsIn } from '../claims/syntax/verb-groups.ts'
import type { Token } from '../claims/words/token.ts'
import { tokenize } from '../claims/words/tokens.ts'
import { BASE_OF_PAST } from '../lexicon/base-forms.ts'
import { FUNCTION_WORDS } from '../lexicon/function-words.ts'
import { wordsOf } from '../text/stems.ts'
import { type ArticleClaim, contentFrom } from './standalone-claim.ts'

type Keys = ReadonlySet<string>

export interface Matter {
  readonly names: Keys
  /** Content words that are neither names nor parts of a date. */
  readonly words: Keys
  /** The words of the claim's dates. */
  readonly dates: Keys
  /** Numbers, and the words of the dates. */
  readonly figures: Keys
  /** The union of all of the above. */
  readonly all: Keys
  /** The verb of the main clause; null where it is an auxiliary or there is none. */
  readonly predicate: string | null
  /** True if the claim has a verb or forms a whole sentence. */
  readonly isClause: boolean
  /** True if the claim does not name its actor: "to close the pier", "who closed the pier". */
  readonly open: boolean
}

/** Returns the matter of a standalone claim. */
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
  return {
    names,
    words,
    dates,
    figures: new Set([...numbers, ...dates]),
    all: new Set([...names, ...words, ...dates, ...numbers]),
    predicate: predicateOf(tokens, groups),
    isClause: groups.length > 0 || /[.!?]['"”’]*$/.test(contentFrom(claim)),
    open: lacksActor(tokens),
  }
}

function predicateOf(tokens: readonly Token[], groups: readonly VerbGroup[]): string | null {
  if (groups.length === 0) return null
  const main = tokens[mainPredicate(tokens, groups, [[0, tokens.length]])]
  const [verb] = wordsOf(BASE_OF_PAST.get(main?.lower ?? '') ?? main?.text ?? '')
  return verb?.kind === 'content' ? verb.key : null
}

function lacksActor(tokens: readonly Token[]): boolean {
  const [first, second] = tokens.filter(({ tag }) => tag !== 'quote')
  return OPEN.test(first?.tag ?? '') || (first?.tag === 'that' && VERBAL.test(second?.tag ?? ''))
}

const OPEN = /^(?:to|relative)$/
const VERBAL = /^(?:be|have|do|modal|verb|ed)$/

/** Returns true if at least one of the keys is missing from the second matter. */
export const lacks = (keys: Keys, { all }: Matter): boolean => [...keys].some((key) => !all.has(key))
