/** The rules that end a content, in order. */

import { CUE_FORMS, CUE_PHRASES } from '../../lexicon/cue-forms.ts'
import type { VerbForm } from '../../lexicon/inflections.ts'
import { OCCASIONS } from '../../lexicon/occasions.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { joinsAdjectives } from '../words/paired-adjectives.ts'
import type { Token } from '../words/token.ts'
import type { Complement } from './clause.ts'
import { inCoordinatedAside, isDash } from './coordinated-aside.ts'
import { clauseFollows, isFiniteVerb, isPastCue, listGoesOn } from './lookahead.ts'

export interface Place {
  readonly parsed: ParsedSentence
  readonly start: number
  readonly at: number
  readonly token: Token
  readonly next: Token | undefined
  readonly kind: Complement
  /** The cue stands in a clause before the main one or in a relative clause: "While he says it rained, …". */
  readonly inside: boolean
  /** A relative pronoun or "that" has opened a clause inside the content. */
  readonly embedded: boolean
  /** Brackets opened inside the content. */
  readonly depth: number
  /** The form of the cue. */
  readonly form: VerbForm
  /** The cue stands in a relative clause: "voters who support Lee are few". */
  readonly relative: boolean
}
type StopRule = (place: Place) => boolean

const isCue = (token: Token | undefined): boolean =>
  token !== undefined && token.tag !== 'name' && (CUE_FORMS.has(token.lower) || CUE_PHRASES.has(token.lower))

const SEMICOLON: StopRule = ({ token }) => token.text === ';' || token.lower === 'according'
const CLOSING_BRACKET: StopRule = ({ token, depth }) => token.text === ')' && depth === 0
const DASH: StopRule = ({ parsed, start, at, token, next, kind }) =>
  isDash(token) &&
  (next?.tag === 'determiner' ||
    next?.lower === 'but' ||
    next?.tag === 'subordinator' ||
    (kind === 'phrase' && !inCoordinatedAside(parsed.tokens, at, [start, parsed.end])))
const INSIDE: StopRule = ({ token, inside }) => inside && token.text === ','
/** ", which", ", while", ", saying" */
const COMMA_CLAUSE: StopRule = ({ parsed, start, at, token, next, kind, form }) => {
  if (token.text !== ',' || !next) return false
  if (next.lower === 'which' || next.lower === 'whereas') return !isPossible(parsed, at, kind)
  if (next.lower === 'while') return !isBackshifted(parsed, start, at + 2)
  if (/^(?:although|though)$/.test(next.lower)) return isPresent(parsed, at + 2, form)
  if (next.tag === 'determiner' && (JUDGED.test(parsed.tokens[at + 2]?.lower ?? '') || isContact(parsed, at + 2))) return true
  if (next.tag === 'ing' && isCue(next)) return true
  if (isLater(parsed, start, at + 1)) return true
  if (next.lower === 'as' && isReport(parsed.tokens, at + 2)) return true
  if (kind !== 'clause') return false
  // ", called it a loss and left"
  const third = parsed.tokens[at + 2]
  if (next.tag === 'ed' && isPastCue(next)) return opensObject(third)
  if (next.tag !== 'conjunction' || next.lower === 'or') return false
  // ", but also dry", ", but that it leaked", "not just old, but weak"
  if (next.lower === 'but' && opensPair(parsed.tokens, start, at)) return false
  if (next.lower === 'but') return !/^(?:adverb|negation|that)$/.test(third?.tag ?? '')
  return anotherSpeaks(parsed.tokens, at + 2) || happened(parsed, start, at + 2)
}
/** ", hours after the office declared him the winner": a time that the author tells; not "after it had rained". */
function isLater({ tokens, clauses, groups }: ParsedSentence, start: number, at: number): boolean {
  const opener = [1, 2, 3].find((step) => /^(?:after|before)$/.test(tokens[at + step]?.lower ?? ''))
  if (opener === undefined || !/^(?:hours?|days?|weeks?|months?|years?|minutes?)$/.test(tokens[at + opener - 1]?.lower ?? ''))
    return false
  const later = [...clauses.values()].find(({ from }) => from === at + opener + 1)
  const first = [...clauses.values()].find(({ group }) => (groups[group]?.from ?? 0) >= start)
  const past = (index: number) => tokens[groups[index]?.from ?? -1]?.lower ?? ''
  return later !== undefined && first !== undefined && past(first.group) === 'had' && past(later.group) !== 'had'
}
/** "said a grower would get $640, | while lawyers would collect": both clauses are told in the same tense. */
function isBackshifted({ clauses, groups, tokens }: ParsedSentence, start: number, at: number): boolean {
  const would = (from: number) => {
    const clause = [...clauses.values()].find((one) => one.from >= from && one.from <= from + 1)
    const group = groups[clause?.group ?? -1]
    return group !== undefined && /^(?:would|could|might|had)$/.test(tokens[group.from]?.lower ?? '')
  }
  return would(start) && would(at)
}
/** ", although tests have yet to prove it", ", although it denies this": what holds now of somebody else, the author tells. */
function isPresent({ clauses, groups, tokens }: ParsedSentence, from: number, form: VerbForm): boolean {
  const clause = [...clauses.values()].find((one) => one.from === from)
  const verb = tokens[groups[clause?.group ?? -1]?.from ?? -1]
  if (verb === undefined || CUE_FORMS.get(verb.lower)?.form === 'third') return verb !== undefined
  const pronoun = tokens[clause?.subject?.[0] ?? -1]?.tag === 'subject'
  return !pronoun && (/^(?:third|base)$/.test(form) || /^(?:is|are|has|have)$/.test(verb.lower))
}
/** "a condition | the owners have accepted": a clause begins directly after a noun of at most three words. */
const isContact = ({ clauses, tokens }: ParsedSentence, noun: number): boolean =>
  [...clauses.values()].some(
    ({ kind, from, subject }) =>
      kind === 'relative' && subject?.[0] === from && from > noun && from <= noun + 3 && HEAD.test(tokens[from - 1]?.tag ?? ''),
  )
