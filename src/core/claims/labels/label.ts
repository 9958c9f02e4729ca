/** A claim as a short headline: negation, subject, verb and what the verb needs; each part is kept or cut as a whole. */

import { isBackshifted } from '../certainty.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Attribution } from '../rules/attribution.ts'
import { hasFiniteGroup, type VerbGroup } from '../syntax/verb-groups.ts'
import type { Range } from '../words/token.ts'
import { restricted } from './bonds.ts'
import { headlineWords } from './headline-words.ts'
import { indices } from './indices.ts'
import { clauseOf, firstSentence, type LabelClause, NONE } from './label-clause.ts'
import { draftOf, toldIn } from './label-draft.ts'
import { fitted, LIMIT, MOST, SHORTEST } from './label-fit.ts'
import { withSurroundings } from './label-surroundings.ts'

/** A label, and the rule that made it. */
export interface LabelWithRule {
  readonly label: string
  readonly rule: 'as-told' | 'with-actor' | 'short-subject' | 'words'
}

/** The most words between a cue and its content: the persons asked. */
const LINK = 6

/** The most characters of a label. */
const LONGEST = 120

/**
 * Returns the label of a claim, a function of its sentence alone. `Lee said the port was closing next week` → "Port closing
 * next week". A content without a verb of its own keeps its source and cue: `Lee criticised the plan` → "Lee criticises plan";
 * so does a content that the source denies, states falsely or asks for, because alone it would say something else. A clause
 * without a subject gets its logical subject: `Lee, who lost the vote, left` → "Lee loses vote".
 */
export function labelOf(parsed: ParsedSentence, content: readonly Range[], attribution: Attribution | null): LabelWithRule {
  const at = restricted(parsed, firstSentence(parsed, attribution ? withReport(parsed, content, attribution) : content))
  const believed = attribution && believedClause(parsed, attribution, at)
  const leads = attribution !== null && (believed !== null || cueLeads(parsed, attribution))
  const printed = leads ? null : headline(parsed, at)
  if (printed !== null) return { label: capitalized(printed), rule: 'as-told' }
  const question = leads ? '' : questionMark(parsed, at)
  const own = attribution === null || /^(?:embedded-|passive)/.test(attribution.rule)
  const asked: LabelClause = { ...NONE, group: null, tail: at }
  const clause = leads
    ? reportClause(parsed, attribution, at)
    : question || (attribution === null && isHeading(parsed, at))
      ? asked
      : withSurroundings(parsed, at, clauseOf(parsed, at, own))
  const { words, whole } = clauseWords(parsed, { clause, believed, attribution, at })
  const told = words.length > 0 ? words : headlineWords(parsed.tokens, at.slice(0, MOST))
  const text = [...(isOpen(parsed, at, attribution) ? ['Whether'] : []), ...told].join(' ') || parsed.text.trim()
  const rule = words.length < SHORTEST ? 'words' : leads || clause.borrowed ? 'with-actor' : whole ? 'as-told' : 'short-subject'
  return { label: capitalized(text.replaceAll(' ,', ',') + question), rule }
}

interface Told {
  readonly clause: LabelClause
  /** The clause that the source of `clause` believes or denies. */
  readonly believed: LabelClause | null
  readonly attribution: Attribution | null
  readonly at: readonly number[]
}

/** The words of the clause; with all auxiliaries where they would be too few, or ask. */
function clauseWords(parsed: ParsedSentence, { clause, believed, attribution, at }: Told) {
  const source = attribution?.source ? parsed.tokens.slice(...attribution.source) : []
  const asks = /^(?:if|whether)$/.test(parsed.tokens[at[0] ?? -1]?.lower ?? '')
  const { cue = null, content = [] } = attribution ?? {}
  const future = () => cue !== null && isBackshifted(parsed, cue, content)
  const words = (full: boolean) => {
    const draft = draftOf(parsed, clause, source, { full, future })
    return fitted(believed ? toldIn(draft, draftOf(parsed, believed, source, { full: true, future: () => false })) : draft)
  }
  const short = words(asks)
  const found = short.words.length >= SHORTEST ? short : words(true)
  // "Asked if it would close"
  if (attribution?.source === null && /^if$/i.test(found.words[0] ?? '')) found.words[0] = 'Whether'
  return found
}

/** A part of a sentence that "whether" opens: "examines whether | the line fell". */
const isOpen = ({ tokens }: ParsedSentence, [first = 0]: readonly number[], attribution: Attribution | null): boolean =>
  /embedded-/.test(attribution?.rule ?? 'embedded-') && /^(?:whether|if)$/.test(tokens[first - 1]?.lower ?? '')

function capitalized(text: string): string {
  const label = text.length > LONGEST ? text.slice(0, LONGEST).toWellFormed().trimEnd() : text
  return label.charAt(0).toLocaleUpperCase('en') + label.slice(1)
}

