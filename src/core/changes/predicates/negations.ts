/** The words that negate a predicate or a noun: an ordered list of rules. */
import { lower, tag } from '../../claims/words/tokens.ts'
import {
  complementHead,
  type Grammar,
  nextPredicate,
  nounHead,
  predicateBefore,
  predicateHead,
  subjectBefore,
} from './grammar.ts'
import { type Operator, type OperatorRule, OUTRIGHT } from './operator.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const negation = (at: number, past: number, head: number | null, force = OUTRIGHT): Operator | null =>
  head === null ? null : { at, past, head, negates: true, force }

const SCARCELY = set('hardly scarcely barely')
const AUXILIARY = /^(?:be|have|do|modal|subject)$/

/** "did not hold", "is no longer sold", "never", "not guilty", "voted not to sell", "Not one cow drowned" */
const not: OperatorRule = (grammar, at) => {
  const { tokens, groups, groupAt } = grammar
  const word = lower(tokens, at)
  const longer = word === 'no' && lower(tokens, at + 1) === 'longer'
  if (!longer && !SCARCELY.has(word) && !/n't$/.test(word) && !/^(?:not|never|cannot)$/.test(word)) return null
  const past = at + (longer ? 2 : 1)
  const next = lower(tokens, past)
  if (word === 'not' && /^(?:only|just|merely|simply|necessarily|fewer|less|more|later|earlier|least|yet)$/.test(next))
    return next === 'yet' ? negation(at, past + 1, governed(grammar, at, past + 1)) : null
  if (isAlternative(grammar, at) || isAnonymous(grammar, past) || (next === 'a' && lower(tokens, past + 1) === 'few'))
    return null
  return negation(at, past, governed(grammar, at, past), SCARCELY.has(word) || QUANTIFIER.test(next) ? 2.8 : OUTRIGHT)

  function governed({ tokens }: Grammar, at: number, past: number): number | null {
    const group = groups[groupAt[at] ?? -1]
    if (tag(tokens, past) === 'to' && tag(tokens, at - 1) !== 'be') return complementHead(grammar, past)
    if (group) return predicateHead(grammar, group)
    const before = groups[groupAt[at - 1] ?? -1]
    if (before && tag(tokens, before.verb) === 'be') return predicateHead(grammar, before)
    if (QUANTIFIER.test(lower(tokens, past))) return nextPredicate(grammar, past)
    if (tag(tokens, past) === 'preposition' && opensClause(grammar, at)) return nextPredicate(grammar, past)
    return complementHead(grammar, past)
  }
}
const QUANTIFIER = /^(?:everyone|everybody|everything|every|all|many|much|enough|one|a|any|since)$/

/** "may or may not", "whether or not", "less or no" */
const isAlternative = ({ tokens }: Grammar, at: number): boolean =>
  lower(tokens, at - 1) === 'or' || (tag(tokens, at - 1) === 'modal' && lower(tokens, at - 2) === 'or')

/** "asked not to be named", "not authorised to speak" */
const isAnonymous = ({ tokens }: Grammar, at: number): boolean =>
  /^(?:to be|be) (?:named|identified|quoted)|^(?:authori[sz]ed|allowed|permitted) to (?:speak|talk)/.test(
    [0, 1, 2].map((n) => lower(tokens, at + n)).join(' '),
  )

const opensClause = ({ tokens }: Grammar, at: number): boolean =>
  at === 0 || /^(?:mark|quote|conjunction|that)$/.test(tag(tokens, at - 1))

/** "no dam held", "none of them", "saw nothing", "few dams held", "zero dams" */
const negativeNoun: OperatorRule = (grammar, at) => {
  const { tokens, groups, groupAt } = grammar
  const word = lower(tokens, at)
  if (!isNegativeNoun(grammar, at)) return null
  const past = at + (word === 'no' && lower(tokens, at + 1) === 'one' ? 2 : 1)
  const subject = isSubject(grammar, past)
  const alone = past - at === 2 || PRONOUN.has(word) || (tag(tokens, at + 1) === 'preposition' && word !== 'no')
  const verb = groups[groupAt[at - 1] ?? -1] ?? groups[groupAt[at - 2] ?? -1]
  const exists = verb !== undefined && tag(tokens, verb.verb) === 'be' && lower(tokens, verb.from - 1) === 'there'
  const object = verb !== undefined || tag(tokens, at - 1) === 'preposition'
  const operator = negation(at, past, headOf(), SCANT.test(word) ? 2.8 : OUTRIGHT)
  return operator && ZERO.test(word) ? { ...operator, sort: 'zero' } : operator

  function headOf(): number | null {
    const adjunct = tag(tokens, at - 1) === 'preposition' && opensClause(grammar, at - 1)
    if (adjunct && tag(tokens, at + 1) !== 'preposition' && past - at === 1) return invertedHead(grammar, at)
    if (exists) return nounHead(grammar, past)
    if (subject) return nextPredicate(grammar, past)
    if (!alone) return nounHead(grammar, past)
    return object ? predicateBefore(grammar, at) : null
  }
}
const SCANT = /^(?:few|little|scant)$/
const ZERO = /^(?:zero|0)$/

/** "no", "nobody", "few", "zero" before a noun; not "No, it held", "no doubt", "a few", "less or no". */
function isNegativeNoun(grammar: Grammar, at: number): boolean {
  const { tokens } = grammar
  const word = lower(tokens, at)
  if (isAlternative(grammar, at)) return false
  if (SCANT.test(word)) return /^(?:noun|preposition|ed|ing|modal)$/.test(tag(tokens, at + 1)) && !isCounted(grammar, at)
  if (word !== 'no') return ZERO.test(word) || NONE.has(word)
  return tag(tokens, at + 1) !== 'mark' && tag(tokens, at) !== 'name' && !NOT_DENYING.has(lower(tokens, at + 1))
}

const NONE = set('no none nobody nothing neither nowhere no-one')
const PRONOUN = set('none nobody nothing nowhere no-one')
const NOT_DENYING = set('doubt question wonder matter less more fewer later earlier sooner longer')

/** "a few dams", "the little water" */
const isCounted = ({ tokens }: Grammar, at: number): boolean =>
  /^(?:determiner|possessive|number)$/.test(tag(tokens, at - 1)) || /^(?:past|last|next|first)$/.test(lower(tokens, at - 1))

/** True if the noun phrase is the subject of a verb: "no dam | held". */
function isSubject({ tokens, groups, groupAt }: Grammar, from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 14); at++) {
    const group = groups[groupAt[at] ?? -1]
    if (group && group.from >= from) return !group.infinitive
    if (/^(?:that|subordinator|conjunction|to)$/.test(tag(tokens, at)) || /^[,;:.!?]$/.test(lower(tokens, at))) {
      // "Neither the mayor nor her deputy was hurt"
      if (lower(tokens, at) !== 'nor' && lower(tokens, at) !== 'or') return false
    }
  }
  return false
}

