/** The roles of words and verb groups in a clause: open one, stand in an aside, or belong to a noun. */
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import { isAdjective } from '../../lexicon/plain-adjectives.ts'
import { ROLE_NOUNS } from '../../lexicon/titles.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Token } from '../words/token.ts'
import { type ClauseKind, COMMA, isNominal, type OpenClause, tagAt, takesClause, type Words } from './clause.ts'
import { isSubjectPronoun } from './clause-subject.ts'
import { pastCueAdjuncts } from './cue-adjuncts.ts'
import { openingAdjunctEnd } from './opening-adjuncts.ts'
import { isPast } from './reduced-clauses.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Returns true if a quotation is a clause of its own, not some words of another. */
export function holdsClause({ tokens, groups, quoted, start }: Words, at: number, quotation: number): boolean {
  let end = at
  while (quoted[end + 1] === quotation) end++
  const closed = /^[,.?!…]$/.test(tokens[end - 1]?.text ?? '')
  const opens = at <= start || /^[,:]$/.test(tokens[at - 1]?.text ?? '') || /^(?:verb|that)$/.test(tagAt(tokens, at - 1))
  const first = lowerBound(groups, at, ({ from }) => from)
  const verb = (groups[first]?.to ?? end + 1) <= end
  return (verb && (opens || closed)) || (closed && opens)
}

/** "told | a tribunal | that": who is told stands between. */
const isAddressee = (tokens: readonly Token[], verb: number, at: number): boolean =>
  /t/.test(CUE_FORMS.get(tokens[verb]?.lower ?? '')?.verb.frames ?? '') &&
  tokens.slice(verb + 1, at).every(({ tag }) => /^(?:noun|name|determiner|possessive|number)$/.test(tag))

/** "concluded | from the tests | that" */
const isFromPhrase = (tokens: readonly Token[], verb: number, at: number): boolean =>
  tokens[verb + 1]?.lower === 'from' &&
  tokens.slice(verb + 2, at).every(({ tag }) => /^(?:noun|name|determiner|possessive|number)$/.test(tag))

/** The farthest verb before "that", in tokens. */
const REACH = 10

/** "the dam that held" has a relative clause, "said that it held" a complement. */
export function kindOfOpener(tokens: readonly Token[], at: number): ClauseKind {
  if (tagAt(tokens, at) !== 'that') return 'relative'
  // "argued at a hearing last month that it held"
  for (let verb = at - 1; verb > at - REACH && verb >= 0; verb--)
    if (
      takesClause(tokens[verb]) &&
      verb < at - 1 &&
      (pastCueAdjuncts(tokens, verb + 1) === at || isAddressee(tokens, verb, at) || isFromPhrase(tokens, verb, at))
    )
      return 'that'
  // "after a hearing on Tuesday that | ran late"
  const timed = tagAt(tokens, at - 1) === 'time' && /^(?:verb|be|have|modal|do)$/.test(tagAt(tokens, at + 1))
  if (timed && !tokens.slice(Math.max(0, at - REACH), at).some((token) => takesClause(token))) return 'relative'
  const gerund = tagAt(tokens, at - 1) === 'ing' && /^(?:determiner|possessive)$/.test(tagAt(tokens, at - 2))
  return gerund || /^(?:noun|name|number|object)$/.test(tagAt(tokens, at - 1)) ? 'relative' : 'that'
}

/** Returns true if a subordinator opens a clause: not "older than", "After the vote the speaker". */
export const opensSubordinate = (words: Words, at: number): boolean =>
  !isComparison(words, at) && !isPreposition(words, at) && !isVerbless(words, at)

/** "ideas, while bold, are": no verb comes before the next comma. */
function isVerbless({ tokens, groupAt }: Words, at: number): boolean {
  for (let next = at + 1; next < at + 6; next++) {
    if ((groupAt[next] ?? -1) >= 0) return false
    if (tokens[next]?.text === ',') return tokens[at - 1]?.text === ','
  }
  return false
}

