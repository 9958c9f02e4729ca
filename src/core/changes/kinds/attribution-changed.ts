/** `source_changed` and `cue_changed`: the reported source, and the reporting word. */
import type { FoundClaim, Span, Statement } from '../../article.ts'
import { REPORTING_ADJECTIVES } from '../../lexicon/reporting-adjectives.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { Detail } from '../change.ts'
import { type Comparison, containedShare, type Finding, touches, type Wording } from '../compare/comparison.ts'
import { isNegativeQuantifier } from '../compare/quantifiers.ts'
import { isSpeech } from '../compare/speech.ts'
import { contentWords, likeness } from '../pair-claims.ts'
import { closingReporter, openingReporter } from './reporters.ts'
import { formOf, isBody, isPronoun, isSameSource, nounsOf, wholeSource } from './sources.ts'
import { tagChanged } from './tag-changed.ts'

type SourceChange = NonNullable<Detail['source_changed']>

/** In a sentence with less kept, the attribution changed with the whole wording. */
const LEAST_KEPT = 0.3
/** The least share of the shorter wording in the longer for a source to count as added or dropped. */
const LEAST_CONTAINED = 0.65

/**
 * Finds the source added, dropped, replaced, named or made anonymous; else another reporting word of the same source. Only
 * differences among the changed words count: a different reading of unchanged words is no change.
 */
export function attributionChanged(comparison: Comparison): Finding[] {
  if (comparison.kept < LEAST_KEPT) return []
  const findings = comparison.pairs.flatMap(([i, j]): Finding[] => {
    const [p, q] = [comparison.before.claims[i], comparison.after.claims[j]]
    const finding = p && q ? (sourceFinding(p, q, comparison) ?? cueFinding(p, q, comparison)) : null
    return finding ? [{ ...finding, pair: [i, j] as const }] : []
  })
  if (findings.some((f) => f.kind === 'source_changed')) {
    const edge = reporterChanged(comparison)
    const replaced = findings.every((f) => f.kind !== 'source_changed' || f.detail?.source_changed === 'replaced')
    return edge.some((f) => f.kind === 'source_changed') || (replaced && sameAtEdge(comparison)) ? edge : findings
  }
  const tags = tagChanged(comparison)
  return tags.length > 0 || findings.length > 0 ? [...findings, ...tags] : reporterChanged(comparison)
}

/** True if both sentences open, or close, with one source and its reporting word. */
const sameAtEdge = ({ before, after }: Comparison): boolean =>
  [openingReporter, closingReporter].some((reporter) => {
    const [p, q] = [reporter(before), reporter(after)]
    return p !== null && q !== null && p.lemma === q.lemma && isSameSource([p.source], before, [q.source], after)
  })

/** Compares the reporters at the sentence's edges if extraction found no attribution. */
function reporterChanged(comparison: Comparison): Finding[] {
  const { before, after } = comparison
  for (const reporter of [openingReporter, closingReporter]) {
    const [p, q] = [reporter(before), reporter(after)]
    if (!p || !q) continue
    const changed = touches(comparison, 'before', [p.source]) || touches(comparison, 'after', [q.source])
    const spans = { before: p.source, after: q.source }
    const detail = changed ? formChange([p.source], [q.source], comparison) : null
    if (detail) return [{ kind: 'source_changed', rule: `${detail} at the edge`, ...spans, detail: { source_changed: detail } }]
    if (!changed && p.lemma !== q.lemma && p.lemma !== 'put' && q.lemma !== 'put')
      return [{ kind: 'cue_changed', rule: 'lemma at the edge', ...spans }]
  }
  return []
}

/** Returns the change between two noun phrases for a source; null if they name the same source in the same form. */
function formChange(s: readonly Span[], t: readonly Span[], { before, after }: Comparison): SourceChange | null {
  const [x, y] = [formOf(s, before), formOf(t, after)]
  if (isPronoun(s, before) || isPronoun(t, after)) return null
  // "No one said so": a change to some source is a change of polarity (`negated`).
  if (isNoOne(s, before) !== isNoOne(t, after)) return null
  // A relative clause is half of a noun phrase: "who has led the union".
  if (
    [...s.map(([from]) => before.text.slice(from)), ...t.map(([from]) => after.text.slice(from))].some((sourceText) =>
      /^wh(o|ich)\b/.test(sourceText),
    )
  )
    return null
  const same = isSameSource(s, before, t, after)
  if (x === y) return same ? null : 'replaced'
  if (y === 'named' && (same || x === 'anonymous')) return 'named'
  if (x === 'named' && (same || y === 'anonymous')) return 'anonymised'
  if (same) return null
  return x === 'anonymous' && isBody(t, after) ? 'named' : y === 'anonymous' && isBody(s, before) ? 'anonymised' : 'replaced'
}

/** "no official", "none of the pilots" */
const isNoOne = ([first]: readonly Span[], { words }: Wording): boolean =>
  first !== undefined &&
  isNegativeQuantifier(
    words,
    words.findIndex(({ start }) => start === first[0]),
  )

/**
 * Returns true if someone reports the claim: not for the author's voice or a mere attitude. A quotation is reported whatever
 * its verb.
 */
const attributes = ({ statement }: FoundClaim, { text }: Wording): boolean => isAttribution(statement, text)

