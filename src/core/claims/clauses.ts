/** Cuts a part of a sentence into clauses, so that each claim is one proposition: an ordered list of rules. */
import { lowerBound } from '../text/lower-bound.ts'
import type { ParsedSentence } from './parsed-sentence.ts'
import { closesAside, FAR, hasVerb, holdsProposition, isFiniteVerb, isVerb, relativeAside, repeats } from './propositions.ts'
import { scopesOf } from './scopes/scopes.ts'
import { groupWith, sharesAuxiliary } from './syntax/verb-groups.ts'
import { isGeneric } from './words/generic-relative.ts'
import type { Range, Token } from './words/token.ts'

type Tokens = readonly Token[]
/** Returns true if a clause begins at a token inside [from, to). */
type CutRule = (parsed: ParsedSentence, at: number, from: number, to: number) => boolean

/** "It rained; they stayed", "It rained — they stayed" */
const afterSemicolon: CutRule = ({ tokens }, at, _from, to) =>
  /^(?:;|—|–|--|:)$/.test(tokens[at - 1]?.text ?? '') && hasVerb(tokens, at, to)
/** "While it rained, they stayed" */
const afterOpeningClause: CutRule = ({ tokens }, at, from, to) =>
  tokens[at - 1]?.text === ',' &&
  !isCondition(tokens, pastConnectives(tokens, from), at, to) &&
  tokens[pastConnectives(tokens, from)]?.tag === 'subordinator' &&
  hasVerb(tokens, pastConnectives(tokens, from), at - 1) &&
  hasVerb(tokens, at, to)
