/** The start of the content after its cue, and the kind of complement. */

import { REPORTING_FORMS } from '../../lexicon/cue-forms.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Token } from '../words/token.ts'
import type { Complement } from './clause.ts'
import { pastCueAdjuncts } from './cue-adjuncts.ts'
import type { Cue } from './cues.ts'
import { phraseFrom } from './noun-phrases.ts'

export interface ContentStart {
  readonly at: number
  readonly kind: Complement
}

/** Verbs of saying whose object may be the content: "said yes", "suggested a truce". */
const NAMING = new Set([
  'say',
  'suggest',
  'claim',
  'explain',
  'remember',
  'understand',
  'argue',
  'allege',
  'conclude',
  'tweet',
  'believe',
  'decide',
])

/** The greatest distance after the cue of a "that" or a quotation behind adjuncts, in tokens. */
const REACH = 20

/** Returns the start of the content of a cue; null if none follows it. */
export function contentStartOf(parsed: ParsedSentence, cue: Cue): ContentStart | null {
  const { tokens } = parsed
  const { frames } = cue.entry
  let at = cue.to
  while (tokens[at]?.tag === 'adverb' && !limitsNoun(tokens, at)) at++
  // "said Tuesday the dam held", "said last week it held"
  const past = /s/.test(frames) ? pastCueAdjuncts(tokens, at) : at
  if (past > at && opensRead(parsed, past)) at = past
  const first = tokens[at]
  if (!first) return null
  // "calls himself Lee", "who saw it said"
  if (cue.entry.lemma === 'call' && /sel(?:f|ves)$/.test(first.lower)) return null
  if (first.lower === 'it' && tokens[cue.from - 1]?.lower === 'who' && REPORTING_FORMS.has(tokens[at + 1]?.lower ?? ''))
    return null
  const speech = /[stw]/.test(frames)
  if (speech) {
    const direct = quotationAt(parsed, at)
    if (direct !== null) return { at: direct, kind: 'clause' }
    if (
      first.text === ',' ||
      first.tag === 'preposition' ||
      (first.tag === 'subordinator' && !opensRead(parsed, at + 1)) ||
      first.tag === 'time' ||
      first.tag === 'to' ||
      past > at ||
      (/t/.test(frames) && !/o/.test(frames) && !opensClause(first))
    ) {
      const later = laterComplement(parsed, at)
      if (later !== null && !(first.tag === 'to' && /i/.test(frames))) return { at: later, kind: 'clause' }
    }
  }
  if (/s/.test(frames) && opensWithAdjunct(parsed, at)) return { at, kind: 'clause' }
  if (first.tag === 'mark' || (PERIOD.test(first.lower) && !first.capital)) return null
  if (first.tag === 'that' && /[stn]/.test(frames)) return { at, kind: 'clause' }
  if (/^(?:if|whether|how|why|what|who|when|where)$/.test(first.lower))
    return speech || /[nw]/.test(frames) ? { at, kind: 'clause' } : null
  if (first.tag === 'to' && isInfinitive(tokens, at)) return /[ito]/.test(frames) ? { at, kind: 'infinitive' } : null
  if (/t/.test(frames) && !/o/.test(frames)) {
    const past = pastAddressee(parsed, at)
    if (past !== null) return past
    if (!/[sno]/.test(frames)) return null
  }
  // "a wall that Lee said was old"
  if (/s/.test(frames) && /^(?:be|have|modal)$/.test(first.tag) && !cue.passive) return { at, kind: 'clause' }
  // "a man who neighbors believe fled"
  const relative = /^(?:who|which|that)$/.test(tokens[cue.from - 2]?.lower ?? '') && tokens[cue.from - 1]?.tag === 'noun'
  if (/s/.test(frames) && relative && /^(?:verb|ed)$/.test(first.tag)) return { at, kind: 'clause' }
  // "said although it rained, they stayed"
  if (
    /s/.test(frames) &&
    first.tag === 'subordinator' &&
    /^(?:although|though|while|if|when|because|since|unless|until)$/.test(first.lower) &&
    !/^(?:ed|ing)$/.test(tokens[at + 1]?.tag ?? '')
  )
    return { at, kind: 'clause' }
  if (!opensPhrase(first) || first.tag === 'to') return null
  const pronoun = first.tag === 'subject' && !/^(?:it|you)$/.test(first.lower)
  if (/s/.test(frames) && (pronoun || opensRead(parsed, at))) return { at, kind: 'clause' }
  const asked = cue.entry.lemma === 'ask' ? pastAsked(parsed, at) : null
  if (asked) return asked
  if (/[noa]/.test(frames)) return { at, kind: 'phrase' }
  if (NAMING.has(cue.entry.lemma)) return { at, kind: 'phrase' }
  return null
}

/** "backs the | first pill", "said | only one person had died" */
const limitsNoun = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:first|only|almost|nearly|roughly|about|around|just|exactly)$/.test(tokens[at]?.lower ?? '') &&
    /^(?:noun|number|name|determiner)$/.test(tokens[at + 1]?.tag ?? '')) ||
  // "denied | knowingly taking it"
  (/ly$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.tag === 'ing')

/** "said last week" */
const PERIOD = /^(?:last|earlier|later|next)$/
const opensClause = (token: Token): boolean => token.tag === 'that' || token.tag === 'subject'
const opensPhrase = (token: Token): boolean =>
  !/^(?:preposition|conjunction|mark|time|subordinator|be|have|modal|do|that|verb)$/.test(token.tag) || token.lower === 'about'

