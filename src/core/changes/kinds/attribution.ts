/** `source_changed` and `cue_changed`: who is reported to say it, and with which word. */
import type { FoundClaim, Span } from '../../article.ts'
import { wordsOf } from '../align/words.ts'
import { contentOf, likeness } from '../pair-claims.ts'
import { type Comparison, type Finding, touches } from './comparison.ts'
import { formOf, nounsOf, wholeSource } from './sources.ts'
import { isSpeech } from './speech.ts'
import { tagChanged } from './tags.ts'

/** In a sentence told in quite other words, the attribution is part of the telling. */
const LEAST_KEPT = 0.3

/** Personal pronouns: a name in their stead tells no other source. */
const PRONOUN = /^(he|she|it|they|i|we|you|who|which|that)$/

/** The source added, dropped, replaced, named or made anonymous; else another reporting word of the same source. Only what stands
 * among the changed words counts: another reading of unchanged words is no change. */
export function attributionChanged(comparison: Comparison): Finding[] {
  if (comparison.kept < LEAST_KEPT) return []
  const findings = comparison.pairs.flatMap(([i, j]): Finding[] => {
    const [p, q] = [comparison.before.claims[i], comparison.after.claims[j]]
    const finding = p && q ? (sourceFinding(p, q, comparison) ?? cueFinding(p, q, comparison)) : null
    return finding ? [{ ...finding, pair: [i, j] as const }] : []
  })
  return findings.some((f) => f.kind === 'source_changed') ? findings : [...findings, ...tagChanged(comparison)]
}

/** Reported by someone, not the author's voice or a mere attitude; a quotation is reported whatever its verb. */
const attributes = ({ statement: { source, cue, quotation } }: FoundClaim) =>
  source.kind !== 'author' && (cue === null || quotation === 'direct' || isSpeech(cue.lemma.split(' ')[0] ?? ''))

/** What shows that a claim is reported: its cue, or its source where it has none. */
const attribution = ({ statement: { source, cue } }: FoundClaim): readonly Span[] => cue?.spans ?? source.spans

function sourceFinding(p: FoundClaim, q: FoundClaim, comparison: Comparison): Finding | null {
  const [s, t] = [
    wholeSource(p.statement.source.spans, comparison.before),
    wholeSource(q.statement.source.spans, comparison.after),
  ]
  const found = (detail: 'replaced' | 'attributed' | 'unattributed' | 'named' | 'anonymised'): Finding => ({
    kind: 'source_changed',
    rule: detail,
    before: s[0] ?? null,
    after: t[0] ?? null,
    detail: { source_changed: detail },
  })
  const gone = attributes(p) && touches(comparison, 'before', attribution(p))
  const come = attributes(q) && touches(comparison, 'after', attribution(q))
  if (attributes(p) !== attributes(q) && !sameContent(p, q, comparison)) return null
  if (!attributes(p) && attributes(q) && !come) return misread(q, 'after', comparison) ? found('replaced') : null
  if (attributes(p) && !attributes(q) && !gone) return misread(p, 'before', comparison) ? found('replaced') : null
  if (!attributes(p)) return !come ? null : rephrased(q, 'after', comparison) ? cueOnly(p, q) : found('attributed')
  if (!attributes(q)) return !gone ? null : rephrased(p, 'before', comparison) ? cueOnly(p, q) : found('unattributed')
  if (s.length === 0 || t.length === 0) return null
  const changed = [touches(comparison, 'before', s), touches(comparison, 'after', t)]
  if (!changed[0] && !changed[1]) return null
  const [x, y] = [formOf(s, comparison.before), formOf(t, comparison.after)]
  if (x === 'anonymous' && y === 'named') return found('named')
  if (x === 'named' && y === 'anonymous') return found('anonymised')
  if (sameSource(p, q, comparison)) return null
  if (!changed[0]) return found('attributed')
  return found(changed[1] ? 'replaced' : 'unattributed')
}

/** The reporting word stands on both sides, but the source before it is another: the other side's was not read. */
function misread({ statement: { source } }: FoundClaim, side: 'before' | 'after', comparison: Comparison): boolean {
  if (!touches(comparison, side, source.spans)) return false
  const there = new Set((side === 'before' ? comparison.after : comparison.before).words.map((word) => word.key))
  const nouns = [...nounsOf(source.spans, comparison[side])]
  return 2 * nouns.filter((noun) => there.has(noun)).length < nouns.length
}

/** The source's words stand and its reporting word took the place of another: one side was read as no attribution. */
function rephrased(claim: FoundClaim, side: 'before' | 'after', comparison: Comparison): boolean {
  const { source, cue } = claim.statement
  if (!cue || source.spans.length === 0 || touches(comparison, side, source.spans)) return false
  const [words, others] =
    side === 'before' ? [comparison.before.words, comparison.after.words] : [comparison.after.words, comparison.before.words]
  return comparison.hunks.some((h) => {
    const [from, to, otherFrom, otherTo] =
      side === 'before' ? [h.aFrom, h.aTo, h.bFrom, h.bTo] : [h.bFrom, h.bTo, h.aFrom, h.aTo]
    const holds = words.slice(from, to).some((w) => cue.spans.some(([start, end]) => start < w.end && w.start < end))
    return holds && others.slice(otherFrom, otherTo).some((w) => isSpeech(w.key))
  })
}

const cueOnly = (p: FoundClaim, q: FoundClaim): Finding => ({
  kind: 'cue_changed',
  rule: 'word',
  before: p.statement.cue?.spans[0] ?? null,
  after: q.statement.cue?.spans[0] ?? null,
})

/** A source came or went only if what it told stayed. */
const sameContent = (p: FoundClaim, q: FoundClaim, { before, after }: Comparison): boolean =>
  likeness(wordsOf(contentOf(before.text, p)), wordsOf(contentOf(after.text, q))) >= 0.5

/** One name or noun phrase within the other: "Ms. Orde" and "Ines Orde, the mayor". */
function sameSource(p: FoundClaim, q: FoundClaim, { before, after }: Comparison): boolean {
  if (p.reading.name !== null && p.reading.name === q.reading.name) return true
  const [s, t] = [wholeSource(p.statement.source.spans, before), wholeSource(q.statement.source.spans, after)]
  const [x, y] = [nounsOf(s, before), nounsOf(t, after)]
  if ([x, y].some((words) => [...words].every((word) => PRONOUN.test(word))))
    return p.reading.name === null || q.reading.name === null
  const common = [...x].filter((word) => y.has(word)).length
  return common > 0 && 2 * common >= Math.min(x.size, y.size)
}

function cueFinding(p: FoundClaim, q: FoundClaim, comparison: Comparison): Finding | null {
  const [c, d] = [p.statement.cue, q.statement.cue]
  if (!c || !d || c.lemma === d.lemma || !attributes(p) || !attributes(q)) return null
  if (!touches(comparison, 'before', c.spans) && !touches(comparison, 'after', d.spans)) return null
  return { kind: 'cue_changed', rule: 'lemma', before: c.spans[0] ?? null, after: d.spans[0] ?? null }
}
