/** `Lee said it rained`, `told them that it rained`, `vowed to stay`, `criticised the plan`: the content follows its cue. */
import type { CertaintyLevel } from '../../article.ts'
import { CLAUSE_NOUNS } from '../../lexicon/reporting-nouns.ts'
import { stanceLevel } from '../../lexicon/stance-level.ts'
import { isBaseForm } from '../../lexicon/twofold-forms.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { type ContentStart, contentStartOf } from '../syntax/content-start.ts'
import type { Cue } from '../syntax/cues.ts'
import { type Around, extentOf } from '../syntax/extent.ts'
import { phraseFrom } from '../syntax/noun-phrases.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Range } from '../words/token.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'
import { sourceOf } from './source-of-cue.ts'

/** Verbs that assert that the content is untrue, or was not done. */
const DENIALS = new Set(['deny', 'dispute', 'refute', 'rebut', 'doubt', 'decline', 'refuse'])
/** These deny an act, anything at all, or a claim. */
const REJECTIONS = new Set(['deny', 'dispute', 'refute', 'rebut', 'reject', 'dismiss', 'rule out', 'disavow'])

export const complementClause: AttributionRule = (parsed, progress) => {
  parsed.cues.forEach((cue, index) => {
    if (progress.used.has(index) || progress.taken[cue.verb]) return
    if (cue.passive || isAdnominal(parsed, cue)) return
    const start = contentStartOf(parsed, cue)
    if (!start || start.at >= parsed.end || progress.taken[start.at]) return
    if (reportsNothing(parsed, cue, start)) return
    const source = sourceOf(parsed, cue, progress)
    if (!mayAttribute(parsed, cue, start, source)) return
    const extent = extentOf(parsed, start.at, start.kind, aroundOf(parsed, cue, source))
    const taken = progress.taken.indexOf(true, start.at)
    const end = taken < 0 ? extent.end : Math.min(taken, extent.end)
    if (end <= start.at || (end === start.at + 1 && PRONOUN.test(parsed.tokens[start.at]?.tag ?? ''))) return
    progress.used.add(index)
    recordAttribution(progress, {
      rule: `complement-${start.kind}`,
      source,
      cue: [cue.from, cue.to],
      lemma: cue.entry.lemma,
      content: [[start.at, end]],
      extent: end < extent.end ? 'taken' : extent.rule,
      denied: isDenied(parsed, cue, start),
      level: levelOf(parsed, cue, start, source),
    })
  })
}

/** "disputes that", "saw it": nothing that could be told. */
const PRONOUN = /^(?:subject|object|that)$/

