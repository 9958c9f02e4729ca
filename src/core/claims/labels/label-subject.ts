/** The subject of a label: its number, and the name that stands for a pronoun. */
import { GENDERED_NAMES } from '../../lexicon/titles.ts'
import type { Token } from '../words/token.ts'

export const PLURAL =
  /^(?:people|police|men|women|children|they|we|i|you|them|those|these|both|half|several|few|many|most|others|some|all|mps|data|cattle|teeth|feet|staff|lawmakers|wolves|geese|mice|thieves|wives|lives|knives|calves|policemen|gunmen|firemen|fishermen|businessmen|jurymen)(?:'|$)/
/** Singular nouns that end in s. */
const SINGULAR =
  /^(?:news|politics|economics|athletics|mathematics|physics|gymnastics|series|species|measles|diabetes|chaos|gas|bus|virus|campus|census|consensus|status|bonus|corps|lens|canvas|atlas|christmas|headquarters|tennis|crossroads|mumps|rabies|texas|arkansas|paris|brussels|athens|wales|states|netherlands|philippines|nations|olympics)$|(?:ss|us|is)$/
/** Heads that count what follows "of". */
const QUANTITY =
  /^(?:half|third|quarter|fifth|two-thirds|three-quarters|most|some|all|none|majority|number|couple|dozens?|hundreds?|thousands?|millions?|rest|lots?|handful|few|many|both|several|%|percent|cent)$/

/** Returns true if a verb after the noun phrase is plural: "talks", "Lee and Roe", "half of the voters". */
export function isPluralSubject(phrase: readonly Token[]): boolean {
  const first = phrase[0]?.lower ?? ''
  const joint = phrase.some(({ lower }) => lower === 'and')
  if (/^(?:neither|either|each|every|one|1)$/.test(first) || (!joint && /^(?:he|she|it|this|that)(?:'|$)/.test(first)))
    return false
  if (PLURAL.test(first) && phrase[0]?.tag !== 'noun' && !/^(?:all|some|most)$/.test(first)) return true
  const of = phrase.findIndex(({ lower }, at) => at > 0 && lower === 'of')
  if (of < 0) return joint || isPluralHead(phrase)
  const head = phrase.slice(0, of)
  const last = head.at(-1)?.lower ?? ''
  if (first !== 'the' && (QUANTITY.test(last) || last.endsWith('%'))) return isPluralHead(phrase.slice(of + 1))
  return head.some(({ lower }) => lower === 'and') || head.at(-1)?.tag === 'number' || isPluralHead(head)
}

const AFTER = /^(?:familiar|responsible|available|eligible|involved|alike|present|concerned)$/

function isPluralHead(head: readonly Token[]): boolean {
  const until = head.findIndex(
    ({ tag, text }, at) => at > 0 && (/^(?:preposition|relative|that|to)$/.test(tag) || text === ','),
  )
  const phrase = until > 0 ? head.slice(0, until) : head
  // "two people familiar with the talks"
  const noun = phrase.findLast(
    ({ tag, lower }) => /^(?:noun|name|number|object|subject|ing|ed)$/.test(tag) && !AFTER.test(lower),
  )
  if (!noun) return /^(?:most|some|all)$/.test(head[0]?.lower ?? '')
  if (PLURAL.test(noun.lower) || SINGULAR.test(noun.lower)) return PLURAL.test(noun.lower)
  if (noun.tag === 'number') return !/^(?:one|1)$|-old$|^[$€£¥]|%$/.test(noun.lower)
  if (noun.tag !== 'name') return noun.lower.endsWith('s')
  // "Democrats", "the Greens"
  const named = head[0]?.lower === 'the' && phrase.filter(({ tag }) => tag === 'name').length === 1
  return /(?:icans|crats|ians|ists|ers|eans)$/.test(noun.lower) || (named && /[^s]s$/.test(noun.lower))
}

/**
 * Returns the last name of the source if a pronoun that opens the content stands for it, by the source's title: `Mr. Hale said
 * he needs a boat` → "Hale". Null if the sentence leaves the antecedent open.
 */
export function nameOf(pronoun: Token, source: readonly Token[]): string | null {
  const title = /^he(?=$|['’])/.test(pronoun.lower)
    ? /^mr\.?$/
    : /^she(?=$|['’])/.test(pronoun.lower)
      ? /^(?:mrs|ms|miss)\.?$/
      : null
  const gender = /^she/.test(pronoun.lower) ? 'she' : 'he'
  const titled = title
    ? source.findIndex(({ lower, tag }) => title.test(lower) || (tag === 'name' && GENDERED_NAMES.get(lower) === gender))
    : -1
  if (titled < 0 || source.some(({ lower }) => lower === 'and')) return null
  let last: string | null = null
  for (let at = titled + 1; source[at]?.tag === 'name'; at++) last = source[at]?.text ?? last
  return last
}

/** "he'll" → "will": the verb in a pronoun's contraction; none for a form of "be" or "have" that a headline omits. */
export function contractionOf(pronoun: Token, next: Token | undefined): string[] {
  const [, ending = ''] = /['’](\w+)$/.exec(pronoun.lower) ?? []
  if (ending === 'll') return ['will']
  return ending === 'd' && !/^(?:ed|have)$/.test(next?.tag ?? '') ? ['would'] : []
}
