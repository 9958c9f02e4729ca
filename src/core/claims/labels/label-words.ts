/** How the words of a claim are told in a label: a past tense as a present one, a pronoun as the source that it stands for. */
import { BASE_OF_PAST } from '../../lexicon/base-forms.ts'
import { inflectionsOf } from '../../lexicon/inflections.ts'
import type { Token } from '../syntax/tokens.ts'

/** "closed" → "closes", or "close" of several; the word as it stands where it is no past tense that is known. */
export function presentTense(token: Token, plural: boolean): string {
  const base = BASE_OF_PAST.get(token.lower)
  if (base === undefined) return token.text
  return plural ? base : ([...inflectionsOf(base)].find(([, form]) => form === 'third')?.[0] ?? token.text)
}

/** "he'll" → "will": what a pronoun's ending stands for; '' for a form of "be" or "have" that a headline leaves out. */
export function contractionOf(pronoun: Token, next: Token | undefined): string {
  const [, ending = ''] = /'(\w+)$/.exec(pronoun.lower) ?? []
  if (ending === 'll') return 'will'
  if (ending === 'd')
    return next && /^(?:ed|have|be)$/.test(next.tag) && next.lower !== 'be' && next.lower !== 'have' ? '' : 'would'
  return ''
}

/**
 * The last name of the source, where a pronoun that opens the content stands for it, as the source's title tells: `Mr. Hale said he
 * needs a boat` → "Hale". Null where the sentence leaves it open who is meant.
 */
export function nameOf(pronoun: Token, source: readonly Token[]): string | null {
  const title = /^he(?=$|')/.test(pronoun.lower) ? /^mr\.?$/ : /^she(?=$|')/.test(pronoun.lower) ? /^(?:mrs|ms|miss)\.?$/ : null
  const titled = title ? source.findIndex(({ lower }) => title.test(lower)) : -1
  if (titled < 0) return null
  let last: string | null = null
  for (let at = titled + 1; source[at]?.tag === 'name'; at++) last = source[at]?.text ?? last
  return last
}
