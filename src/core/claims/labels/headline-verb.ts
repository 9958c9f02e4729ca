/** The verb of a label: without auxiliaries that a headline omits, in the present tense for a single event of the past. */
import { baseOfPast, PARTICIPLES } from '../../lexicon/base-forms.ts'
import { COMMON_NOUNS, NOUN_ENDING } from '../../lexicon/common-nouns.ts'
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import { inflectionsOf } from '../../lexicon/inflections.ts'
import { IRREGULAR_VERBS } from '../../lexicon/irregular-verbs.ts'
import type { VerbGroup } from '../syntax/verb-groups.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { headlineWords } from './headline-words.ts'
import { PLURAL } from './label-subject.ts'

/** Past tenses of states and habits: the present would say that they last. */
const STATES: ReadonlySet<string> = new Set(
  (
    'had lived worked owned knew wanted needed believed thought hoped liked loved hated feared employed belonged consisted contained cost ' +
    'depended existed felt seemed appeared looked sounded lay stood sat meant mattered remained resembled served studied taught used wore ' +
    'weighed measured lacked relied resided represented played earned stayed grew averaged numbered totaled totalled ' +
    'included involved lasted wished expected intended planned understood deserved did tended slept'
  ).split(' '),
)
const FUTURES: ReadonlyMap<string, string> = new Map([
  ['would', 'will'],
  ["wouldn't", "won't"],
  ['wouldn’t', 'won’t'],
])

const INTENDS = /^(?:plan|intend|want|expect|need)$/

/** Words that tell of a finished period or a habit, besides years. */
const FINISHED: ReadonlySet<string> = new Set(
  'ago once always often usually never regularly frequently sometimes previously formerly seldom rarely since until while whenever nor'.split(
    ' ',
  ),
)
const YEARS = /^(?:(?:1[5-9]|20)\d\ds?|\d{3}0s)$/
const SPANS: ReadonlySet<string> = new Set(['for', 'over', 'during', 'within', 'throughout'])
const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec.'.split(
    ' ',
  ),
)
const DURATION = /^(?:second|minute|hour|day|week|month|year|decade|season|summer|winter)s$|^(?:long|centuries)$/
/** Verbs whose past and base forms are the same. */
const INVARIANT: ReadonlySet<string> = new Set(IRREGULAR_VERBS.flatMap(([base = '', past]) => (base === past ? [base] : [])))
/** Irregular participles, of which the tags know only some. */
const IRREGULAR: ReadonlySet<string> = new Set(IRREGULAR_VERBS.map(([, past = '', participle = past]) => participle))

/** A verb group with what decides about its form. */
interface HeadlineVerb {
  readonly tokens: readonly Token[]
  readonly group: VerbGroup
  /** The subject is a pronoun or "there". */
  readonly pronoun: boolean
  readonly plural: () => boolean
  /** Its past tense stays. */
  readonly past: () => boolean
  /** Keeps all auxiliaries. */
  readonly full: boolean
  /** Its "would" reports what is to come. */
  readonly future: () => boolean
}

/** Returns the words of the verb group: "was closed" → "closed", "has not opened", "opened" → "opens", "would open" → "will open". */
export function verbWords(input: HeadlineVerb): string[] {
  const words = formed(input)
  const [first = '', second = '', third = ''] = words
  const future = FUTURES.get(first)
  // "said it did not plan to close"
  const intends = first === 'did' && INTENDS.test(words.at(-1) ?? '')
  if (
    (!future && !intends) ||
    UNREAL.test(second || lower(input.tokens, input.group.to)) ||
    third === 'have' ||
    !input.future()
  )
    return words
  return [future ?? (input.plural() ? 'do' : 'does'), ...words.slice(1)]
}
const UNREAL = /^(?:have|like|prefer|rather)$/