/** "If it rains, …", "will close when it rains": a clause that is not asserted belongs to the one that it limits, in [from, to). */
function isCondition(tokens: Tokens, at: number, from: number, to: number): boolean {
  const word = tokens[at]?.lower ?? ''
  if (/^(?:if|unless|until|once)$/.test(word)) return true
  const future = (token: Token) => /^(?:will|would|can|could|may|might|must|should|'ll)$/.test(token.lower)
  return /^(?:when|after|before)$/.test(word) && tokens.slice(from, Math.min(to, from + FAR)).some(future)
}

/** Returns the token after "that" and "Finally,". */
function pastConnectives(tokens: Tokens, from: number): number {
  let at = from
  while (/^(?:that|adverb|conjunction|quote)$/.test(tokens[at]?.tag ?? '') || (at > from && tokens[at]?.text === ',')) at++
  return at
}
/** "It rained, and they stayed", "it rained, although they stayed" */
const afterComma: CutRule = ({ tokens }, at, from, to) =>
  tokens[at - 1]?.text === ',' &&
  // ", then sent help"
  (/^(?:conjunction|subordinator|relative)$/.test(tokens[at]?.tag ?? '') ||
    (tokens[at]?.lower === 'then' && isVerb(tokens, at + 1))) &&
  // ", as the law requires"
  !(tokens[at]?.lower === 'as' && (to - at <= 5 || repeats(tokens, at + 1))) &&
  // "It was the letters, found in May, which proved it"
  !(
    tokens[from]?.lower === 'it' &&
    tokens[from + 1]?.tag === 'be' &&
    tokens[at]?.lower === 'which' &&
    /^(?:those|these|that)$/.test(tokens[from + 2]?.lower ?? '')
  ) &&
  // ", nor one they wanted"
  !(tokens[at]?.lower === 'nor' && !isFiniteVerb(tokens[at + 1])) &&
  (hasVerb(tokens, at + 1, to) || closesAside(tokens, at + 1, to) !== null)
/** The most tokens of a clause of time that is told with its main clause: "fell after the decision was announced." */
const BRIEF = 6
/** "53 minutes after" */
const TIME_NOUN = /^(?:second|minute|hour|day|week|month|year|decade)s?$/
/** "It rained because they danced" */
const subordinate: CutRule = ({ tokens, clauses }, at, from, to) =>
  /^(?:because|although|though|while|whereas|after|before|since)$/.test(tokens[at]?.lower ?? '') &&
  [...clauses.values()].some((clause) => clause.kind === 'subordinate' && clause.from === at + 1) &&
  !isCondition(tokens, at, from, at) &&
  tokens[at + 1]?.tag !== 'ing' &&
  !(
    /^(?:after|before|since)$/.test(tokens[at]?.lower ?? '') &&
    (to - at <= BRIEF || TIME_NOUN.test(tokens[at - 1]?.lower ?? ''))
  ) &&
  hasVerb(tokens, at + 1, to)
/** "It rained and the road was flooded" */
const coordinateClause: CutRule = ({ tokens, groups }, at, from) => {
  if (tokens[at]?.tag !== 'conjunction') return false
  if (tokens[at + 1]?.tag === 'that') return hasVerb(tokens, from, at)
  if (!/^(?:name|determiner|possessive|subject)$/.test(tokens[at + 1]?.tag ?? '')) return false
  const group = groups[lowerBound(groups, at + 1, (g) => g.from)]
  if (!group || group.infinitive || group.from - at > 8 || !hasVerb(tokens, from, at)) return false
  for (let next = at + 1; next < group.from; next++) {
    if (
      !/^(?:name|determiner|possessive|subject|noun|number|adverb)$/.test(tokens[next]?.tag ?? '') &&
      tokens[next]?.lower !== 'of'
    )
      return false
  }
  return true
}
/** "the dam that was not mended", "the man who may win": a relative clause at the end. */
const relative: CutRule = (parsed, at, from) => {
  const token = parsed.tokens[at]
  if (!token || !/^(?:who|which|that|whose)$/.test(token.lower) || !/^(?:noun|name)$/.test(parsed.tokens[at - 1]?.tag ?? ''))
    return false
  if (token.tag !== 'relative' && token.lower !== 'whose' && !isFiniteVerb(parsed.tokens[at + 1])) return false
  if (isGeneric(parsed.tokens, at)) return false
  // "It was not Pell who started it"
  if (parsed.tokens[from]?.lower === 'it' && parsed.tokens[from + 1]?.tag === 'be') return false
  return hasVerb(parsed.tokens, from, at)
}
/** "It did not lift the sanctions imposed in May": what stands in no scope of the clause around it. */
const participle: CutRule = ({ tokens, clauses, groupAt, scopes, verbOfSubject }, at, from) => {
  const token = tokens[at]
  // "whether two patients hospitalized in May ate it": the subject goes on
  if (verbOfSubject[at] !== undefined) return false
  if (!token || (token.tag !== 'ed' && token.tag !== 'ing') || !/^(?:noun|name)$/.test(tokens[at - 1]?.tag ?? '')) return false
  // "would mean closing the pool"
  if ((groupAt[at - 1] ?? -1) >= 0) return false
  if (clauses.has(groupAt[at] ?? -1) || scopesOf(scopes, [[from, at]]).every(({ to }) => to < at)) return false
  return /^(?:preposition|time|to|determiner|possessive|name)$/.test(tokens[at + 1]?.tag ?? '') && hasVerb(tokens, from, at)
}
/** "It rained and flooded the road" */
const coordinate: CutRule = (parsed, at, from) => {
  const { tokens } = parsed
  if (tokens[at]?.tag !== 'conjunction') return false
  let next = at + 1
  while (tokens[next]?.tag === 'adverb') next++
  // "was loudly and repeatedly booed"
  if (next > at + 1 && tokens[at - 1]?.tag === 'adverb') return false
  if (sharesRelative(parsed, next, from)) return false
  return isVerb(tokens, next) && tokens[at - 1]?.tag !== 'ed' && !isFiniteVerb(tokens[at - 1]) && !sharesAuxiliary(parsed, next)
}

/** The verb goes on with a relative clause that limits a noun of the clause from `from` on: "a block that broke and fell". */
function sharesRelative({ tokens, clauses, groupAt }: ParsedSentence, verb: number, from: number): boolean {
  const own = clauses.get(groupAt[verb] ?? -1)
  const last = [...clauses.values()].findLast((one) => one.kind === 'relative' && one.from > from && one.from < verb)
  return own?.kind === 'coordinate' && own.subject === null && last?.subject != null && tokens[last.from - 2]?.text !== ','
}

const RULES: readonly (readonly [name: string, cuts: CutRule])[] = [
  ['semicolon', afterSemicolon], // "It rained; they stayed"
  ['opening-clause', afterOpeningClause], // "While it rained, they stayed"
  ['comma', afterComma], // "It rained, and they stayed"
  ['subordinate', subordinate], // "It rained because they danced"
  ['predicate', coordinate], // "It rained and flooded the road"
  ['conjunction', coordinateClause], // "It rained and the road was flooded"
  ['relative', relative], // "They met the man who may win"
  ['participle', participle], // "It did not lift the sanctions imposed in May"
]

const CUT_TAGS = new Set(['conjunction', 'ed', 'ing', 'to'])
const CUT_WORDS = new Set('because although though while whereas after before since who which that whose'.split(' '))
/** False where none of the rules cuts: each looks for a mark before the token, or for its tag or word. */
const mayCut = (tokens: Tokens, at: number): boolean =>
  tokens[at - 1]?.tag === 'mark' || CUT_TAGS.has(tokens[at]?.tag ?? '') || CUT_WORDS.has(tokens[at]?.lower ?? '')

/** A clause: its ranges, and the rule that separated it from the clause before. */
export interface Clause {
  readonly ranges: readonly Range[]
  readonly rule: string
}

/**
 * Returns the clauses of a part of a sentence, in order of their beginnings; each has a verb. A relative clause in the middle
 * is a separate clause, and the text around it is one: "Lee, who lost, left" → "Lee … left" and "who lost".
 */
export function clausesOf(parsed: ParsedSentence, [from, to]: Range): Clause[] {
  const { tokens, quoted } = parsed
  const clauses: { ranges: Range[]; rule: string }[] = []
  let start = from
  let rule = 'first'
  const close = (end: number) => {
    const tail = clauses.at(-1)?.ranges
    const last = tail?.at(-1)
    if (tail && last && last[1] === start && !holdsProposition(tokens, start, end)) tail[tail.length - 1] = [last[0], end]
    else clauses.push({ ranges: [[start, end]], rule })
    start = end
  }
  for (let at = from + 1; at < to; at++) {
    if (quoted[at] !== -1 && quoted[at] !== quoted[from]) continue
    const aside = relativeAside(tokens, at, start, to)
    if (aside !== null) {
      const rest = mainRest(parsed, aside, to)
      const around: Range[] = [
        [start, at - 1],
        [aside + 1, rest],
      ]
      clauses.push({ ranges: around, rule }, { ranges: [[at, aside]], rule: 'aside' })
      rule = 'after-aside'
      start = rest
      at = rest
      continue
    }
    // "is no longer | sold"
    if ((groupWith(parsed, at)?.from ?? at) < at) continue
    const cut = mayCut(tokens, at) ? RULES.find(([, cuts]) => cuts(parsed, at, start, to)) : undefined
    if (cut && holdsProposition(tokens, start, at) && holdsProposition(tokens, at, to)) {
      close(at)
      rule = cut[0]
    }
  }
  if (start < to) close(to)
  return clauses
    .map(({ ranges, rule: opened }) => ({ ranges: ranges.flatMap((range) => trimmed(tokens, range)), rule: opened }))
    .filter(({ ranges }) => ranges.length > 0)
}

/** Returns the end of the main clause after an aside. */
function mainRest(parsed: ParsedSentence, aside: number, to: number): number {
  const { tokens, quoted } = parsed
  for (let at = aside + 4; at < to; at++) {
    if (
      mayCut(tokens, at) &&
      (quoted[at] === -1 || quoted[at] === quoted[aside]) &&
      RULES.some(([, cuts]) => cuts(parsed, at, aside + 1, to)) &&
      holdsProposition(tokens, at, to)
    )
      return at
  }
  return to
}

function trimmed(tokens: Tokens, [from, to]: Range): Range[] {
  let start = from
  let end = to
  const loose = (token: Token | undefined) =>
    token !== undefined &&
    ((token.tag === 'mark' && !/^[()[\]$#.]$/.test(token.text)) || (token.tag === 'conjunction' && token.lower !== 'nor'))
  while (start < end && loose(tokens[start])) start++
  while (end > start && loose(tokens[end - 1])) end--
  return end > start ? [[start, end]] : []
}