const isComparison = ({ tokens }: Words, at: number): boolean =>
  // "more than half their value"
  (tokens[at]?.lower === 'than' &&
    /^(?:more|less|fewer)$/.test(tokens[at - 1]?.lower ?? '') &&
    /^(?:half|twice|double|an?)$/.test(tokens[at + 1]?.lower ?? '')) ||
  // "As many as 900 workers"
  (tokens[at + 2]?.lower === 'as' && comparesAt(tokens, at)) ||
  (tokens[at - 2]?.lower === 'as' && comparesAt(tokens, at - 2)) ||
  // "had been so low,"
  (tokens[at]?.lower === 'so' && isAdjective(tokens[at + 1]?.lower ?? '') && /^(?:mark|that|)$/.test(tagAt(tokens, at + 2))) ||
  (/^(?:than|as|so)$/.test(tokens[at]?.lower ?? '') &&
    // ", as had been claimed"
    !(tokens[at]?.lower === 'as' && tokens[at - 1]?.text === ',' && /^(?:be|have)$/.test(tagAt(tokens, at + 1))) &&
    (!/^(?:subject|determiner|possessive|name|noun|number)$/.test(tagAt(tokens, at + 1)) ||
      (tokens[at]?.lower === 'than' && tagAt(tokens, at + 1) === 'number')))

/** "After the vote the speaker was removed": a noun phrase of its own follows before the verb. */
function isPreposition({ tokens, groups, groupAt }: Words, at: number): boolean {
  if (/^(?:preposition|ing|ed)$/.test(tagAt(tokens, at + 1))) return true
  if (!/^(?:after|before|since|until|as)$/.test(tokens[at]?.lower ?? '')) return false
  const next = groups[lowerBound(groups, at, ({ from }) => from)]
  if (!next) return true
  // "As Lee, the mayor, said": the commas set an aside apart.
  const opens = at === 0 || tagAt(tokens, at - 1) === 'mark'
  const aside = tokens[at]?.lower === 'as' && opens && tokens[next.from - 1]?.text === ','
  return (
    (!aside && tokens.slice(at, next.from).some(({ text }) => text === ',')) ||
    openingAdjunctEnd(tokens, at, next.from) > at ||
    takesLastVerb(tokens, groupAt, at, next)
  )
}

/** "Results since Christmas have been poor": the only verb between two marks belongs to the noun before. */
function takesLastVerb(tokens: readonly Token[], groupAt: readonly number[], at: number, { from, to }: VerbGroup): boolean {
  if (
    !/^(?:noun|name)$/.test(tagAt(tokens, at - 1)) ||
    tokens[at]?.lower === 'as' ||
    INTERVAL.test(tokens[at - 1]?.lower ?? '')
  )
    return false
  const outside = (index: number) => /^(?:mark|that|conjunction|relative|quote|subordinator|)$/.test(tagAt(tokens, index))
  for (let back = at - 1; !outside(back); back--) if ((groupAt[back] ?? -1) >= 0) return false
  for (let next = to; !outside(next); next++) if ((groupAt[next] ?? -1) >= 0) return false
  return from > at
}

const INTERVAL = /^(?:second|minute|hour|day|night|week|month|year|decade)s?$/

/** "said teachers or parents would": only a noun phrase has come after a verb that takes a clause. */
export function joinsInSubject(tokens: readonly Token[], verb: number, at: number): boolean {
  const words = tokens.slice(verb + 1, at)
  const next = tagAt(tokens, at + 1)
  return (
    takesClause(tokens[verb]) &&
    words.length > 0 &&
    words.length < 12 &&
    words.every(
      ({ tag }, order) =>
        isNominal(tag) || /^(?:determiner|possessive|preposition|mark)$/.test(tag) || (order === 0 && tag === 'that'),
    ) &&
    (isNominal(next) || /^(?:determiner|possessive)$/.test(next)) &&
    next !== 'subject'
  )
}

/** "the dam he built was old", "people I've met left": a pronoun directly after a noun that waits for its verb. */
export function contactStart(tokens: readonly Token[], clause: OpenClause, { from }: VerbGroup): number | null {
  const pronoun = tagAt(tokens, from) === 'subject' ? from : from - 1
  const bare = pronoun === from - 1 && !isSubjectPronoun(tokens, pronoun)
  if (bare || tokens[pronoun]?.lower === 'there' || tagAt(tokens, pronoun) !== 'subject' || pronoun <= clause.from) return null
  return /^(?:noun|name)$/.test(tagAt(tokens, pronoun - 1)) ? pronoun : null
}