const HEAD = /^(?:noun|ing)$/
/** "not only", "not just" in [from, to) */
const opensPair = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(({ lower }, at) => lower === 'not' && /^(?:only|just|merely|simply)$/.test(tokens[from + at + 1]?.lower ?? ''))

/** "…, a charge denied by officials": the article's own word for the content. */
const JUDGED =
  /^(?:charge|claim|allegation|accusation|suggestion|assertion|statement|comment|remark|figure|view|move|decision|prediction)$/

const opensObject = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:determiner|possessive|object|name|that)$/.test(token.tag)
/** "warned that it could fail, and its shares fell": behind what may come stands what came. */
function happened({ clauses, groups, tokens }: ParsedSentence, start: number, at: number): boolean {
  const modal = (index: number) => {
    const { from = 0, to = 0 } = groups[index] ?? {}
    return tokens.slice(from, to).some(({ tag, lower }) => tag === 'modal' && lower !== 'must')
  }
  const read = [...clauses.values()]
  const own = read.find(({ from, subject }) => from === at && subject !== null)
  const first = read.find(({ group }) => (groups[group]?.from ?? 0) >= start)
  const verb = tokens[groups[own?.group ?? -1]?.from ?? -1]
  const told = /^(?:verb|ed)$/.test(verb?.tag ?? '') || /^(?:has|have|is|are)$/.test(verb?.lower ?? '')
  return own !== undefined && first !== undefined && modal(first.group) && !modal(own.group) && told
}
/** ", and two others said": a cue with its own subject follows within a few words. */
function anotherSpeaks(tokens: readonly Token[], at: number): boolean {
  for (let next = at; next < at + 8; next++) {
    const token = tokens[next]
    if (!token || token.tag === 'mark' || token.tag === 'that' || token.tag === 'relative') return false
    if (isPastCue(token) && token.tag !== 'noun') return true
    if (isFiniteVerb(token)) return false
  }
  return false
}
/** ", as the Post reported", ", as had been reported" */
function isReport(tokens: readonly Token[], from: number): boolean {
  let at = from
  while (/^(?:be|have|adverb)$/.test(tokens[at]?.tag ?? '')) at++
  return at > from ? CUE_FORMS.has(tokens[at]?.lower ?? '') : anotherSpeaks(tokens, from)
}
/** "was weighing a sale, which could raise 90 million": what may come of it is told too. */
const isPossible = ({ tokens }: ParsedSentence, comma: number, kind: Complement): boolean =>
  kind === 'clause' && tokens[comma + 1]?.lower === 'which' && /^(?:would|could|might)$/.test(tokens[comma + 2]?.lower ?? '')
