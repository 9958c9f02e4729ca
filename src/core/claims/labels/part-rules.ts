/** Where a part of a phrase begins, or of what follows a verb: an ordered list of rules, each with its example. */
import type { Tag } from '../../lexicon/function-words.ts'
import { isAdjectival, isAdjective } from '../../lexicon/plain-adjectives.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'

/** A `time` is "in May" or "for three years", a `day` "on Monday" or "at 3 a.m.". */
export type PartKind =
  | 'phrase'
  | 'preposition'
  | 'infinitive'
  | 'clause'
  | 'relative'
  | 'participle'
  | 'adverb'
  | 'time'
  | 'day'

/** The token `index` of the input, the one before it and the one after it. */
export interface Reading {
  readonly parsed: ParsedSentence
  readonly tokens: readonly Token[]
  readonly index: number
  /** The last token that was read before, or -1. */
  readonly last: number
  /** The token indices of the open part, and its kind. */
  readonly open: readonly number[]
  readonly kind: PartKind
  readonly word: string
  readonly before: Tag | ''
  readonly next: Tag | ''
  /** The token before is the head of a phrase, or a verb. */
  readonly nominal: boolean
  readonly verbal: boolean
}

/** Returns the kind of the part that the token opens, 'same' if it opens none, 'end' where no part follows. */
type PartRule = (reading: Reading) => PartKind | 'same' | 'end' | null

export const TIME_NOUN =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|quarter|season|spring|summer|autumn|winter|year|decade|century|moment|nightfall|dawn|dusk|midnight|noon|fortnight|christmas|easter)s?$|^centuries$|^(?:1[5-9]|20)\d\d(?:s|-\d\d)?$|^\d{3}0s$/
export const YEAR = /^(?:1[5-9]|20)\d\d$/
const PARTICLE = /^(?:out|up|down|off|back|away|over|in|on|through|apart|aside|together|open|forward|ahead|along|round|around)$/
export const isVerb = ({ groupAt, tokens }: ParsedSentence, at: number): boolean =>
  at >= 0 && (groupAt[at] ?? -1) >= 0 && tag(tokens, at) !== 'subject'
export const isFiniteVerb = (parsed: ParsedSentence, at: number): boolean => {
  const index = parsed.groupAt[at] ?? -1
  if (!isVerb(parsed, at) || parsed.groups[index]?.infinitive !== false) return false
  // "a line owned by the town": a participle is read as no clause
  return parsed.clauses.has(index) || !/^(?:ed|verb)$/.test(tag(parsed.tokens, at))
}
export const isNominal = (parsed: ParsedSentence, at: number): boolean =>
  NOMINAL.has(tag(parsed.tokens, at)) && !isVerb(parsed, at)
const NOMINAL: ReadonlySet<Tag | ''> = new Set<Tag>(['noun', 'name', 'number', 'object', 'time', 'subject'])

/** "that it fails", "the dam that | was closed" */
const that: PartRule = ({ before, nominal, next }) =>
  before === 'preposition'
    ? 'same'
    : nominal && /^(?:be|have|modal|do|verb|ed)$/.test(next)
      ? 'relative'
      : next === 'mark' || next === ''
        ? 'phrase'
        : 'clause'
/** "the man who left", "knows what it means" */
const relative: PartRule = ({ before, nominal, kind }) =>
  /^(?:preposition|ing)$/.test(before) ? 'same' : nominal && kind !== 'clause' ? 'relative' : 'clause'
