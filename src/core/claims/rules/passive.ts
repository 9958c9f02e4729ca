/**
 * `The plan was criticised by Lee`, `Lee was seen as weak`, `Lee was asked about it`: the content stands before or around its
 * cue.
 */

import { NOUN_ENDING } from '../../lexicon/common-nouns.ts'
import { PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import { stanceLevel } from '../../lexicon/stance-level.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { pastCueAdjuncts } from '../syntax/cue-adjuncts.ts'
import type { Cue } from '../syntax/cues.ts'
import { extentOf } from '../syntax/extent.ts'
import { phraseFrom } from '../syntax/noun-phrases.ts'
import { subjectBefore } from '../syntax/subjects.ts'
import type { Range, Token } from '../words/token.ts'
import type { AttributionRule, Progress } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

/** The greatest distance of "by" after the cue, in tokens. */
const REACH = 6
/** Verbs of regarding, which may have no agent. */
const TAKEN_FOR = new Set([
  'see',
  'view',
  'regard',
  'describe',
  'perceive',
  'portray',
  'depict',
  'characterize',
  'cast',
  'dismiss',
])

export const passive: AttributionRule = (parsed, progress) => {
  parsed.cues.forEach((cue, index) => {
    if (!cue.passive || cue.infinitive || progress.used.has(index) || progress.taken[cue.verb]) return
    const agent = agentOf(parsed, cue)
    if (recordTold(parsed, progress, index, agent)) return
    const asked = /^ask/.test(cue.entry.lemma) ? questionOf(parsed, cue) : null
    const content = asked ? [asked] : contentOf(parsed, cue, agent)
    if (!content || content.some(([from, to]) => progress.taken.slice(from, to).includes(true))) return
    progress.used.add(index)
    recordAttribution(progress, {
      rule: asked ? 'passive-question' : 'passive',
      source: agent,
      cue: [cue.from, cue.to],
      lemma: cue.entry.lemma,
      content,
      denied: asked === null && !cue.negative && /^(?:deny|dispute|refute|rebut)$/.test(cue.entry.lemma),
      level: asked || cue.negative ? 'unknown' : stanceLevel(cue.entry.lemma, 'phrase'),
    })
  })
}

/** "was told by police that it rained", "when asked by a reporter if it rained": the agent speaks; "were told that": somebody does. */
function recordTold(parsed: ParsedSentence, progress: Progress, index: number, agent: Range | null): boolean {
  const cue = parsed.cues[index]
  const at = agent?.[1] ?? pastCueAdjuncts(parsed.tokens, cue?.to ?? 0)
  if (
    agent === null &&
    (!/^(?:told|informed|assured)$/.test(parsed.tokens[cue?.verb ?? -1]?.lower ?? '') || parsed.tokens[at]?.tag !== 'that')
  )
    return false
  const next = parsed.tokens[at]
  if (!cue || !/t/.test(cue.entry.frames) || at >= parsed.end) return false
  const open = /^(?:if|whether|how|why|what|who|when|where)$/.test(next?.lower ?? '')
  if (!open && !/^(?:that|to)$/.test(next?.tag ?? '')) return false
  const kind = next?.tag === 'to' ? 'infinitive' : 'clause'
  progress.used.add(index)
  recordAttribution(progress, {
    rule: 'passive-told',
    source: agent,
    cue: [cue.from, cue.to],
    lemma: cue.entry.lemma,
    content: [[at, extentOf(parsed, at, kind, { inside: true, cue: cue.verb }).end]],
    denied: false,
    level: open ? 'unknown' : stanceLevel(cue.entry.lemma, kind),
  })
  return true
}

/** Returns "Ann Lee" of "by Ann Lee". */
function agentOf({ tokens, end }: ParsedSentence, cue: Cue): Range | null {
  for (let at = cue.to; at < Math.min(end, cue.to + REACH); at++) {
    const token = tokens[at]
    if (!token || /^(?:mark|that|to|ing|relative)$/.test(token.tag)) return null
    if (token.lower !== 'by') continue
    const phrase = phraseFrom(tokens, at + 1, end, false)
    return phrase && tokens[at + 1]?.tag !== 'ing' && isAgent(tokens, phrase) ? [phrase[0], pastName(tokens, phrase[1])] : null
  }
  return null
}

/** Past ", Judith Lowe" of "by her daughter, Judith Lowe". */
function pastName(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ',' || tokens[at + 1]?.tag !== 'name') return at
  let past = at + 1
  while (tokens[past]?.tag === 'name') past++
  return tokens[past] === undefined || tokens[past]?.tag === 'mark' ? past : at
}

/** True for a person, a body or a document; not "by two votes", "by mistake". */
function isAgent(tokens: readonly Token[], [from, to]: Range): boolean {
  const words = tokens.slice(from, to)
  const head = words.findLast(({ tag }) => tag === 'noun' || tag === 'name')
  if (words[0]?.tag === 'number')
    return head !== undefined && (PEOPLE_NOUNS.has(head.lower) || NOUN_ENDING.test(head.lower.replace(/s$/, '')))
  return !NO_AGENTS.test(head?.lower ?? '')
}
const NO_AGENTS =
  /^(?:accident|mistake|force|law|name|phone|email|e-mail|post|mail|far|chance|example|hand|surprise|margins?|votes?|percent|degrees?|majority|night|day|then|now|noon|midnight|means|way|definition|default|design)$/

/** Returns the subject of a question: "about it", "whether it rained". */
function questionOf(parsed: ParsedSentence, { to, entry }: Cue): Range | null {
  const next = parsed.tokens[to]
  if (to >= parsed.end) return null
  const quotation = parsed.quotations[parsed.quoted[next?.text === ',' ? to + 1 : to] ?? -1]
  if (quotation) return quotation
  const opens = entry.lemma !== 'ask' || /^(?:if|whether|how|why|what|who|when|where)$/.test(next?.lower ?? '')
  return opens && next?.tag !== 'mark' ? [to, extentOf(parsed, to, 'clause', { inside: true }).end] : null
}

/** Returns the subject and the words after the cue; null if the verb does not show who takes the stance. */
function contentOf(parsed: ParsedSentence, cue: Cue, agent: Range | null): Range[] | null {
  const { tokens } = parsed
  const { lemma, frames } = cue.entry
  const next = tokens[cue.to]
  const stance =
    (agent !== null && /[snoatw]/.test(frames)) ||
    (TAKEN_FOR.has(lemma) && next?.lower === 'as') ||
    (/a/.test(frames) && (next?.lower === 'for' || next?.lower === 'as' || lemma === 'accuse of'))
  if (!stance) return null
  const subject = subjectBefore(tokens, cue.from, parsed.start)
  if (!subject || /^(?:relative|that)$/.test(tokens[subject[0]]?.tag ?? '')) return null
  const last = tokens[subject[1] - 1]?.text === ',' ? subject[1] - 1 : subject[1]
  const rest = agent ? agent[1] : cue.to
  const end =
    rest < parsed.end && /^(?:as|for|of|over|in)$/.test(tokens[rest]?.lower ?? '') ? extentOf(parsed, rest, 'phrase').end : rest
  return end > rest
    ? [
        [subject[0], last],
        [rest, end],
      ]
    : [[subject[0], last]]
}