const isAttribution = memoizeByIdentity(({ source, cue, quotation }: Statement, text: string): boolean => {
  if (source.kind === 'author') return false
  // "It is certain that", "who asked not to be named": nobody is named as the source.
  const sourceText = source.spans.map(([from, to]) => text.slice(from, to)).join(' ')
  if (/^(who|which|that)$/i.test(sourceText) || (cue && isConviction(cue.lemma) && /^it$/i.test(sourceText))) return false
  const end = cue?.spans.at(-1)?.[1] ?? 0
  if (/^(hope|plan|intend|expect|want|aim)$/.test(cue?.lemma ?? '') && /^\s+to\b/.test(text.slice(end, end + 6))) return false
  return cue === null || quotation === 'direct' || isSpeech(cue.lemma.split(' ')[0] ?? '') || isConviction(cue.lemma)
})

/** True for a conviction that the source has more or less surely: "are certain that". */
const isConviction = (lemma: string): boolean =>
  lemma.startsWith('be ') && REPORTING_ADJECTIVES.get(lemma.slice(3))?.strength !== 2

/** Returns the evidence of an attribution: its cue, or its source if it has no cue. */
const attribution = ({ statement: { source, cue } }: FoundClaim): readonly Span[] => cue?.spans ?? source.spans

function sourceFinding(p: FoundClaim, q: FoundClaim, comparison: Comparison): Finding | null {
  const [s, t] = [
    wholeSource(p.statement.source.spans, comparison.before),
    wholeSource(q.statement.source.spans, comparison.after),
  ]
  const found = (detail: SourceChange): Finding => ({
    kind: 'source_changed',
    rule: detail,
    before: s[0] ?? null,
    after: t[0] ?? null,
    detail: { source_changed: detail },
  })
  const [byP, byQ] = [attributes(p, comparison.before), attributes(q, comparison.after)]
  const removed = byP && touches(comparison, 'before', attribution(p))
  const added = byQ && touches(comparison, 'after', attribution(q))
  if (byP !== byQ && !sameContent(p, q, comparison)) return null
  if (!byP && byQ && !added) return misread(q, 'after', comparison) ? found('replaced') : null
  if (byP && !byQ && !removed) return misread(p, 'before', comparison) ? found('replaced') : null
  if (byP !== byQ && containedShare(comparison) < LEAST_CONTAINED) return null
  if (!byP) return !added ? null : rephrased(q, 'after', comparison) ? cueOnly(p, q) : found('attributed')
  if (!byQ) return !removed ? null : rephrased(p, 'before', comparison) ? cueOnly(p, q) : found('unattributed')
  if (s.length === 0 || t.length === 0) return null
  const changed = [touches(comparison, 'before', s), touches(comparison, 'after', t)]
  if (!changed[0] && !changed[1]) return null
  if (p.reading.name !== null && p.reading.name === q.reading.name) return null
  if (
    (isPronoun(s, comparison.before) || isPronoun(t, comparison.after)) &&
    (p.reading.name === null || q.reading.name === null)
  )
    return null
  const detail = formChange(s, t, comparison)
  if (detail !== 'replaced') return detail && found(detail)
  if (!changed[0]) return found('attributed')
  return found(changed[1] ? 'replaced' : 'unattributed')
}

/** The reporting word stands on both sides, but with another source before it: the other side's source was not recognized. */
function misread({ statement: { source } }: FoundClaim, side: 'before' | 'after', comparison: Comparison): boolean {
  if (!touches(comparison, side, source.spans)) return false
  const there = new Set((side === 'before' ? comparison.after : comparison.before).words.map((word) => word.key))
  const nouns = [...nounsOf(source.spans, comparison[side])]
  return 2 * nouns.filter((noun) => there.has(noun)).length < nouns.length
}

/** The source's words stand and its reporting word replaced another: one side was not recognized as an attribution. */
function rephrased(claim: FoundClaim, side: 'before' | 'after', comparison: Comparison): boolean {
  const { source, cue } = claim.statement
  if (!cue || source.spans.length === 0 || touches(comparison, side, source.spans)) return false
  const [words, others] =
    side === 'before' ? [comparison.before.words, comparison.after.words] : [comparison.after.words, comparison.before.words]
  return comparison.hunks.some((h) => {
    const [from, to, otherFrom, otherTo] =
      side === 'before' ? [h.aFrom, h.aTo, h.bFrom, h.bTo] : [h.bFrom, h.bTo, h.aFrom, h.aTo]
    const holds = words.slice(from, to).some((w) => cue.spans.some(([start, end]) => start < w.end && w.start < end))
    const instead = others.slice(otherFrom, otherTo)
    return holds && (instead.some((w) => isSpeech(w.key)) || (instead.length === 1 && to - from === 1))
  })
}

const cueOnly = (p: FoundClaim, q: FoundClaim): Finding => ({
  kind: 'cue_changed',
  rule: 'word',
  before: p.statement.cue?.spans[0] ?? null,
  after: q.statement.cue?.spans[0] ?? null,
})

/** A source counts as added or dropped only if its content stayed. */
const sameContent = (p: FoundClaim, q: FoundClaim, { before, after }: Comparison): boolean =>
  likeness(contentWords(before.text, p), contentWords(after.text, q)) >= 0.5

function cueFinding(p: FoundClaim, q: FoundClaim, comparison: Comparison): Finding | null {
  const [c, d] = [p.statement.cue, q.statement.cue]
  if (
    !c ||
    !d ||
    c.lemma === d.lemma ||
    (isConviction(c.lemma) && isConviction(d.lemma)) ||
    !attributes(p, comparison.before) ||
    !attributes(q, comparison.after)
  )
    return null
  if (!touches(comparison, 'before', c.spans) && !touches(comparison, 'after', d.spans)) return null
  return { kind: 'cue_changed', rule: 'lemma', before: c.spans[0] ?? null, after: d.spans[0] ?? null }
}