/** A short headline of the article is its own label. */
function headline({ headline: is, text, tokens }: ParsedSentence, at: readonly number[]): string | null {
  const [first, last] = [tokens[at[0] ?? -1], tokens[at.findLast((index) => tokens[index]?.tag !== 'quote') ?? -1]]
  if (!is || !first || !last) return null
  const words = text
    .slice(first.start, last.end)
    .replace(/^(?:(?:UPDATE|WRAPUP) \d+|CORRECTED|RPT|REFILE|EXCLUSIVE)\s*[-–—:]\s*/, '')
    .replace(/[“”"]|\.(?!\d)/g, '')
    .trim()
    .split(/\s+/)
  return words.length >= SHORTEST && words.length <= LIMIT ? words.join(' ') : null
}

/** Manner adverbs that deny what a source states. */
const FALSELY = /^(?:falsely|wrongly|incorrectly|mistakenly|erroneously|misleadingly|baselessly)$/

const CALLS = new Set('call label brand dub deem declare consider'.split(' '))

/** Returns true if the label includes source and cue. */
function cueLeads(
  { tokens, groupAt, groups }: ParsedSentence,
  { denied, rule, cue, content, source, lemma }: Attribution,
): boolean {
  if (denied || /^(?:complement-phrase|complement-infinitive|valuation)$/.test(rule)) return true
  if (!cue) return false
  // "Asked whether it would close, the firm said": who asks is not named
  if (source === null && /^ask/.test(tokens[cue[0]]?.lower ?? '')) return false
  const from = Math.min(cue[0], groups[groupAt[cue[0]] ?? -1]?.from ?? cue[0])
  if (indices([from - 1, cue[1] + 1]).some((at) => FALSELY.test(tokens[at]?.lower ?? ''))) return true
  if (!rule.startsWith('complement')) return false
  // "Lee called | that plan childish"
  if (CALLS.has(lemma) && source !== null && !content.some((range) => hasFiniteGroup(groups, ...range))) return true
  return /^(?:whether|if|how|why|when|where|what)$/.test(tokens[content[0]?.[0] ?? -1]?.lower ?? '')
}

/** Verbs of what is believed or wished, not told. */
const BELIEFS = new Set(
  'think believe assume suspect imagine guess presume suppose reckon hope fear wish estimate doubt worry feel'.split(' '),
)

/** The clause that its source believes, wishes or denies: "Lee believes | the dam is safe". */
function believedClause(parsed: ParsedSentence, attribution: Attribution, at: readonly number[]): LabelClause | null {
  const { rule, lemma, source, cue, denied } = attribution
  if (!(denied || BELIEFS.has(lemma)) || rule !== 'complement-clause' || !source || !cue) return null
  if (source[0] > cue[0] || parsed.quoted[cue[0]] !== -1) return null
  const clause = withSurroundings(parsed, at, clauseOf(parsed, at, false))
  return clause.group === null || clause.borrowed ? null : clause
}

/** "the plan was criticised by Lee", "his criticism of the plan": a noun phrase alone is no claim. */
function withReport(parsed: ParsedSentence, content: readonly Range[], { rule, cue, source }: Attribution): readonly Range[] {
  const { clauses, groupAt, groups } = parsed
  const verbal = content.some((range) => hasFiniteGroup(groups, ...range))
  const subject = cue && rule.startsWith('passive') ? (clauses.get(groupAt[cue[1] - 1] ?? -1)?.subject ?? null) : null
  if (!cue || !((rule.startsWith('passive') && rule !== 'passive-told') || (rule === 'nominal' && !verbal))) return content
  const ranges = [...content, cue, ...(source ? [source] : []), ...(subject ? [subject] : [])]
  return [[Math.min(...ranges.map(([from]) => from)), Math.max(...ranges.map(([, to]) => to))]]
}

/** "the mayor denied | that the dam was closed" */
function reportClause(parsed: ParsedSentence, { source, cue }: Attribution, at: readonly number[]): LabelClause {
  const { tokens, groups, groupAt } = parsed
  const relative = source && source[1] - source[0] === 1 && /^(?:who|which|that)$/.test(tokens[source[0]]?.lower ?? '')
  const named = relative ? clauseOf(parsed, [source[0]], true).subject : source ? indices(source) : []
  if (!cue) return { ...NONE, subject: named, borrowed: true, group: null, tail: at }
  const verb = indices(cue).find((index) => (groupAt[index] ?? -1) >= 0) ?? cue[0]
  const group: VerbGroup = groups[groupAt[verb] ?? -1] ?? { from: verb, to: verb + 1, verb, infinitive: false }
  const before = tokens[group.from - 1]?.lower ?? ''
  const adverbs = group.infinitive || FALSELY.test(before) || before === 'neither' ? [group.from - 1] : []
  // "advised | people not | to swim"
  const [first = 0] = at
  const adjacent = first >= group.to && first - cue[1] <= LINK && tokens.slice(cue[1], first).every(({ tag }) => tag !== 'mark')
  const tail = [...indices([group.to, adjacent ? first : cue[1]]), ...at]
  return { ...NONE, subject: named.filter((index) => !adverbs.includes(index)), borrowed: true, adverbs, group, tail }
}

/** A line that asks without a mark: "Who is at risk" */
const isHeading = ({ tokens, start, end }: ParsedSentence, [first]: readonly number[]): boolean =>
  first === start && end === tokens.length && /^(?:who|what|how|why|where|when)$/.test(tokens[start]?.lower ?? '')

/** "?" of a content that asks. */
function questionMark({ tokens }: ParsedSentence, at: readonly number[]): string {
  const end = at.findLast((index) => tokens[index]?.tag !== 'quote') ?? -1
  return tokens[end]?.text === '?' || (tokens[end]?.tag !== 'mark' && tokens[end + 1]?.text === '?') ? '?' : ''
}