/** "a plan Ms. Orr has called weak": a name or an article directly after a noun, in [from, to). */
export function contactPhrase(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = to - 1; at > from; at--) {
    const [token, before] = [tokens[at], tokens[at - 1]]
    if (!token || !/^(?:name|noun|determiner|possessive|number)$/.test(token.tag)) return null
    const opens = /^(?:determiner|possessive)$/.test(token.tag) || (token.tag === 'name' && before?.tag !== 'name')
    // "a finding the firm disputed"
    const noun = before?.tag === 'noun' || (before?.tag === 'ing' && tagAt(tokens, at - 2) === 'determiner')
    if (opens) return noun && !before.capital && !ROLE_NOUNS.has(before.lower) ? at : null
  }
  return null
}

/** "a figure | Mr Poole disputes" behind a comma */
export const apposedContact = (tokens: readonly Token[], from: number, to: number): number | null =>
  /^an?$/.test(tokens[from]?.lower ?? '') ? contactPhrase(tokens, from, to) : null

/** "say the program, run by the state, has": an aside in the subject of a clause without "that". */
export function isAsideInSubject(tokens: readonly Token[], group: VerbGroup, last: VerbGroup): boolean {
  if (!COMMA.test(tokens[group.from - 1]?.text ?? '') || !takesClause(tokens[last.verb])) return false
  const opened = tokens.slice(last.to, group.from - 1).some(({ text }) => COMMA.test(text))
  return opened && isNominal(tagAt(tokens, last.to + 1)) && !COMMA.test(tokens[last.to]?.text ?? '')
}

/** "said that it failed and added": a verb of speech goes on with the speaker, any other verb with the last clause. */
export function coordinated(words: Words, open: readonly OpenClause[], top: OpenClause, group: VerbGroup): OpenClause {
  const verb = words.tokens[group.verb]
  // "said it was busy and could not comment", "said it was new and had been described as fair"
  const auxiliaries = words.tokens.slice(group.from, group.verb)
  if (auxiliaries.some(({ tag, lower }) => tag === 'modal' || lower === 'been') && top.kind !== 'main') return top
  const frames = CUE_FORMS.get(verb?.lower ?? '')?.verb.frames ?? null
  const speaks = frames !== null && !/^[iano]+$/.test(frames)
  // "his word that the dam held and blamed the crew"
  const [subject = -1] = top.kind === 'relative' ? (top.subject ?? []) : []
  const outside = frames !== null && subject >= top.from
  const speaker = speaks || outside ? open.find(({ group, kind }) => group >= 0 && kind !== 'quotation') : undefined
  if (!speaker) return top
  // "may ban Kolar, who tested positive but insists": only a verb of speech shares its subject.
  const reports = takesClause(words.tokens[words.groups[speaker.group]?.verb ?? -1])
  return (outside || reports || top.kind !== 'relative') && !isPassive(words, speaker.group) ? speaker : top
}

/** "The hearing was told": its subject does not speak. */
function isPassive({ groups, tokens }: Words, index: number): boolean {
  const { from = 0, verb = 0 } = groups[index] ?? {}
  return isPast(tokens[verb]) && tokens.slice(from, verb).some(({ tag }) => tag === 'be')
}

/** "all | but | two had left" */
export const isExcept = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'but' && /^(?:all|anything|nothing|none)$/.test(tokens[at - 1]?.lower ?? '')

/** "It rained, officials and residents said": the conjunction joins the speakers after the comma. */
export function isSpeakerPair(
  tokens: readonly Token[],
  comma: number,
  conjunction: number,
  last: VerbGroup,
  group: VerbGroup,
): boolean {
  if (comma <= last.verb || conjunction <= comma + 1 || !takesClause(tokens[group.verb])) return false
  if (!/^(?:mark|preposition|time|)$/.test(tagAt(tokens, group.to))) return false
  return tokens
    .slice(comma + 1, group.from)
    .every(({ tag }) => isNominal(tag) || /^(?:determiner|possessive|conjunction|preposition)$/.test(tag))
}
