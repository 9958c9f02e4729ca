/** The kinds of one rewritten sentence: an ordered list of rules, and the fallback if none applies. */
import type { Span } from '../../article.ts'
import type { Kind } from '../change.ts'
import { meanSame, type Token } from '../compare/compare-tokens.ts'
import { type Comparison, changedWords, type Finding, type KindRule, spanOf } from '../compare/comparison.ts'
import { analysisChanged } from './analysis-changed.ts'
import { attributionChanged } from './attribution-changed.ts'
import { certaintyChanged } from './certainty-changed.ts'
import { dateChanged } from './date-changed.ts'
import { negated } from './negated.ts'
import { numberChanged } from './number-changed.ts'
import { quoteChanged } from './quote-changed.ts'

const rules: readonly KindRule[] = [
  negated, // "will" → "will not"
  certaintyChanged, // "will" → "may"
  numberChanged, // "212 soldiers" → "221 soldiers"
  dateChanged, // "on 9 May" → "on 16 May"
  attributionChanged, // "said" → "claimed"; "police" → "the mayor"
  quoteChanged, // words inside quotation marks
]

/** Returns all findings about two wordings of a sentence, none if they are equal. `reworded` and `cosmetic` stand alone. */
export function kindsOf(comparison: Comparison): Finding[] {
  const { before, after } = comparison
  if (before.text === after.text) return []
  if (meanSame(before.text, after.text)) {
    const quotes = quoteChanged(comparison)
    return quotes.length > 0 ? quotes : [{ kind: 'cosmetic', rule: 'typography', before: null, after: null }]
  }
  const byRules = rules.flatMap((rule) => [...rule(comparison)])
  const all = [...byRules, ...analysisChanged(comparison, byRules)]
  const findings = all.filter((finding) => !(SURENESS.has(finding.kind) && turned(finding, all, comparison)))
  if (findings.length > 0) return findings
  return [
    {
      kind: 'reworded',
      rule: 'words',
      before: spanOf(changedWords(comparison, 'before')),
      after: spanOf(changedWords(comparison, 'after')),
    },
  ]
}

const SURENESS: ReadonlySet<Kind> = new Set<Kind>(['softened', 'strengthened'])

/** "might limit" → "will not limit": if the polarity flips among the same words, the certainty is not compared. */
function turned({ before, after }: Finding, all: readonly Finding[], comparison: Comparison): boolean {
  const inside = (span: Span | null, from: Token | undefined, to: Token | undefined) =>
    span !== null && from !== undefined && to !== undefined && span[0] < to.end && from.start < span[1]
  const at = (finding: Pick<Finding, 'before' | 'after'>) =>
    comparison.hunks.findIndex(
      (h) =>
        inside(finding.before, comparison.before.words[h.aFrom], comparison.before.words[h.aTo - 1]) ||
        inside(finding.after, comparison.after.words[h.bFrom], comparison.after.words[h.bTo - 1]),
    )
  return all.some((finding) => finding.kind === 'negated' && at(finding) === at({ before, after }))
}