/** Not "It is too soon to say", "There is no reason to think", "lined up to support her". */
function mayAttribute(parsed: ParsedSentence, cue: Cue, start: ContentStart, source: Range | null): boolean {
  if (source && (holdsPredicate(parsed, source) || opensAdjunct(parsed, source[0]))) return false
  return !cue.infinitive || (source !== null && attributesInfinitive(parsed, cue, start, source))
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
function levelOf({ tokens }: ParsedSentence, cue: Cue, { at, kind }: ContentStart, source: Range | null): CertaintyLevel {
  // "No one said that it was safe"
  if (source && NOBODY.test(tokens[source[0]]?.lower ?? '')) return 'unknown'
  const word = tokens[at]?.lower ?? ''
  // "did not deny that it rained"
  if (cue.negative) return DENIALS.has(cue.entry.lemma) && tokens[cue.verb - 1]?.lower !== 'nor' ? 'probable' : 'unknown'
  if (/^(?:if|whether)$/.test(word)) return 'unknown'
  // "refused to approve it": it was not done
  if (kind === 'infinitive' && /^(?:refuse|decline)$/.test(cue.entry.lemma)) return 'certain'
  return /^(?:how|why|what|who|when|where)$/.test(word) ? 'certain' : stanceLevel(cue.entry.lemma, kind)
}

/** "denied that it rained", "denied taking it", "denied any fault", "rejected claims that it rained". */
function isDenied(parsed: ParsedSentence, { entry, negative }: Cue, { at, kind }: ContentStart): boolean {
  const { tokens } = parsed
  if (negative) return false
  if (kind !== 'phrase') return DENIALS.has(entry.lemma)
  if (!REJECTIONS.has(entry.lemma)) return false
  if (tokens[at]?.tag === 'ing' || tokens[at]?.lower === 'any' || entry.lemma === 'rule out') return true
  // "denied theft"; a request that is denied is not untrue
  if (entry.lemma === 'deny' && phraseFrom(tokens, at, parsed.end, false) && !GRANTED.test(headOf(parsed, at))) return true
  for (let noun = at; noun < at + 5; noun++) {
    const word = tokens[noun]?.lower ?? ''
    if (ALLEGED.test(word)) return true
    if (CLAUSE_NOUNS.has(word)) return tokens[noun + 1]?.tag === 'that'
  }
  return false
}

/** Nouns for what is asked for: to deny it is to refuse it. */
const GRANTED =
  /^(?:requests?|appeals?|motions?|petitions?|applications?|bail|access|entry|visas?|permits?|permission|parole|clemency|asylum|loans?|services?|rights?|opportunit(?:y|ies)|chances?|care|treatment|coverage|benefits?|leave|help|aid|it|them|him|her|us)$/

/** Nouns whose denial denies what they tell. */
const ALLEGED =
  /^(?:allegations?|accusations?|claims?|charges?|reports?|rumou?rs?|suggestions?|criticisms?|wrongdoing|involvement|responsibility|guilt|liability|account|story)$/

/** "without naming him", "A man accused of stealing £900 was freed": a participle, not read as the verb of a clause. */
function isAdnominal({ tokens, clauses, groupAt }: ParsedSentence, cue: Cue): boolean {
  const before = tokens[cue.from - 1]
  if (before?.lower === 'without') return true
  const index = groupAt[cue.verb] ?? -1
  const participle = /^(?:past|participle)$/.test(cue.form) && cue.from === cue.verb && index >= 0 && !clauses.has(index)
  return participle && /^(?:noun|name)$/.test(before?.tag ?? '') && tokens[cue.verb + 1]?.tag === 'preposition'
}

/** "did not respond to a request", "called an ambulance", "saw its sales drop": no report, whatever the verb says elsewhere. */
function reportsNothing(parsed: ParsedSentence, cue: Cue, { at, kind }: ContentStart): boolean {
  const { lemma } = cue.entry
  if (staysUnnamed(parsed.tokens, at)) return true
  if (kind === 'infinitive') return isSilence(parsed, cue, at)
  // "declined to comment on whether it rained"
  if (
    kind === 'phrase' &&
    lemma === 'comment on' &&
    cue.infinitive &&
    /^(?:declin|refus)/.test(parsed.tokens[cue.from - 2]?.lower ?? '')
  )
    return true
  if (kind !== 'phrase') return false
  if (cue.negative && /^(?:respond to|comment on|answer|address|discuss|mention)$/.test(lemma)) return true
  // "not authorized to discuss it"
  if (
    cue.infinitive &&
    /^(?:authori[sz]ed|allowed|permitted|able|unable|available)$/.test(parsed.tokens[cue.from - 2]?.lower ?? '')
  )
    return true
  if (lemma === 'declare') return /^(?:emergency|war|bankruptcy|victory|disaster|holiday|mourning)$/.test(headOf(parsed, at))
  if (lemma === 'respond to') return /^(?:requests?|calls?|emails?|messages?|inquiries|questions?)$/.test(headOf(parsed, at))
  if (lemma === 'call') return isSimple(parsed, at)
  return /^(?:see|hear|feel|find|want|expect)$/.test(lemma) ? lemma === 'see' && bareVerbAfter(parsed, at) : false
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

const NOBODY = /^(?:no|nobody|none|neither|few)$/

/** "declined to comment": nothing was said. */
const isSilence = ({ tokens }: ParsedSentence, { entry, negative }: Cue, at: number): boolean =>
  (negative || DENIALS.has(entry.lemma)) &&
  /^(?:comment|respond|reply|elaborate|answer)$/.test(tokens[at + 1]?.lower ?? '') &&
  !/^(?:if|whether|how|why|when)$/.test(tokens[at + 3]?.lower ?? '')

/** "asked not to be named", "agreed to be quoted": how a source is named. */
const staysUnnamed = (tokens: ParsedSentence['tokens'], at: number): boolean =>
  tokens
    .slice(at, at + 6)
    .some(
      ({ lower }, order, words) =>
        /^(?:named|identified|quoted|anonymous)$/.test(lower) && /^(?:be|remain|stay)$/.test(words[order - 1]?.lower ?? ''),
    )

/** The last word of the base noun phrase at `at`. */
function headOf({ tokens }: ParsedSentence, at: number): string {
  let head = at
  for (let next = at; /^(?:determiner|possessive|noun|name|number|ed|ing|adverb)$/.test(tokens[next]?.tag ?? ''); next++)
    head = next
  return tokens[head]?.lower ?? ''
}

/** One noun phrase and nothing that it is called. */
function isSimple({ tokens, end, quoted }: ParsedSentence, at: number): boolean {
  if (!/^(?:determiner|possessive|noun|number)$/.test(tokens[at]?.tag ?? '') || quoted[at] !== -1) return false
  const phrase = phraseFrom(tokens, at, end, false)
  const next = tokens[phrase?.[1] ?? at]
  const words = phrase ? phrase[1] - phrase[0] : 0
  const articles = tokens.slice(at, phrase?.[1]).filter(({ tag }) => /^(?:determiner|possessive)$/.test(tag)).length
  return (
    words <= 3 &&
    articles <= 1 &&
    (next === undefined || /^(?:conjunction|preposition|mark|time|subordinator|to)$/.test(next.tag))
  )
}

/** "its passenger numbers drop": a noun phrase and a base form. */
function bareVerbAfter({ tokens, end }: ParsedSentence, at: number): boolean {
  for (let next = at + 1; next < Math.min(end, at + 8); next++) {
    const token = tokens[next]
    if (!token || /^(?:mark|preposition|conjunction|that|to|be|have|modal)$/.test(token.tag)) return false
    if (isBaseForm(token.lower) && /^(?:noun|name)$/.test(tokens[next - 1]?.tag ?? '') && token.tag !== 'name')
      return tokens[next + 1] === undefined || !/^(?:noun|name)$/.test(tokens[next + 1]?.tag ?? '')
  }
  return false
}

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
