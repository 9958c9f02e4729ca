/** `It rained, Lee said.`, `“It rained,” said Lee.`, `Rain, he said, would fall.`: the cue follows or splits the content. */

import { stanceLevel } from '../../lexicon/stance-level.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { isPersonNoun } from '../sources/human.ts'
import { subjectOf } from '../subject-of.ts'
import { pastCueAdjuncts } from '../syntax/cue-adjuncts.ts'
import type { Cue } from '../syntax/cues.ts'
import { extentOf } from '../syntax/extent.ts'
import { phraseFrom } from '../syntax/noun-phrases.ts'
import { firstContentToken } from '../syntax/openings.ts'
import { subjectBefore } from '../syntax/subjects.ts'
import { hasFiniteGroup } from '../syntax/verb-groups.ts'
import { isInfinitiveVerb } from '../words/infinitives.ts'
import type { Range } from '../words/token.ts'
import type { AttributionRule, Progress } from './attribution.ts'
import { type Aside, endsQuotation, leftContent, rightContent } from './content-around-cue.ts'
import { recordAttribution } from './record-attribution.ts'

export const parenthetical: AttributionRule = (parsed, progress) => {
  let floor = parsed.start
  parsed.cues.forEach((cue, index) => {
    if (cue.from < floor || cue.passive || cue.infinitive || !/[stw]/.test(cue.entry.frames) || progress.taken[cue.verb]) return
    const aside = before(parsed, cue, floor) ?? inverted(parsed, cue)
    if (!aside) return
    // "denied that it had rained, as Lee claimed"
    if (parsed.tokens[aside.from]?.lower === 'as' && reportsBefore(parsed, floor, cue)) return
    if (recordInRelative(parsed, progress, index, aside)) return
    // "said it was old; it was, she added, weak"
    const low =
      parsed.text.includes(';') && reportsBefore(parsed, floor, cue) ? pastSemicolon(parsed, floor, aside.from) : floor
    const left = leftContent(parsed, low, aside)
    if (!left) {
      cueFirst(parsed, progress, index, aside)
      return
    }
    const right = rightContent(parsed, aside, left)
    if (right && reportsBefore(parsed, low, cue)) return
    progress.used.add(index)
    recordAttribution(progress, {
      rule: right ? 'cue-between' : 'cue-after',
      source: aside.source,
      cue: aside.cue,
      lemma: cue.entry.lemma,
      content: right ? [left, right] : [left],
      denied: false,
      level: stanceLevel(cue.entry.lemma),
    })
    floor = right ? right[1] : aside.to
  })
}

function pastSemicolon({ tokens }: ParsedSentence, floor: number, to: number): number {
  let at = to
  while (at > floor && tokens[at - 1]?.text !== ';') at--
  return at
}

/** "footage which, Lee alleges, shows him": the content is the relative clause. */
function recordInRelative(
  parsed: ParsedSentence,
  progress: Progress,
  index: number,
  { source, cue, from, to }: Aside,
): boolean {
  const { tokens } = parsed
  const opener = from - 2
  const inside = tokens[from - 1]?.text === ',' && tokens[to]?.text === ',' && tokens[opener]?.tag === 'relative'
  const read = parsed.cues[index]
  if (!inside || !read || opener <= parsed.start || to + 1 >= parsed.end) return false
  const content: Range[] = [
    [opener, opener + 1],
    [to + 1, extentOf(parsed, to + 1, 'clause').end],
  ]
  progress.used.add(index)
  const level = stanceLevel(read.entry.lemma)
  recordAttribution(progress, { rule: 'cue-in-relative', source, cue, lemma: read.entry.lemma, content, denied: false, level })
  return true
}

/** "He said it rained, and when asked, he said, “It did.”": another cue with its content stands before the comma. */
const reportsBefore = (parsed: ParsedSentence, floor: number, { from }: Cue): boolean =>
  parsed.cues.some(
    (cue) =>
      cue.from >= floor &&
      cue.to < from &&
      /s/.test(cue.entry.frames) &&
      parsed.clauses.get(parsed.groupAt[cue.verb] ?? -1)?.kind === 'main' &&
      parsed.tokens[cue.to]?.tag !== 'mark' &&
      hasFiniteGroup(parsed.groups, cue.to, from - 1),
  )

/**
 * Records a content after the cue: "However, he said, it rained", "As Lee said, it rained", where only a connective stands
 * before it. In "In May, he said, it rained" the words before the cue are an adverbial of the content.
 */
function cueFirst(parsed: ParsedSentence, progress: Progress, index: number, { source, cue, from, to }: Aside): void {
  if (parsed.tokens[to]?.text !== ',' || to + 2 >= parsed.end || parsed.quoted[to + 1] !== -1) return
  const lemma = parsed.cues[index]?.entry.lemma ?? ''
  const start = firstContentToken(parsed, 0)
  if (start < from) {
    if (parsed.tokens[from - 1]?.text !== ',' || parsed.quoted[start] !== -1) return
    progress.used.add(index)
    const content: Range[] = [
      [start, from - 1],
      [to + 1, parsed.end],
    ]
    recordAttribution(progress, {
      rule: 'cue-after-opening',
      source,
      cue,
      lemma,
      content,
      denied: false,
      level: stanceLevel(lemma),
    })
    return
  }
  progress.used.add(index)
  recordAttribution(progress, {
    rule: 'cue-first',
    source,
    cue,
    lemma,
    content: [[to + 1, parsed.end]],
    denied: false,
    level: 'certain',
  })
}