/** "asked the clerk whether it rained", "asked the town for money": the addressee is no part of the content. */
function pastAsked({ tokens, end }: ParsedSentence, at: number): ContentStart | null {
  const [, whole = at] = phraseFrom(tokens, at, end, false) ?? []
  const inner = tokens.slice(at, whole).findIndex(({ lower }) => lower === 'for')
  const past = inner > 0 ? at + inner : whole
  const next = tokens[past]?.lower ?? ''
  if (/^(?:if|whether|how|why|what|who|when|where)$/.test(next)) return { at: past, kind: 'clause' }
  return next === 'for' ? { at: past, kind: 'phrase' } : null
}

/** `: “…”`, `, “…”` or `“…”` directly after the cue. */
function quotationAt({ tokens, quotations, quoted }: ParsedSentence, at: number): number | null {
  const skip = tokens[at]?.text === ':' || tokens[at]?.text === ',' ? at + 1 : at
  const quotation = quotations[quoted[skip] ?? -1]
  if (quotation && quotation[0] === skip) return skip
  return tokens[at]?.text === ':' && skip < tokens.length ? skip : null
}

/** "said on Monday at a rally that", "told reporters in May: “" */
function laterComplement({ tokens, quoted, quotations, clauses, groupAt }: ParsedSentence, at: number): number | null {
  for (let next = at; next < Math.min(tokens.length, at + REACH); next++) {
    const token = tokens[next]
    if (!token) return null
    const quotation = quotations[quoted[next] ?? -1]
    if (quotation) {
      // "said on “Face the Town” that it rained"
      if (tokens[quotation[1]]?.tag === 'that') {
        next = quotation[1] - 1
        continue
      }
      // A quotation of only a few words belongs to a phrase.
      return quotation[1] - quotation[0] > 4 || /^[:,]$/.test(tokens[next - 1]?.text ?? '') ? next : null
    }
    if (token.tag === 'that' && next > at) return next
    if (token.text === ':') return next + 1 < tokens.length ? next + 1 : null
    // "Results announced on Friday suggest that"
    if (token.tag === 'verb' && clauses.has(groupAt[next] ?? -1)) return null
    if (
      token.text === ';' ||
      token.tag === 'conjunction' ||
      token.tag === 'subject' ||
      token.tag === 'modal' ||
      token.tag === 'be' ||
      token.tag === 'have' ||
      token.tag === 'relative'
    )
      return null
  }
  return null
}

function isInfinitive(tokens: readonly Token[], at: number): boolean {
  const next = /^(?:adverb|quote)$/.test(tokens[at + 1]?.tag ?? '') ? tokens[at + 2] : tokens[at + 1]
  return (
    next !== undefined &&
    !next.capital &&
    (next.tag === 'noun' || next.tag === 'verb' || next.tag === 'be' || next.tag === 'have' || next.tag === 'do')
  )
}

/** Returns the start after the addressee: "told the crowd he would", "reminded voters of". */
function pastAddressee({ tokens, quoted, quotations, end }: ParsedSentence, at: number): ContentStart | null {
  let next = at
  let before: Token | undefined
  for (; next < end && next - at < 14; next++) {
    const token = tokens[next]
    if (!token) return null
    const quotation = quotations[quoted[next] ?? -1]
    if (quotation) return quotation[0] === next ? { at: next, kind: 'clause' } : null
    // "promised an inquiry and said those responsible"
    if (token.tag === 'conjunction' && tokens[next + 1]?.tag === 'verb') return null
    if (token.tag === 'that' && next > at) return { at: next, kind: 'clause' }
    if (token.tag === 'subject' && next > at) return { at: next, kind: 'clause' }
    // "warned them not to drink it": who is to do it belongs to the content
    if (token.tag === 'to' && next > at) return isInfinitive(tokens, next) ? { at, kind: 'infinitive' } : null
    if (/^(?:if|whether|how|why|what|who|when|where)$/.test(token.lower) && next > at) return { at: next, kind: 'clause' }
    if ((token.lower === 'about' || token.lower === 'of') && next > at && before?.tag !== 'number')
      return { at: next, kind: 'phrase' }
    const fresh =
      next > at &&
      (token.tag === 'determiner' ||
        token.tag === 'possessive' ||
        (token.tag === 'name' && before?.tag === 'noun') ||
        (before?.tag === 'object' && token.tag !== 'mark'))
    if (fresh && before?.tag !== 'preposition' && before?.tag !== 'determiner') return { at: next, kind: 'clause' }
    if (token.tag === 'mark' && token.text !== "'" && token.text !== '’') return null
    before = token
  }
  return null
}

/** "says despite her age, she plans to run": an adjunct before the subject of the content. */
function opensWithAdjunct(parsed: ParsedSentence, at: number): boolean {
  const { tokens, groupAt, end } = parsed
  if (!/^(?:preposition|subordinator)$/.test(tokens[at]?.tag ?? '')) return false
  for (let next = at + 1; next < end; next++) {
    if (groupAt[next] !== -1 || parsed.quoted[next] !== -1) return false
    if (tokens[next]?.text === ',') return tokens[next + 1]?.tag !== 'relative' && opensRead(parsed, next + 1)
  }
  return false
}

/** True if a clause without "that" begins at `at`: "said the dam held", not "confirmed the arrest but declined". */
function opensRead({ clauses, tokens, groups }: ParsedSentence, at: number): boolean {
  let from = at
  while (tokens[from]?.tag === 'adverb') from++
  for (const { subject, group } of clauses.values()) {
    const verb = groups[group]?.from ?? 0
    if (!subject || verb <= from) continue
    // "Claiming the dam is old": the participle stands in what is read as the subject.
    if ((subject[0] >= at && subject[0] <= from) || (subject[0] === at - 1 && tokens[at - 1]?.tag === 'ing' && subject[1] > at))
      return true
  }
  return false
}
