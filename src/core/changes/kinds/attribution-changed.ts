/** `source_changed` and `cue_changed`: the reported source, and the reporting word. */
import type { FoundClaim, Span, Statement } from '../../article.ts'
import { isNorm } from '../../lexicon/norms.ts'
import { REPORTING_ADJECTIVES } from '../../lexicon/reporting-adjectives.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { Detail } from '../change.ts'
import { type Comparison, changedWords, containedShare, type Finding, touches, type Wording } from '../compare/comparison.ts'
import { isSpeech, speechLemma } from '../compare/speech.ts'
import { contentWords, likeness } from '../pair-claims.ts'
import { predicateChanges } from '../predicates/predicate-changes.ts'
import { keptReporter } from './kept-reporter.ts'
import { formChange } from './source-forms.ts'
import { isPronoun, wholeSource } from './sources.ts'
import { tagChanged } from './tag-changed.ts'

type SourceChange = NonNullable<Detail['source_changed']>

/** In a sentence with less kept, the attribution changed with the whole wording. */
const LEAST_KEPT = 0.3
/** The least share of the shorter wording in the longer for a source to count as added or dropped. */
const LEAST_CONTAINED = 0.5

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
  if (findings.length > 0) return findings
  return [...tagChanged(comparison), ...keptReporter(comparison), ...verbReplaced(comparison)].slice(0, 1)
}

/** "moaned that" → "grumbled that": the only change is a reporting word that extraction does not know. */
function verbReplaced({ before, after, hunks }: Comparison): Finding[] {
  const [hunk, ...others] = hunks
  if (!hunk || others.length > 0 || hunk.aTo - hunk.aFrom !== 1 || hunk.bTo - hunk.bFrom !== 1) return []
  const [x, y] = [before.words[hunk.aFrom], after.words[hunk.bFrom]]
  if (!x || !y || !isSpeech(x.key) || !isSpeech(y.key) || after.words[hunk.bTo]?.key !== 'that') return []
  return [{ kind: 'cue_changed', rule: 'word', before: [x.start, x.end], after: [y.start, y.end] }]
}

/**
 * Returns true if someone reports the claim: not for the author's voice or a mere attitude. A quotation is reported whatever
 * its verb.
 */
const attributes = ({ statement }: FoundClaim, { text }: Wording): boolean => isAttribution(statement, text)

const isAttribution = memoizeByIdentity(({ source, cue, quotation, content, rules }: Statement, text: string): boolean => {
  if (source.kind === 'author') return false
  const slice = (spans: readonly Span[]) => spans.map(([from, to]) => text.slice(from, to)).join(' ')
  const sourceText = slice(source.spans)
  // "It is certain that", "who asked not to be named", "as this article first said": nobody is named as the source.
  if (/^(who|which|that|this (article|story|page|piece)|(local )?(legend|tradition|folklore))$/i.test(sourceText)) return false
  // "according to police guidelines"
  if (cue?.lemma === 'according to' && isNorm(sourceText)) return false
  if (cue && isConviction(cue.lemma) && /^it$/i.test(sourceText)) return false
  const [start, end] = [cue?.spans[0]?.[0] ?? 0, cue?.spans.at(-1)?.[1] ?? 0]
  if (/^(hope|plan|intend|expect|want|aim)$/.test(cue?.lemma ?? '') && /^\s+to\b/.test(text.slice(end, end + 6))) return false
  // "said to be the oldest"
  if (/^\s+to (?:be|have)\b/.test(text.slice(end, end + 9)) && /^(say|report|think|believe)$/.test(cue?.lemma ?? ''))
    return false
  // "The body was found by a walker."
  if (/^(find|discover)$/.test(cue?.lemma ?? '') && rules[0] === 'attribution/passive' && !/\bto\b/.test(slice(content)))
    return false
  if (cue === null || quotation === 'direct' || /^(put|estimate)$/.test(cue.lemma)) return true
  // "The Courier understands that"
  if (cue.lemma === 'understand') return /^understands\b/.test(text.slice(start)) && source.kind === 'named'
  return isSpeech(cue.lemma.split(' ')[0] ?? '') || isConviction(cue.lemma)
})