/** "and said", "and called for" */
const NEXT_CUE: StopRule = ({ parsed, at, token, kind, form, embedded }) => {
  if (token.tag !== 'conjunction' || joinsAdjectives(parsed.tokens, at)) return false
  let next = at + 1
  while (parsed.tokens[next]?.tag === 'adverb') next++
  const word = parsed.tokens[next]
  if (isPastCue(word) && word?.tag !== 'name') {
    // "and called the plan a mistake"
    const judges = /a/.test(CUE_FORMS.get(word?.lower ?? '')?.verb.frames ?? '') && opensObject(parsed.tokens[next + 1])
    return !NOUN_LIKE.test(word?.lower ?? '') && (kind !== 'clause' || speaks(word) || judges)
  }
  // "asked to see it and was refused"
  if (kind === 'infinitive' && !embedded) return /^(?:was|were|is|are|has|did)$/.test(word?.lower ?? '')
  if (kind !== 'phrase') return false
  if (form === 'ing' && word?.tag === 'ing' && isCue(word)) return true
  return isFiniteVerb(word) || word?.tag === 'ed' || token.lower === 'but'
}
/** True for verbs of saying. A verb of feeling may continue a clause: "he said she was tired and wanted rest". */
const speaks = (token: Token | undefined): boolean => !/^[iano]+$/.test(CUE_FORMS.get(token?.lower ?? '')?.verb.frames ?? '')
const NOUN_LIKE =
  /^(?:voices|names|addresses|promises|doubts|orders|states|calls|claims|reports|attacks|plans|hopes|fears|questions|notes|demands|promises|comments|remarks|doubts|supports|views|votes|shows)$/
const COMMA_OF_INFINITIVE: StopRule = ({ parsed, at, token, next, kind }) =>
  kind === 'infinitive' &&
  token.text === ',' &&
  next !== undefined &&
  (next.tag === 'ing' ||
    next.tag === 'determiner' ||
    next.tag === 'subject' ||
    (next.tag === 'conjunction' && !/^(?:whether|how|why|that|to)$/.test(parsed.tokens[at + 2]?.lower ?? '')) ||
    isFiniteVerb(next))
/** A name or a role between commas, and "of", "for" or "as" behind it. */
function apposedThen(tokens: readonly Token[], at: number): boolean {
  let close = at + 1
  while (close < at + 8 && /^(?:name|noun|determiner|possessive)$/.test(tokens[close]?.tag ?? '')) close++
  return close > at + 1 && tokens[close]?.text === ',' && /^(?:of|for|as)$/.test(tokens[close + 1]?.lower ?? '')
}
const PERIOD = /^(?:months?|quarters?|years?|weeks?|days?|three|six|nine|first|second|third|fourth)$/
/** A comma ends a noun phrase unless it stands in a list or a name of a place. */
const COMMA_OF_PHRASE: StopRule = ({ parsed, at, token, next, kind }) => {
  if (kind !== 'phrase' || token.text !== ',') return false
  if (!next) return true
  if (next.tag === 'quote' || next.lower === 'including' || next.lower === 'compared' || next.lower === 'as') return false
  if (/^(?:up|down)$/.test(next.lower) && (parsed.tokens[at + 2]?.tag === 'number' || parsed.tokens[at + 2]?.lower === 'from'))
    return false
  // "the provost, Alan Burch, of keeping it"
  if (apposedThen(parsed.tokens, at)) return false
  // ", a year earlier"
  if (/^an?$/.test(next.lower) && /^(?:earlier|ago|before)$/.test(parsed.tokens[at + 3]?.lower ?? '')) return false
  // "net income of $87 million, for the three months ended June 30"
  if (next.lower === 'for' && PERIOD.test(parsed.tokens[at + 3]?.lower ?? parsed.tokens[at + 4]?.lower ?? '')) return false
  return !listGoesOn(parsed.tokens, at, parsed.end)
}
/** "criticise the count as the leader refuses to go" */
const opensClauseAt = ({ clauses }: ParsedSentence, at: number): boolean =>
  [...clauses.values()].some(({ kind, from, subject }) => kind === 'subordinate' && from === at && subject !== null)