/** "Under no circumstances will it be sold" */
function invertedHead(grammar: Grammar, at: number): number | null {
  const noun = nounHead(grammar, at + 1)
  const next = noun === null ? '' : tag(grammar.tokens, noun + 1)
  if (!AUXILIARY.test(next) || next === 'subject') return noun
  // The verb after the subject, or else the auxiliary itself
  return nextPredicate(grammar, (noun ?? at) + 2) ?? nextPredicate(grammar, (noun ?? at) + 1)
}

const forms = (verbs: string) => set(verbs.split(' ').flatMap(formsOf).join(' '))
function formsOf(verb: string): string[] {
  const base = verb.replace(/e$/, '')
  const y = /[^aeiou]y$/.test(verb)
  const past = y ? `${verb.slice(0, -1)}ied` : `${base}ed`
  return [verb, y ? `${verb.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`, past, `${base}ing`]
}

const REFUSING = new Set([
  ...forms('refuse decline fail neglect'),
  ...set('unable unwilling refusal failure inability forgot forgets'),
])
const DENYING = new Set([
  ...forms('deny dispute doubt disbelieve refute'),
  ...set('rebut rebuts rebutted denial denials doubtful'),
])
const DISMISSING = forms('reject dismiss')
const TALK = set(
  'claim claims suggestion suggestions report reports allegation allegations accusation accusations idea notion theory',
)
const STOPPING = new Set([...forms('cease avoid quit'), ...set('stop stops stopped stopping')])
const PREVENTING = new Set([
  ...forms('prevent block prohibit'),
  ...set('bar bars barred ban bans banned stop stops stopped keep keeps kept'),
])