const closes = (parsed: ParsedSentence, at: number): boolean => {
  const token = parsed.tokens[at]
  if (!token) return false
  return token.text === ',' || endsQuotation(parsed, at) || /^(?:—|–|--)$/.test(token.text)
}

/** "…, Lee said": the subject directly after the content. */
function before(parsed: ParsedSentence, cue: Cue, floor: number): Aside | null {
  const { tokens } = parsed
  let low = floor
  for (const [, to] of parsed.quotations) if (to <= cue.from && to > low) low = to
  const source = subjectOf(parsed, cue.verb, low) ?? subjectBefore(tokens, cue.from, low)
  if (!source) return null
  const head = tokens[source[0]]
  // "beating the 3% economists had forecast"
  if (/^(?:relative|that|ing|preposition|to)$/.test(head?.tag ?? '')) return null
  let from = source[0]
  if (tokens[from - 1]?.lower === 'as') from--
  const opens = tokens[from]?.lower === 'as' && from <= firstContentToken(parsed, 0)
  if (!opens && !closes(parsed, from - 1)) return null
  const quotedLeft = endsQuotation(parsed, from - 1) || (tokens[from - 1]?.text === ',' && endsQuotation(parsed, from - 2))
  const to = pastAdjuncts(parsed, cue.to, quotedLeft, /t/.test(cue.entry.frames))
  if (to === null) return null
  return { source, cue: [cue.from, cue.to], from, to }
}

/** `,” said Lee` */
function inverted(parsed: ParsedSentence, cue: Cue): Aside | null {
  if (!closes(parsed, cue.from - 1) || cue.negative || cue.form === 'ing') return null
  const source = phraseFrom(parsed.tokens, cue.to, parsed.end)
  if (!source || (cue.form === 'base' && !/s$/.test(parsed.tokens[source[1] - 1]?.lower ?? ''))) return null
  // "Lee, the mayor, said yes": without a quotation only a name or an article indicates that the subject follows.
  const opens = parsed.tokens[source[0]]?.tag
  const titled = isPersonNoun(parsed.tokens[source[0]]?.lower ?? '') || cue.form === 'base'
  if (
    !endsQuotation(parsed, cue.from - 1) &&
    (!/s/.test(cue.entry.frames) || !(opens === 'name' || opens === 'determiner' || titled))
  )
    return null
  // "The mayor, Bo Hale, announced a tax": the words before such a verb must contain a finite verb.
  const splits = parsed.tokens[source[1]]?.text === ',' && hasFiniteGroup(parsed.groups, source[1], parsed.end)
  if (
    !endsQuotation(parsed, cue.from - 1) &&
    !hasMainVerb(parsed, cue.from) &&
    !(splits && (cue.form === 'base' || /^(?:with|despite|given)$/.test(parsed.tokens[parsed.start]?.lower ?? '')))
  )
    return null
  const next = parsed.tokens[source[1]]
  const after =
    next === undefined ||
    source[1] >= parsed.end ||
    next.tag === 'mark' ||
    next.tag === 'preposition' ||
    next.tag === 'time' ||
    next.tag === 'subordinator' ||
    next.tag === 'conjunction' ||
    next.tag === 'adverb' ||
    next.tag === 'ing' ||
    next.tag === 'relative' ||
    next.tag === 'to'
  if (!after) return null
  if (parsed.tokens[source[0]]?.tag === 'object') return null
  return {
    source,
    cue: [cue.from, cue.to],
    from: cue.from,
    to: Math.min(parsed.end, pastAdjuncts(parsed, source[1], true, false) ?? source[1]),
  }
}

/** A clause that is no modifier has its verb before `to`. */
const hasMainVerb = ({ clauses, groups, tokens }: ParsedSentence, to: number): boolean =>
  [...clauses.values()].some(
    ({ kind, group, subject }) =>
      !/^(?:relative|subordinate)$/.test(kind) &&
      tokens[subject?.[0] ?? -1]?.tag !== 'relative' &&
      (groups[group]?.to ?? to + 1) <= to,
  )

/** Returns the token after the adjuncts of time, place and addressee; null if a complement of its own follows the cue. */
function pastAdjuncts(parsed: ParsedSentence, cueEnd: number, quotedLeft: boolean, addressee: boolean): number | null {
  const at = pastCueAdjuncts(parsed.tokens, cueEnd)
  const first = parsed.tokens[at]
  if (!first || at >= parsed.end) return at
  if (first.text === ',' || first.text === '.') return at
  if (first.text === ':' || first.tag === 'quote') return null
  const adjunct =
    first.tag === 'preposition' ||
    first.tag === 'time' ||
    first.tag === 'adverb' ||
    first.tag === 'mark' ||
    (first.tag === 'to' && !isInfinitiveVerb(parsed.tokens, at + 1)) ||
    first.lower === 'as' ||
    first.lower === 'when' ||
    first.lower === 'while' ||
    first.lower === 'after' ||
    first.lower === 'before' ||
    first.tag === 'conjunction'
  if (!adjunct && !addressee && !(quotedLeft && first.tag === 'ing')) return null
  let to = at
  for (; to < parsed.end; to++) {
    const token = parsed.tokens[to]
    if (!token || token.text === ',' || token.text === '.' || token.text === ';') break
    if (token.tag === 'quote' && !quotedLeft) return null
    if (token.tag === 'that' && !(quotedLeft && to > at + 3)) return null
    if (addressee && !quotedLeft && (token.tag === 'subject' || token.tag === 'to' || token.tag === 'relative') && to > at)
      return null
    if (token.text === ':') return null
    if (!quotedLeft && /^(?:if|whether|how|why|what|who)$/.test(token.lower)) return null
  }
  return to
}