/** "as many as 40", "was seen as weak", "more than", "whether it fails", "after the vote", "because it failed" */
const subordinator: PartRule = ({ parsed, tokens, index, last, word, verbal }) => {
  const compared = word === 'as' && (verbal || lower(tokens, last - 1) === 'as' || lower(tokens, last - 2) === 'as')
  if (word === 'so' && verbal) return 'phrase'
  // "half as likely to"
  if (word === 'as' && /^(?:half|twice|times)$/.test(lower(tokens, last))) return 'same'
  // "quite as strong as"
  if (word === 'as' && isAdjectival(tokens[index + 1] ?? { lower: '', capital: false })) return 'phrase'
  if (word === 'than' || compared) return 'same'
  if (word === 'as' && /^(?:many|much|few|high|low|soon|well|long|far)$/.test(lower(tokens, index + 1))) return 'phrase'
  if (/^(?:whether|if|how|why|where)$/.test(word)) return 'clause'
  for (let at = index + 1; at < index + 12 && !/^(?:mark|conjunction|)$/.test(tag(tokens, at)); at++)
    if (isFiniteVerb(parsed, at)) return /^(?:unless|until|after|when|before|once)$/.test(word) ? 'relative' : 'end'
  return 'preposition'
}
/** "to mend the dam", "to Leeds", "from 4 to 5%", "due to rain" */
const to: PartRule = ({ parsed, tokens, index, last, before, next, open }) => {
  if (/^(?:due|up|according|thanks|close|addition|prior|relative|compared)$/.test(lower(tokens, last))) return 'same'
  if (isVerb(parsed, index + (next === 'adverb' ? 2 : 1)) || next === 'be') return before === 'be' ? 'same' : 'infinitive'
  // "of $3.05 to $3.20"
  if (before === 'number' && (next === 'number' || /^[$€£¥]$/.test(lower(tokens, index + 1)))) return 'same'
  return /^(?:from|between)$/.test(lower(tokens, open[0] ?? -1)) ? 'same' : 'preposition'
}
/** "using them up", "twice in a row", "late on Friday" */
const fixed: PartRule = ({ tokens, index, last, word, before, next }) => {
  const idiom = word === 'in' && IDIOM.test(lower(tokens, next === 'determiner' ? index + 2 : index + 1))
  const joins = idiom || (before === 'object' && PARTICLE.test(word))
  return joins || (next === 'time' && /^(?:late|early)$/.test(lower(tokens, last))) ? 'same' : null
}
/** "at least 17 people", "half of", "laid off", "one in four", "out of"; else a part of its own. */
const preposition: PartRule = ({ tokens, index, last, word, before, next, verbal, open }) => {
  if (comparesAt(tokens, index) && before !== 'preposition' && before !== 'adverb')
    return verbal || last < 0 ? 'phrase' : 'preposition'
  // "if they voted against"
  if (verbal && /^(?:mark|)$/.test(next)) return 'same'
  if (/^(?:of|per|versus)$/.test(word)) return open.length > 0 && before !== 'time' ? 'same' : 'preposition'
  if (verbal && PARTICLE.test(word)) {
    const object = /^(?:determiner|possessive|object|noun|name|number|ing)$/.test(next)
    return !object && next !== 'time' ? 'adverb' : object && /^(?:off|up|down|out|away)$/.test(word) ? 'phrase' : 'preposition'
  }
  if (/^(?:preposition|conjunction)$/.test(before) && open.length > 0) return 'same'
  const ratio = before === 'number' && /^(?:in|out)$/.test(word) && /^(?:number|preposition)$/.test(next)
  return ratio && !YEAR.test(lower(tokens, index + 1)) ? 'same' : 'preposition'
}
const IDIOM = /^(?:row|total|succession)$/
const BEFORE_TIME: ReadonlySet<string> = new Set(['last', 'next', 'this', 'earlier', 'later', 'late', 'early', 'every'])
/** "Monday", "last night"; "the Monday vote" */
const time: PartRule = ({ tokens, index, last, before, nominal, verbal, open, kind, word }) => {
  const named = tag(tokens, index) === 'time' || (/^(?:late|early)$/.test(word) && tag(tokens, index + 2) === 'time')
  if (!named && !(BEFORE_TIME.has(word) && (tag(tokens, index + 1) === 'time' || TIME_NOUN.test(lower(tokens, index + 1)))))
    return null
  if (open.length === 0) return 'phrase'
  // "the deadline of 4 April"
  if (before === 'number' && /^\d{1,2}$/.test(lower(tokens, last))) return 'same'
  const fresh = (nominal && before !== 'time') || verbal || before === 'adverb'
  return fresh && kind !== 'time' && !BEFORE_TIME.has(lower(tokens, last)) ? 'time' : 'same'
}
/** "sharply", "back"; "unusually heavy", "almost 40" belong to a phrase. */
const adverb: PartRule = ({ tokens, index, word, before, next, nominal, open }) => {
  if (/^(?:likely|unlikely|ago|earlier|later)$/.test(word)) return open.length > 0 ? 'same' : 'phrase'
  const joins = /^(?:determiner|possessive|number|noun|name|object|ed|ing)$/.test(next)
  if (joins && (open.length === 0 || before === 'number' || !nominal)) return 'same'
  if (nominal && comparesAt(tokens, index)) return 'phrase'
  return open.length === 0 || nominal || before === 'ed' ? 'adverb' : 'same'
}
/** "workers | using shovels", "sanctions | imposed in May" */
const participle: PartRule = ({ tokens, index, last, word, next, nominal, kind }) => {
  const formed =
    tag(tokens, index) === 'ed' ||
    (word.endsWith('ing') && /[^aeiou]ing$/.test(word)) ||
    (tag(tokens, index) === 'verb' && next === 'preposition')
  if (
    !formed ||
    !nominal ||
    kind === 'clause' ||
    kind === 'relative' ||
    /['’]s?$/.test(lower(tokens, last)) ||
    isAdjectival(tokens[last] ?? { lower: '', capital: false }) ||
    TIME_NOUN.test(word)
  )
    return null
  // "free credit monitoring"
  if (/^(?:preposition|mark|)$/.test(next) && word.endsWith('ing') && isAdjective(lower(tokens, last))) return null
  if (/^(?:mark|)$/.test(next) && word.endsWith('ing') && !/[^s]s$|^people$/.test(lower(tokens, last))) return null
  const object = /^(?:preposition|to|time|determiner|possessive|number|name|mark|that|)$/.test(next)
  const plural = /[^s]s$|^(?:people|men|women|children|police)$/.test(lower(tokens, last)) && word.endsWith('ing')
  return object || plural ? 'participle' : null
}
/** "told them | they would stay" */
const subject: PartRule = ({ nominal, kind }) => (nominal && kind !== 'clause' ? 'clause' : null)
/** "gave the council | 40 days"; "$40 a barrel", "hardly any", "a record 1.2 billion", "Flight 402" go on. */
const phrase: PartRule = ({ tokens, index, last, word, before, nominal, open, kind }) => {
  if (open.length === 0 || !nominal || /ly$|^(?:least|most|many|much|few)$/.test(lower(tokens, last))) return null
  // "the firm's 26,000 jobs", "six other patients"
  if (/['’]s?$/.test(lower(tokens, last)) || (before === 'number' && word === 'other')) return null
  if (tag(tokens, index) === 'number') {
    // "one of their past 11 matches"
    if (/^(?:past|last|next|first|final|previous|other)$/.test(lower(tokens, last))) return null
    // "off the line two hours before"
    if (TIME_NOUN.test(lower(tokens, index + 1))) return 'phrase'
    const counted = /^(?:a|an|the|another)$/.test(lower(tokens, last - 1))
    return counted || tokens[last]?.capital || /^(?:number|time)$/.test(before) || kind === 'clause' ? null : 'phrase'
  }
  // "near the village an hour later"
  if (TIME_NOUN.test(lower(tokens, index + 1)) && /^(?:ago|later|earlier|before|after)$/.test(lower(tokens, index + 2)))
    return 'time'
  const rate = /^(?:a|an|each)$/.test(word) && (before === 'number' || TIME_NOUN.test(lower(tokens, index + 1)))
  return rate ? null : 'phrase'
}

/** The rules in order for the tag of a token; the first that decides counts. */
const RULES: Readonly<Partial<Record<Tag | '', readonly PartRule[]>>> = {
  that: [that],
  relative: [relative],
  subordinator: [subordinator],
  to: [to],
  preposition: [fixed, preposition],
  time: [time],
  adverb: [time, adverb],
  noun: [time, participle],
  ed: [participle],
  ing: [participle],
  verb: [participle],
  subject: [subject],
  determiner: [time, phrase],
  possessive: [phrase],
  number: [phrase],
  object: [phrase],
}

/** Returns the kind of the part that a token opens; 'same' if it goes on, 'end' if no part follows. */
export function kindAt(reading: Reading): PartKind | 'same' | 'end' {
  for (const rule of RULES[tag(reading.tokens, reading.index)] ?? []) {
    const kind = rule(reading)
    if (kind !== null) return kind
  }
  return 'same'
}
