/** The kind of a source by its noun phrase: named, unnamed or a document. */
import type { SourceKind } from '../../article.ts'
import { PLAIN_ADJECTIVES } from '../../lexicon/plain-adjectives.ts'
import { BODY_NOUNS, DOCUMENT_NOUNS, PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Range, Token } from '../words/token.ts'
import { isPersonNoun } from './human.ts'

/** A kind, and the rule that determined it. */
export interface KindWithRule {
  readonly kind: SourceKind
  readonly rule: string
}

/**
 * `Ann Lee, the mayor` and `the finance ministry` are named, `two officials briefed on it`, `analysts` and pronouns unnamed,
 * `a report by Lee` is a document. The head decides: the last noun before a comma, a preposition or a relative clause.
 */
export function sourceKind({ tokens }: Pick<ParsedSentence, 'tokens'>, [from, to]: Range): KindWithRule {
  let head = -1
  let name = false
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token) break
    const ends =
      token.tag === 'preposition' ||
      token.tag === 'to' ||
      token.tag === 'relative' ||
      token.tag === 'that' ||
      token.text === ',' ||
      token.text === '(' ||
      token.tag === 'ed'
    if (ends && head >= 0) break
    if (
      token.tag === 'name' ||
      (token.tag === 'noun' && !(head >= 0 && PLAIN_ADJECTIVES.has(token.lower)) && token.lower !== 'close')
    )
      head = at
    if (token.tag === 'name') name = true
  }
  const word = tokens[head]
  if (!word) return { kind: 'unnamed', rule: 'no-noun' }
  if (DOCUMENT_NOUNS.has(word.lower) && (word.tag === 'noun' || head > from)) return { kind: 'document', rule: 'document-noun' }
  if (BODY_NOUNS.has(word.lower)) return { kind: 'named', rule: 'body-noun' }
  if (word.tag === 'name')
    return PEOPLE_NOUNS.has(word.lower) ? { kind: 'unnamed', rule: 'people-noun' } : { kind: 'named', rule: 'name' }
  if (isApposedName(tokens, head + 1, to)) return { kind: 'named', rule: 'apposed-name' }
  // "spokesman Ann Lee" has a name as its head; "two Danish officials" does not.
  return name && /'s$/.test(word.lower) ? { kind: 'named', rule: 'possessive-name' } : { kind: 'unnamed', rule: 'common-noun' }
}

/** Nouns for firms beside which a single name is theirs. */
export const MAKERS =
  /^(?:manufacturer|maker|operator|owner|airline|carrier|company|firm|parent|publisher|developer|supplier|lender|retailer|builder|contractor|brewer|insurer|distributor|charity|newspaper|vendor|provider)$/

/** True for ", Ann Lee," after a noun phrase. */
function isApposedName(tokens: readonly Token[], past: number, to: number): boolean {
  let comma = past
  // "The head of Lorne High, Susan Lyle,"
  if (tokens[past]?.lower === 'of' && isPersonNoun(tokens[past - 1]?.lower ?? ''))
    while (comma < to && tokens[comma]?.text !== ',') comma++
  if (tokens[comma]?.text !== ',') return false
  let at = comma + 1
  while (at < to && (tokens[at]?.tag === 'name' || tokens[at]?.text === '.')) at++
  const role = tokens[past - 1]?.lower ?? ''
  // "his father, Peter,", "the engine's maker, Tarn,"
  const single = at - comma === 2 && (isPersonNoun(role) || MAKERS.test(role))
  return (at - comma > 2 || single) && (at >= to || tokens[at]?.text === ',')
}