/** "refused to sell", "denied that it fell", "denies wrongdoing", "stopped selling", "banned them from selling" */
const negatingVerb: OperatorRule = (grammar, at) => {
  const { tokens } = grammar
  const word = lower(tokens, at)
  const next = at + 1
  if (REFUSING.has(word))
    return tag(tokens, next) === 'to' && !isAnonymous(grammar, next) ? negation(at, next, complementHead(grammar, next)) : null
  if (DENYING.has(word)) return denying(grammar, at)
  if (DISMISSING.has(word)) {
    let noun = next
    while (/^(?:determiner|possessive|noun|adverb)$/.test(tag(tokens, noun)) && !TALK.has(lower(tokens, noun))) noun++
    return TALK.has(lower(tokens, noun)) && tag(tokens, noun + 1) === 'that'
      ? negation(at, noun + 1, nextPredicate(grammar, noun + 2))
      : null
  }
  if (STOPPING.has(word) && tag(tokens, next) === 'ing') return negation(at, next, next)
  if (!PREVENTING.has(word)) return null
  for (let from = next; from < Math.min(tokens.length, at + 12); from++) {
    if (lower(tokens, from) === 'from' && tag(tokens, from + 1) === 'ing') return negation(at, next, from + 1)
  }
  return null
}

/** "denied that it fell"; not "nobody denied it", "in a dispute over pay" */
function denying(grammar: Grammar, at: number): Operator | null {
  const { tokens, groupAt } = grammar
  const word = lower(tokens, at)
  if (/^(?:no|little|without|not|nobody|none|few|one)$/.test(lower(tokens, at - 1)) || /^(?:mark|)$/.test(tag(tokens, at + 1)))
    return null
  if (/^(?:dispute|doubt)s?$/.test(word) && groupAt[at] === -1) return null
  return negation(at, at + 1, complementHead(grammar, at + 1), /^d(?:oub|isb)/.test(word) ? 2.8 : OUTRIGHT)
}

/** "without paying", "a lack of water", "ran out of water", "free of charge" */
const lacking: OperatorRule = (grammar, at) => {
  const { tokens } = grammar
  const word = lower(tokens, at)
  const next = lower(tokens, at + 1)
  if (word === 'without' || /^(?:lack|lacks|lacked|lacking)$/.test(word)) {
    const past = at + (next === 'of' ? 2 : 1)
    return negation(at, past, tag(tokens, past) === 'ing' ? past : nounHead(grammar, past))
  }
  const phrase =
    /^(?:absence|devoid)$/.test(word) && next === 'of'
      ? 2
      : word === 'out' && next === 'of' && RUN.test(lower(tokens, at - 1))
        ? 2
        : 0
  return phrase > 0 ? negation(at, at + phrase, nounHead(grammar, at + phrase)) : null
}
const RUN = /^(?:run|runs|ran|running|are|is|was|were)$/

/** "is unlikely to hold", "It is impossible to hold", "it is false that it held" */
const denyingAdjective: OperatorRule = (grammar, at) => {
  const force = ADJECTIVES.get(lower(grammar.tokens, at))
  if (force === undefined) return null
  const next = tag(grammar.tokens, at + 1)
  const head = next === 'to' || next === 'that' ? complementHead(grammar, at + 1) : subjectBefore(grammar, at)
  return negation(at, at + 1, head, force)
}
const ADJECTIVES: ReadonlyMap<string, number> = new Map([
  ['unlikely', 2],
  ['improbable', 2],
  ['impossible', OUTRIGHT],
  ['false', OUTRIGHT],
  ['untrue', OUTRIGHT],
])

export const NEGATIONS: readonly OperatorRule[] = [not, negativeNoun, negatingVerb, lacking, denyingAdjective]

const OPENERS: ReadonlySet<string> = new Set([
  ...[NONE, SCARCELY, REFUSING, DENYING, DISMISSING, STOPPING, PREVENTING, ADJECTIVES.keys()].flatMap((words) => [...words]),
  ...'not never cannot few little scant zero 0 without lack lacks lacked lacking absence devoid free out'.split(' '),
])

/** Returns true for a word that may be, or begin, a negation. */
export const mayNegate = (word: string): boolean => OPENERS.has(word) || word.endsWith("n't")
