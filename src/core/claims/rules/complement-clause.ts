/** `Lee said it rained`, `told them that it rained`, `vowed to stay`, `criticised the plan`: the content follows its cue. */
import type { CertaintyLevel } from '../../article.ts'
import { stanceLevel } from '../../lexicon/stance-level.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { type ContentStart, contentStartOf } from '../syntax/content-start.ts'
import type { Cue } from '../syntax/cues.ts'
import { extentOf } from '../syntax/extent.ts'
import { phraseFrom } from '../syntax/noun-phrases.ts'
import { subjectBefore, subjectOfClause } from '../syntax/subjects.ts'
import type { Range } from '../syntax/tokens.ts'
import type { AttributionRule, Progress } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

/** Verbs that assert that the content is untrue, or was not done. */
const DENIALS = new Set(['deny', 'dispute', 'refute', 'rebut', 'doubt', 'decline', 'refuse'])
export const complementClause: AttributionRule = (parsed, progress) => {
  parsed.cues.forEach((cue, index) => {
    if (progress.used.has(index) || progress.taken[cue.verb]) return
    if (cue.passive) return
    const start = contentStartOf(parsed, cue)
    if (!start || start.at >= parsed.end || progress.taken[start.at]) return
    const source = sourceOf(parsed, cue, progress)
    if (cue.infinitive && (!source || (start.kind === 'phrase' && !speaksOf(cue)))) return
    const relative =
      source !== null && source[1] - source[0] === 1 && /^(?:relative|that)$/.test(parsed.tokens[source[0]]?.tag ?? '')
    const inside = (relative && parsed.tokens[(source?.[0] ?? 0) - 1]?.text === ',') || opensSentence(parsed, cue)
    const extent = extentOf(parsed, start.at, start.kind, { inside, form: cue.form, relative })
    const taken = progress.taken.indexOf(true, start.at)
    const end = taken < 0 ? extent.end : Math.min(taken, extent.end)
    if (end <= start.at) return
    progress.used.add(index)
    recordAttribution(progress, {
      rule: `complement-${start.kind}`,
      source,
      cue: [cue.from, cue.to],
      lemma: cue.entry.lemma,
      content: [[start.at, end]],
      extent: end < extent.end ? 'taken' : extent.rule,
      denied: start.kind !== 'phrase' && DENIALS.has(cue.entry.lemma),
      level: levelOf(parsed, cue, start),
    })
  })
}

/** True if an infinitive phrase reports speech: "came to discuss the plan", but not "lined up to support her". */
const speaksOf = ({ entry: { lemma, frames } }: Cue): boolean =>
  /a/.test(frames) ||
  /^(?:describe|discuss|endorse|defend|refute|dispute|explain|call|respond to|refer to)$| about$/.test(lemma)

/** "asked whether it rained" is open, "asked why it rained" implies that it rained, "did not say that it rained" does not. */
function levelOf({ tokens }: ParsedSentence, cue: Cue, { at, kind }: ContentStart): CertaintyLevel {
  const word = tokens[at]?.lower ?? ''
  if (cue.negative || /^(?:if|whether)$/.test(word)) return 'unknown'
  return /^(?:how|why|what|who|when|where)$/.test(word) ? 'certain' : stanceLevel(cue.entry.lemma, kind)
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

/** Words before a noun phrase that is itself the subject of the participle after it. */
const ATTACHED = /^(?:with|of|from|about|to|between|including|by|than|as|is|are|was|were|be|been|being|\P{L}+)$/u

function sourceOf(parsed: ParsedSentence, cue: Cue, progress: Progress): Range | null {
  const { tokens } = parsed
  const previous = tokens[cue.from - 1]
  const comma = previous?.tag === 'quote' && tokens[cue.from - 2]?.text === ',' ? ',' : previous?.text
  const coordinated =
    previous?.tag === 'conjunction' ||
    previous?.tag === 'to' ||
    (cue.form === 'ing' && (comma === ',' || previous?.tag === 'preposition' || previous === undefined))
  const own = coordinated ? null : subjectBefore(tokens, cue.from, parsed.start)
  // "issued a statement saying": the source is the issuer; but "with Lee saying", "a group backing Lee".
  if (own && cue.form === 'ing' && cue.from === cue.verb && !ATTACHED.test(tokens[own[0] - 1]?.lower ?? ','))
    return subjectOfClause(tokens, own[0], parsed.start) ?? own
  if (own) return own
  if (cue.form === 'ing' && (previous === undefined || cue.from <= 2)) return subjectAfterComma(parsed, cue)
  // Words of another content cannot be the subject: "… that it rained, adding".
  const last = progress.found.at(-1)
  if (last?.source && last.cue && last.cue[0] < cue.from && last.content.every(([from]) => from < cue.from)) return last.source
  return subjectOfClause(tokens, cue.from, parsed.start)
}

/** "Calling it a mistake, Lee …" */
function subjectAfterComma(parsed: ParsedSentence, cue: Cue): Range | null {
  for (let at = cue.to; at < parsed.end; at++) {
    if (parsed.tokens[at]?.text !== ',') continue
    const phrase = phraseFrom(parsed.tokens, at + 1, parsed.end)
    if (phrase) return phrase
  }
  return null
}