/** True for a conviction that the source has more or less surely: "are certain that". */
const isConviction = (lemma: string): boolean =>
  lemma.startsWith('be ') && REPORTING_ADJECTIVES.get(lemma.slice(3))?.strength !== 2

/** Returns the evidence of an attribution: its cue, or its source if it has no cue. */
const attribution = ({ statement: { source, cue } }: FoundClaim): readonly Span[] => cue?.spans ?? source.spans

function sourceFinding(p: FoundClaim, q: FoundClaim, comparison: Comparison): Finding | null {
  const { before, after } = comparison
  const [s, t] = [wholeSource(p.statement.source.spans, before), wholeSource(q.statement.source.spans, after)]
  const found = (detail: SourceChange | null | undefined): Finding | null =>
    detail
      ? {
          kind: 'source_changed',
          rule: detail,
          before: s[0] ?? null,
          after: t[0] ?? null,
          detail: { source_changed: detail },
        }
      : null
  const [byP, byQ] = [attributes(p, before), attributes(q, after)]
  if (byP !== byQ) {
    if (!sameContent(p, q, comparison) || containedShare(comparison) < LEAST_CONTAINED) return null
    const [own, side] = byQ ? [q, 'after' as const] : [p, 'before' as const]
    if (!touches(comparison, side, attribution(own)) || isDoubt(own, side, comparison) || isKept(own, side, comparison))
      return null
    return rephrased(own, side, comparison) ? cueOnly(p, q) : found(byQ ? 'attributed' : 'unattributed')
  }
  if (!byP || s.length === 0 || t.length === 0) return null
  const changed = [touches(comparison, 'before', s), touches(comparison, 'after', t)]
  if (!changed[0] && !changed[1]) return null
  if (p.reading.name !== null && p.reading.name === q.reading.name) return null
  const pronoun = isPronoun(s, before) || isPronoun(t, after)
  if (pronoun && (p.reading.name === null || q.reading.name === null)) return null
  const detail = formChange(s, t, comparison)
  if (detail !== 'replaced') return found(detail)
  if (!changed[0]) return found('attributed')
  return found(changed[1] ? 'replaced' : 'unattributed')
}

/** "is accused of stealing" → "stole": the word tells how sure it is, and nobody as its source. */
const isDoubt = ({ statement: { cue } }: FoundClaim, side: 'before' | 'after', comparison: Comparison): boolean =>
  predicateChanges(comparison).some((finding) => {
    const span = finding[side]
    return span && cue?.spans.some(([start, end]) => start < span[1] && span[0] < end)
  })

/** "accusing it of theft" → "that accuses it of theft": the other wording has a form of the cue, and only the reading differs. */
const isKept = ({ statement: { cue } }: FoundClaim, side: 'before' | 'after', comparison: Comparison): boolean =>
  changedWords(comparison, side === 'before' ? 'after' : 'before').some(({ key }) => speechLemma(key) === cue?.lemma)

/** "are certain", "made it known" */
const MOST_OF_CUE = 3

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
    return holds && (instead.some((w) => isSpeech(w.key)) || (instead.length > 0 && instead.length <= MOST_OF_CUE))
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

/** The least likeness of the contents of one statement. */
const LEAST_ALIKE = 0.2

function cueFinding(p: FoundClaim, q: FoundClaim, comparison: Comparison): Finding | null {
  const [c, d] = [p.statement.cue, q.statement.cue]
  if (!c || !d || c.lemma === d.lemma || (isConviction(c.lemma) && isConviction(d.lemma))) return null
  if (!attributes(p, comparison.before) || !attributes(q, comparison.after)) return null
  if (!touches(comparison, 'before', c.spans) && !touches(comparison, 'after', d.spans)) return null
  // Another statement of the same speaker
  if (likeness(contentWords(comparison.before.text, p), contentWords(comparison.after.text, q)) < LEAST_ALIKE) return null
  return { kind: 'cue_changed', rule: 'lemma', before: c.spans[0] ?? null, after: d.spans[0] ?? null }
}
