/** Verbs that report an event: past forms and perfects of verbs that are neither states nor reporting verbs. */
import { BASE_OF_PAST } from '../../lexicon/base-forms.ts'
import { IRREGULAR_VERBS } from '../../lexicon/irregular-verbs.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { stem } from '../../text/stems.ts'
import type { Token } from './compare-tokens.ts'
import { speechLemma } from './speech.ts'

/** "chosen" → choose: participles that differ from the past form. */
const BASE_OF_PARTICIPLE: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.flatMap(([base = '', , participle]): [string, string][] => (participle ? [[participle, base]] : [])),
)
const baseOf = (key: string): string | undefined => BASE_OF_PAST.get(key) ?? BASE_OF_PARTICIPLE.get(key)

/** Verbs of states: their past describes a state and not an event. */
const STATES = new Set(
  (
    'be have live remain stay stand lie sit belong consist contain cost depend exist know own seem appear matter lack need want like love hate fit hold keep ' +
    'wear include involve represent cover face mean measure weigh deserve resemble concern owe possess tend wait work run serve'
  ).split(' '),
)

/** Verbs with little meaning of their own: "has taken its toll". */
const LIGHT = new Set('take make do'.split(' '))

/** Returns true if a full verb asserts an event: not "took a toll", and not "was to shed", which is only planned. */
export const assertsEvent = (words: readonly Token[], others: readonly Token[], text: string): boolean =>
  happened(words, others, text, true, ({ key, start }) => !LIGHT.has(baseOf(key) ?? key) && isAsserted(text, start))

/**
 * Returns true if the verb at `start` is asserted to have happened: not "to shed", "may find", "has not found", "wants the toys
 * returned".
 */
export const isAsserted = (text: string, start: number): boolean =>
  !NOT_ASSERTED.test(text.slice(Math.max(0, start - 40), start))
const NOT_ASSERTED =
  /(?:\b(?:to|will|would|can|could|may|might|must|should|not|never|no|not been|never been)|n['’]t|\b(?:want|need)(?:s|ed)?(?: \p{L}+){1,3}) $/iu

const NONE: ReadonlySet<string> = new Set()
const stemsOf = memoizeByIdentity((words: readonly Token[]): ReadonlySet<string> => new Set(words.map((w) => stem(w.key))))

/**
 * Returns true for events such as "was pulled from the water", "came ashore", "has left"; not for "said" or "lived", nor for a
 * verb that the other wording has too.
 */
export function happened(
  words: readonly Token[],
  others: readonly Token[],
  text: string,
  participles = true,
  counts: (word: Token) => boolean = () => true,
): boolean {
  const there = others.length === 0 ? NONE : stemsOf(others)
  return words.some((word) => {
    const { key, start } = word
    const base = (participles ? baseOf(key) : BASE_OF_PAST.get(key)) ?? (endsInEd(key) ? key : null)
    if (base === null || STATES.has(base) || reports(key) || there.has(stem(key))) return false
    return !/\b(a|an|the|his|her|its|their|of|by|been not) $/i.test(text.slice(Math.max(0, start - 8), start)) && counts(word)
  })
}

const endsInEd = (key: string): boolean => key.endsWith('ed') && /\p{L}\p{L}ed$/u.test(key)

/** Returns true for a perfect that states a result: "has left", "have since been found". */
export const perfect = (words: readonly Token[], text: string): boolean =>
  words.some(({ key, start }) => {
    const base = baseOf(key) ?? (/\p{L}{2,}e[dn]$/u.test(key) ? key : null)
    return (
      base !== null &&
      !STATES.has(base) &&
      !reports(key) &&
      /\b(has|have|had)( (now|since|already|all|both))?( been)? $/i.test(text.slice(Math.max(0, start - 20), start))
    )
  })

/** Returns true for verbs that report someone's words. Verbs such as "found" or "announced" count as events. */
const reports = (key: string): boolean => {
  const lemma = speechLemma(key)
  return lemma !== null && !/^(find|show|reveal|rule|charge|accuse|confirm|announce|declare)$/.test(lemma)
}
