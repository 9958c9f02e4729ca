/** Verbs that tell an event which came about: past forms and perfects of verbs that are no states and report nothing. */
import { BASE_OF_PAST } from '../../lexicon/base-forms.ts'
import { IRREGULAR_VERBS } from '../../lexicon/irregular-verbs.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { stem } from '../../text/stems.ts'
import type { Token } from './compare-tokens.ts'
import { speechLemma } from './speech.ts'

/** "chosen" → choose: participles that are no past form. */
const BASE_OF_PARTICIPLE: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.flatMap(([base = '', , participle]): [string, string][] => (participle ? [[participle, base]] : [])),
)
const baseOf = (key: string): string | undefined => BASE_OF_PAST.get(key) ?? BASE_OF_PARTICIPLE.get(key)

/** Verbs of states: their past tells how things stood, not that something came about. */
const STATES = new Set(
  (
    'be have live remain stay stand lie sit belong consist contain cost depend exist know own seem appear matter lack need want like love hate fit hold keep ' +
    'wear include involve represent cover face mean measure weigh deserve resemble concern owe possess tend wait work run serve'
  ).split(' '),
)

/** Verbs that tell little by themselves: "has taken its toll". */
const LIGHT = new Set('take make do'.split(' '))

/** What happened, told by a verb of its own: not "took a toll", nor "was to shed" where it is only ahead. */
export const assertsEvent = (words: readonly Token[], others: readonly Token[], text: string): boolean =>
  happened(words, others, text, true, ({ key, start }) => !LIGHT.has(baseOf(key) ?? key) && isAsserted(text, start))

/** Is the verb that begins there told as come about: not "to shed", "may find", "has not found", "wants the toys returned"? */
export const isAsserted = (text: string, start: number): boolean =>
  !NOT_ASSERTED.test(text.slice(Math.max(0, start - 40), start))
const NOT_ASSERTED =
  /(?:\b(?:to|will|would|can|could|may|might|must|should|not|never|no|not been|never been)|n['’]t|\b(?:want|need)(?:s|ed)?(?: \p{L}+){1,3}) $/iu

const NONE: ReadonlySet<string> = new Set()
const stemsOf = memoizeByIdentity((words: readonly Token[]): ReadonlySet<string> => new Set(words.map((w) => stem(w.key))))

/** "was pulled from the water", "came ashore", "has left"; not "said", "lived", nor what the other wording tells too. */
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

/** "has left", "have since been found": a perfect that tells a result. */
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

/** Told of someone's words; what was found or put somewhere came about. */
const reports = (key: string): boolean => {
  const lemma = speechLemma(key)
  return lemma !== null && !/^(find|show|reveal|rule|charge|accuse|confirm|announce|declare)$/.test(lemma)
}