function formed(input: HeadlineVerb): string[] {
  const { tokens, group, past, plural, full } = input
  const all: number[] = []
  for (let at = group.from; at < group.to; at++) if (tag(tokens, at) !== 'subject') all.push(at)
  const omits = omitsAuxiliaries(input, all)
  const main = tokens[group.verb]
  const auxiliary = all.some((at) => at < group.verb && AUXILIARY.has(tag(tokens, at)))
  // "Gary Hall, denouncing the levy"
  const participle =
    main?.tag === 'ing' && !auxiliary && tag(tokens, group.from) !== 'subject'
      ? CUE_FORMS.get(main.lower)?.verb.lemma
      : undefined
  if (participle !== undefined && !/ /.test(participle))
    return all.flatMap((at) => (at === group.verb ? [plural() ? participle : third(participle)] : headlineWords(tokens, [at])))
  if (main && !auxiliary && main.tag !== 'be') {
    const changes = !full && !group.infinitive && (main.tag === 'verb' || main.tag === 'ed')
    if (!changes || tag(tokens, group.from) === 'subject' || past()) return all.flatMap((at) => headlineWords(tokens, [at]))
    return all.flatMap((at) => (at === group.verb ? [presentTense(main, plural)] : headlineWords(tokens, [at])))
  }
  const words = headlineWords(
    tokens,
    // "is being built"
    omits ? all.filter((at) => !/^(?:be|have)$/.test(tag(tokens, at)) || lower(tokens, at) === 'being') : all,
  )
  return omits && all.some((at) => /n['’]t$/.test(lower(tokens, at))) ? ['not', ...words] : words
}
const AUXILIARY: ReadonlySet<string> = new Set(['be', 'have', 'modal', 'do'])

/** Returns true if "be" and "have" may go: "gates closed", "Lee leaving"; not "Lee is a painter", "they were alarmed". */
function omitsAuxiliaries({ tokens, group, pronoun, past, full }: HeadlineVerb, all: readonly number[]): boolean {
  const [first, main, next] = [tokens[group.from], tokens[group.verb], tokens[group.to]]
  if (full || pronoun || !first || !main || first.lower === 'be') return false
  const rest = all.filter((at) => at > group.from && at < group.verb)
  const passive = tag(tokens, group.verb - 1) === 'be' || main.tag === 'be'
  if (first.tag === 'have') {
    // "has not opened", "had long been beaten", "has risen"
    const kept =
      rest.some((at) => tag(tokens, at) === 'negation' || /ly$|^long$/.test(lower(tokens, at))) || /n['’]t$/.test(first.lower)
    return (
      !kept &&
      (main.tag === 'be' ? IRREGULAR.has(next?.lower ?? '') : main.tag !== 'have' && (passive || !PARTICIPLES.has(main.lower)))
    )
  }
  if (first.tag !== 'be' || main.tag === 'ing') return first.tag === 'be'
  if (main.tag === 'be') return all.every((at) => tag(tokens, at) !== 'adverb') && isPredicative(tokens, group.to) && !past()
  // "was paid $3m": without "was" the payer
  const object =
    next && (/^(?:determiner|possessive|number|object|name)$/.test(next.tag) || (next.tag === 'noun' && isNoun(next.lower)))
  return (
    (!object || PARTICIPLES.has(main.lower)) && !/^(?:understood|based|located|situated|composed|born|made)$/.test(main.lower)
  )
}

/** An adjective or preposition after "be", as far as the word shows it; a noun needs its verb. */
function isPredicative(tokens: readonly Token[], at: number): boolean {
  const [word, own, next] = [lower(tokens, at), tag(tokens, at), tag(tokens, at + 1)]
  if (own === 'quote' || own === 'negation') return isPredicative(tokens, at + 1)
  if (own === 'adverb') return !/^(?:determiner|number|noun)$/.test(next)
  if (/^(?:preposition|to|ed|ing)$/.test(own)) return !/^(?:about|like|of|over)$/.test(word)
  if (own === 'number') return /^(?:less|more|higher|lower|up|down|bigger|smaller|better|worse)$/.test(lower(tokens, at + 1))
  return IRREGULAR.has(word) || (own === 'noun' && !/^(?:noun|name|number)$/.test(next) && !isNoun(word))
}

/** A word tagged as a noun may be an adjective. */
const isNoun = (word: string): boolean =>
  /[^s]s$|er$/.test(word) || PLURAL.test(word) || COMMON_NOUNS.has(word) || NOUN_ENDING.test(word)

/** "closed" → "closes", "close" for a plural; "cut" → "cuts"; the word itself if it is no known past tense. */
function presentTense(token: Token, plural: () => boolean): string {
  // "dozens unaccounted for"
  if (/^un.+ed$/.test(token.lower)) return token.text
  const base = INVARIANT.has(token.lower) ? token.lower : baseOfPast(token.lower)
  return base === null || plural() ? (base ?? token.text) : third(base)
}

const third = (base: string): string => [...inflectionsOf(base)].find(([, form]) => form === 'third')?.[0] ?? base

/**
 * Returns true if the present would say something else: states and habits, durations, finished periods, and what "I", "we" or
 * "you" did. `from` and `to` bound the clause.
 */
export function keepsPast(tokens: readonly Token[], { verb }: VerbGroup, from: number, to: number): boolean {
  if (STATES.has(lower(tokens, verb))) return true
  let past = false
  for (let at = from; at < to; at++) {
    const word = lower(tokens, at)
    if (at < verb && /^(?:i|we|you)(?:'|$)/.test(word) && tag(tokens, at) === 'subject') return true
    if (at !== verb && (FINISHED.has(word) || (tag(tokens, at) === 'number' && YEARS.test(word)))) return true
    if (word === 'every' && DURATION.test(`${lower(tokens, at + 1)}s`)) return true
    if (at > verb && isDated(tokens, at)) return true
    // "watched as it began to sink"
    if (word === 'as' && at === verb + 1 && tag(tokens, at + 1) === 'subject') return true
    // "came after flames had reached it"
    past ||= at > verb && word === 'after'
    if (past && word === 'had' && /^(?:ed|verb|be|adverb|negation)$/.test(tag(tokens, at + 1))) return true
  }
  return false
}

/** "in March", "when it rained", "before noon", "for three years" */
function isDated(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens, at)
  if (word === 'when' || (word === 'before' && tag(tokens, at + 1) !== 'number')) return true
  return (/^(?:in|since|during)$/.test(word) && MONTHS.has(lower(tokens, at + 1))) || (SPANS.has(word) && lasts(tokens, at + 1))
}

/** "for three years", "over the last two decades" */
function lasts(tokens: readonly Token[], from: number): boolean {
  let at = from
  while (
    at < from + 5 &&
    /^(?:determiner|possessive|number|adverb|noun|ed)$/.test(tag(tokens, at)) &&
    !DURATION.test(lower(tokens, at))
  )
    at++
  return DURATION.test(lower(tokens, at))
}
