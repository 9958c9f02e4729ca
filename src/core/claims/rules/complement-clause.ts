/** `Lee said it rained`, `told them that it rained`, `vowed to stay`, `criticised the plan`: the content follows its cue. */
import type { CertaintyLevel } from '../../article.ts'
import { stanceLevel } from '../../lexicon/stance-level.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { type ContentStart, contentStartOf } from '../syntax/content-start.ts'
import type { Cue } from '../syntax/cues.ts'
import { type Around, extentOf } from '../syntax/extent.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Range, Token } from '../words/token.ts'
import type { Attribution, AttributionRule, Progress } from './attribution.ts'
import { DENIALS, isDenied, RAISING } from './denial.ts'
import { splitsObject } from './object-relative.ts'
import { recordAttribution } from './record-attribution.ts'
import { reportsNothing } from './reports-nothing.ts'
import { sourceOf } from './source-of-cue.ts'

export const complementClause: AttributionRule = (parsed, progress) => {
  parsed.cues.forEach((cue, index) => {
    if (progress.used.has(index) || progress.taken[cue.verb]) return
    if (cue.passive || isAdnominal(parsed, cue) || splitsObject(parsed, cue)) return
    const start = contentStartOf(parsed, cue)
    if (!start || start.at >= parsed.end || progress.taken[start.at]) return
    if (reportsNothing(parsed, cue, start)) return
    const source = sourceOf(parsed, cue, progress)
    if (!mayAttribute(parsed, cue, start, source)) return
    const extent = extentOf(parsed, start.at, start.kind, aroundOf(parsed, cue, source))
    const taken = progress.taken.indexOf(true, start.at)
    const end = taken < 0 ? extent.end : Math.min(taken, extent.end)
    if (end <= start.at || (end === start.at + 1 && isPronoun(parsed.tokens[start.at]))) return
    progress.used.add(index)
    const attribution: Attribution = {
      rule: `complement-${start.kind}`,
      source,
      cue: [cue.from, cue.to],
      lemma: cue.entry.lemma,
      content: [[start.at, end]],
      extent: end < extent.end ? 'taken' : extent.rule,
      denied: isDenied(parsed, cue, start),
      level: levelOf(parsed, cue, start, source),
      silent: source === null && cue.form !== 'ing' && /^ask/.test(cue.entry.lemma) && opensSentence(parsed, cue),
    }
    recordAttribution(progress, attribution)
    if (extent.rule === 'semicolon') recordRest(parsed, progress, attribution, cue)
  })
}

/** "liked it but hoped for more; | she had heard of it late": after a semicolon the report goes on, and not the hope. */
function recordRest(parsed: ParsedSentence, progress: Progress, told: Attribution, { verb, entry }: Cue): void {
  const from = (told.content[0]?.[1] ?? 0) + 1
  const report = stanceLevel(entry.lemma) === 'certain' ? told : progress.found.at(-2)
  if (!report?.source || !goesOn(parsed, from)) return
  const content: Range[] = [[from, extentOf(parsed, from, 'clause', { cue: verb }).end]]
  recordAttribution(progress, { ...report, content, denied: false })
}

/** True for a clause with a pronoun or in the tense of what is told before it. */
function goesOn({ tokens, clauses, groups, cues }: ParsedSentence, from: number): boolean {
  const clause = [...clauses.values()].find((one) => one.kind === 'main' && one.from === from)
  const group = groups[clause?.group ?? -1]
  if (!group || !clause?.subject || cues.some(({ verb }) => verb === group.verb)) return false
  const person = clause.subject[1] - clause.subject[0] === 1 && /^(?:he|she|they)$/.test(tokens[clause.subject[0]]?.lower ?? '')
  return person || /^(?:had|would|could|might)$/.test(tokens[group.from]?.lower ?? '')
}

/** "disputes that", "saw it": nothing that could be told. */
const isPronoun = (token: Token | undefined): boolean =>
  /^(?:subject|object|that)$/.test(token?.tag ?? '') ||
  /^(?:this|these|those|when|why|how|where|who|what)$/.test(token?.lower ?? '')

/** Not "It is too soon to say", "There is no reason to think", "lined up to support her". */
function mayAttribute(parsed: ParsedSentence, cue: Cue, start: ContentStart, source: Range | null): boolean {
  // "if the county agrees to lend it"
  if (start.kind !== 'clause' && isCondition(parsed, cue)) return false
  // "once you see it": nobody in particular
  if (source && source[1] - source[0] === 1 && parsed.tokens[source[0]]?.lower === 'you') return false
  if (source && (holdsPredicate(parsed, source) || opensAdjunct(parsed, source[0]))) return false
  return !cue.infinitive || (source !== null && attributesInfinitive(parsed, cue, start, source))
}

const isCondition = ({ tokens, clauses, groupAt }: ParsedSentence, { verb }: Cue): boolean => {
  const clause = clauses.get(groupAt[verb] ?? -1)
  return clause?.kind === 'subordinate' && /^(?:if|unless|once|until)$/.test(tokens[clause.from - 1]?.lower ?? '')
}

const attributesInfinitive = ({ tokens }: ParsedSentence, cue: Cue, { kind }: ContentStart, [from]: Range): boolean =>
  !/^(?:it|there)$/.test(tokens[from]?.lower ?? '') &&
  !/^(?:difficult|hard|easy|impossible|possible|necessary|important|tough|simple)$/.test(tokens[cue.from - 2]?.lower ?? '') &&
  (kind !== 'phrase' || speaksOf(cue))

