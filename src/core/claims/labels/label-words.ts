/** Word forms in a label: a past tense as a present tense, a pronoun as the source that it stands for. */
import { BASE_OF_PAST } from '../../lexicon/base-forms.ts'
import { inflectionsOf } from '../../lexicon/inflections.ts'
import type { Token } from '../syntax/token.ts'

/** "closed" → "closes", or "close" for a plural; the word itself if it is no known past tense. */
export function presentTense(token: Token, plural: boolean): string {
  const base = BASE_OF_PAST.get(token.lower)
  if (base === undefined) return token.text
  return plural ? base : ([...inflectionsOf(base)].find(([, form]) => form === 'third')?.[0] ?? token.text)
}

/** "he'll" → "will": the verb in a pronoun's contraction; '' for a form of "be" or "have" that a headline omits. */
export function contractionOf(pronoun: Token, next: Token | undefined): string {
  const [, ending = ''] = /'(\w+)$/.exec(pronoun.lower) ?? []
  if (ending === 'll') return 'will'
  if (ending === 'd')
    return next && /^(?:ed|have|be)$/.test(next.tag) && next.lower !== 'be' && next.lower !== 'have' ? '' : 'would'
  return ''
}

/**
 * Returns the last name of the source if a pronoun that opens the content stands for it, by the source's title: `Mr. Hale said
 * he needs a boat` → "Hale". Null if the sentence leaves the antecedent open.
 */
export function nameOf(pronoun: Token, source: readonly Token[]): string | null {
  const title = /^he(?=$|')/.test(pronoun.lower) ? /^mr\.?$/ : /^she(?=$|')/.test(pronoun.lower) ? /^(?:mrs|ms|miss)\.?$/ : null
  const titled = title ? source.findIndex(({ lower }) => title.test(lower)) : -1
  if (titled < 0) return null
  let last: string | null = null
  for (let at = titled + 1; source[at]?.tag === 'name'; at++) last = source[at]?.text ?? last
  return last
}