/** Verbs whose object has a time of its own: "expects a cut in May". */
const AHEAD = /^(?:expect|predict|forecast|want|seek|propose|demand|promise|order|urge|ask|recommend|favou?r)(?:e?s|e?d|ing)?$/
const ADVERBIAL: StopRule = ({ parsed, at, token, next, kind, start }) => {
  if (kind !== 'phrase' || at === start) return false
  if (token.lower === 'after') return next?.tag !== 'determiner' || clauseFollows(parsed.tokens, at + 1)
  // "ordered the road shut until it is mended"
  if (/^(?:until|before)$/.test(token.lower) && AHEAD.test(parsed.tokens[start - 1]?.lower ?? '')) return false
  // "187 cases since February"
  if (token.lower === 'since' && !clauseFollows(parsed.tokens, at + 1)) return false
  if (/^(?:when|while|before|until|because|although|though|despite|since|even|whether)$/.test(token.lower)) return true
  return token.lower === 'as' && (next?.tag === 'subject' || opensClauseAt(parsed, at + 1))
}

/** "in an interview", "on Tuesday" */
const OCCASION: StopRule = ({ parsed, at, token, kind, start }) => {
  if (at === start || kind === 'clause' || !/^(?:in|on|at|during|last|this)$/.test(token.lower)) return false
  if (/^(?:whether|how|why|what)$/.test(parsed.tokens[at + 1]?.lower ?? '')) return false
  if (parsed.tokens[at + 1]?.tag === 'time') return kind === 'phrase' && !AHEAD.test(parsed.tokens[start - 1]?.lower ?? '')
  if (/^(?:last|this)$/.test(token.lower)) return false
  for (let next = at + 1; next < at + 5; next++) {
    const word = parsed.tokens[next]
    if (!word || word.tag === 'mark' || word.tag === 'preposition') return false
    if (OCCASIONS.has(word.lower)) return true
  }
  return false
}
/** "praised the plan is wrong": a finite verb ends a noun phrase that holds no relative clause. */
const FINITE_VERB: StopRule = ({ token, kind, embedded, at, start, relative, inside }) =>
  (relative || inside) && kind === 'phrase' && !embedded && at > start && isFiniteVerb(token) && token.tag !== 'verb'

/** "a scheme which he said was wasteful": the relative clause has a report of its own. */
const RELATIVE_REPORT: StopRule = ({ parsed, at, token, kind }) => {
  if (kind !== 'phrase' || !/^(?:which|who|that)$/.test(token.lower) || !/^(?:relative|that)$/.test(token.tag)) return false
  const clause = [...parsed.clauses.values()].find(({ from, kind: read }) => read === 'relative' && from === at + 1)
  const group = parsed.groups[clause?.group ?? -1]
  if (!group || (clause?.subject?.[0] ?? 0) <= at || !isPastCue(parsed.tokens[group.verb])) return false
  return isFiniteVerb(parsed.tokens[group.to])
}
export const EXTENT_RULES: readonly (readonly [name: string, ends: StopRule])[] = [
  ['semicolon', SEMICOLON], // "… ; it rained"
  ['closing-bracket', CLOSING_BRACKET], // "(he said it rained) and"
  ['dash', DASH], // "… — a claim that"
  ['inside', INSIDE], // "While he says it rained, she"
  ['comma-clause', COMMA_CLAUSE], // ", which", ", but", ", saying"
  ['next-cue', NEXT_CUE], // "and said"
  ['comma-of-infinitive', COMMA_OF_INFINITIVE], // "to stay, the paper"
  ['comma-of-phrase', COMMA_OF_PHRASE], // "praised Lee, the mayor"
  ['adverbial', ADVERBIAL], // "praised Lee after"
  ['occasion', OCCASION], // "praised Lee in an interview"
  ['relative-report', RELATIVE_REPORT], // "a scheme which he said"
  ['finite-verb', FINITE_VERB], // "whom she praised was"
]
