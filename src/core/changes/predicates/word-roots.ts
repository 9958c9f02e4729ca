/** The root of a word, by which its inflected forms and its derivations meet. */
import { IRREGULAR_VERBS } from '../../lexicon/irregular-verbs.ts'
import { memoize } from '../../text/memoize.ts'
import { stem } from '../../text/stems.ts'

/** "stole", "stolen" → steal */
const BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.flatMap(([base = '', ...forms]): [string, string][] =>
    forms.flatMap((form): [string, string][] => (form && form !== base ? [[form, base]] : [])),
  ),
)

/** "has" and "have", "is" and "was": the verb without an auxiliary. */
const AUXILIARIES: ReadonlyMap<string, string> = new Map([
  ...['be', 'is', 'are', 'was', 'were', 'am', 'been'].map((form): [string, string] => [form, 'be']),
  ...['have', 'has', 'had'].map((form): [string, string] => [form, 'have']),
])

/** Returns the common form of a form of "be" or "have"; null for other words. */
export const auxiliaryOf = (key: string): string | null => AUXILIARIES.get(key) ?? null

/** "stole", "steals" and "stealing" → steal; "approved" and "approval" → approv. */
export const rootOf = memoize((key): string =>
  stem(
    (BASES.get(key) ?? key)
      .replace(/^([dlt])(?:ying|ied|ies)$/, '$1ie')
      .replace(/(?<=[a-z]{4})ors?$/, '')
      .replace(/ss$/, 'ssed'),
  ).replace(/([bdgmnprt]|(?<=[a-z]{4})l)\1$/, '$1'),
)

/** True for the past form or the participle of a verb. */
export const isPast = (key: string): boolean => BASES.has(key) || /\p{L}{2}ed$/u.test(key)

/** Prefixes that turn a word into its opposite. */
const NEGATING_PREFIX = /^(?:un|dis|non|il|ir|im|in)/
const ADJECTIVE = /(?:ble|al|ate|ent|ant|ect|ive|ct|ful|ous|re|ne)$/

/** "illegal" negates "legal", "unable" negates "able"; "inform" does not negate "form". */
export function negatesByPrefix(long: string, short: string): boolean {
  if (!long.endsWith(short) || long.length <= short.length) return false
  const prefix = NEGATING_PREFIX.exec(long)?.[0]
  if (prefix === undefined || short.length <= 3 || long.slice(prefix.length) !== short) return false
  return (prefix !== 'in' && prefix !== 'im') || ADJECTIVE.test(short)
}