/** Where the cue stands: in a relative clause, an aside or a clause that opens the sentence. */
function aroundOf(parsed: ParsedSentence, cue: Cue, source: Range | null): Around {
  const { tokens, clauses, groupAt } = parsed
  const pronoun = source !== null && source[1] - source[0] === 1 ? source[0] : -1
  const reduced = source === null && tokens[cue.from - 1]?.tag === 'subordinator'
  const relative = /^(?:relative|that)$/.test(tokens[pronoun]?.tag ?? '')
  const read = clauses.get(groupAt[cue.verb] ?? -1)
  const opened = relative ? pronoun - 1 : read?.kind === 'relative' ? read.from - 2 : -1
  return {
    inside: reduced || tokens[opened]?.text === ',' || opensSentence(parsed, cue) || isAside(parsed, cue),
    form: cue.form,
    relative,
    cue: cue.verb,
  }
}

/** "Lund, asked whether she would resign, said": a participle without a clause of its own, behind a comma of the subject. */
const isAside = ({ tokens, clauses, groupAt }: ParsedSentence, { from, verb }: Cue): boolean =>
  from === verb &&
  tokens[from - 1]?.text === ',' &&
  tokens[verb]?.tag === 'ed' &&
  !clauses.has(groupAt[verb] ?? -1) &&
  [...clauses.values()].some(({ subject }) => subject && subject[0] < from && from < subject[1])

/** True if an infinitive phrase reports speech: "came to discuss the plan", but not "lined up to support her". */
const speaksOf = ({ entry: { lemma, frames } }: Cue): boolean =>
  /a/.test(frames) ||
  /^(?:describe|discuss|endorse|defend|refute|dispute|explain|call|respond to|refer to)$| about$/.test(lemma)

/** "asked whether it rained" is open, "asked why it rained" implies that it rained, "did not say that it rained" does not. */
function levelOf(parsed: ParsedSentence, cue: Cue, start: ContentStart, source: Range | null): CertaintyLevel {
  const { tokens } = parsed
  const { at, kind } = start
  // "No one said that it was safe"
  if (source && NOBODY.test(tokens[source[0]]?.lower ?? '')) return 'unknown'
  const word = tokens[at]?.lower ?? ''
  // "did not deny that it rained"
  if (cue.entry.lemma === 'doubt') return 'probable'
  if (cue.negative && isDenied(parsed, cue, start)) return RAISING.test(cue.entry.lemma) ? 'probable' : 'certain'
  if (cue.negative && cue.entry.lemma === 'rule out') return 'possible'
  if (cue.negative) return DENIALS.has(cue.entry.lemma) && tokens[cue.verb - 1]?.lower !== 'nor' ? 'probable' : 'unknown'
  if (/^(?:if|whether)$/.test(word)) return 'unknown'
  // "refused to approve it": it was not done
  if (kind === 'infinitive' && /^(?:refuse|decline)$/.test(cue.entry.lemma)) return 'certain'
  return /^(?:how|why|what|who|when|where)$/.test(word) ? 'certain' : stanceLevel(cue.entry.lemma, kind)
}

/** "without naming him", "A man accused of stealing £900 was freed": a participle, not read as the verb of a clause. */
function isAdnominal({ tokens, clauses, groupAt }: ParsedSentence, cue: Cue): boolean {
  const before = tokens[cue.from - 1]
  if (before?.lower === 'without') return true
  // "stopped short of calling for it"
  if (before?.lower === 'of' && tokens[cue.from - 2]?.lower === 'short') return true
  const index = groupAt[cue.verb] ?? -1
  const participle = /^(?:past|participle)$/.test(cue.form) && cue.from === cue.verb && index >= 0 && !clauses.has(index)
  if (!participle || !(/^(?:noun|name)$/.test(before?.tag ?? '') || before?.text === ',')) return false
  // "a firm, called Tarn Mills"
  const named =
    /^(?:call|name|dub)$/.test(cue.entry.lemma) && /^(?:name|determiner|quote)$/.test(tokens[cue.verb + 1]?.tag ?? '')
  return named || (before?.text !== ',' && tokens[cue.verb + 1]?.tag === 'preposition')
}

/** "On Monday, state | police" */
const opensAdjunct = ({ tokens }: ParsedSentence, from: number): boolean =>
  tokens[from]?.tag === 'preposition' && !comparesAt(tokens, from)

/** "it lets him keep quiet and | deny it": what stands before the cue is a clause and no source. */
function holdsPredicate({ clauses, groups, tokens }: ParsedSentence, [from, to]: Range): boolean {
  const aside = tokens.slice(from, to).findIndex(({ tag }) => /^(?:mark|relative|that)$/.test(tag))
  const end = aside < 0 ? to : from + aside
  return [...clauses.values()].some(({ kind, group }) => {
    const verb = groups[group]?.from ?? -1
    return kind !== 'relative' && verb > from && verb < end
  })
}

const NOBODY = /^(?:no|nobody|none|neither|few|not)$/

/** True if the cue stands in an introductory clause: "Asked whether it rained, she …", "But while he says it rained, she …". */
function opensSentence({ tokens, start }: ParsedSentence, cue: Cue): boolean {
  let at = start
  while (/^(?:conjunction|adverb|mark|quote)$/.test(tokens[at]?.tag ?? '')) at++
  const first = tokens[at]
  if (!first) return false
  const opens =
    first.tag === 'subordinator' ||
    (first.tag === 'ing' && cue.from === at) ||
    (first.tag === 'ed' && cue.from === at) ||
    ((first.tag === 'preposition' || first.lower === 'after') && cue.form === 'ing' && cue.from <= at + 2)
  if (!opens) return false
  for (; at < cue.from; at++) if (tokens[at]?.text === ',') return false
  return true
}
