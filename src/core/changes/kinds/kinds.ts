/** The kinds of one rewritten sentence: rules in order, and what is left if none holds. */
import { numberChanged } from './amounts.ts'
import { attributionChanged } from './attribution.ts'
import { certaintyChanged } from './certainty.ts'
import { type Comparison, changedWords, type Finding, type KindRule, spanOf } from './comparison.ts'
import { dateChanged } from './dates.ts'
import { negated } from './polarity.ts'
import { quoteChanged } from './quotations.ts'
import { meaningKey } from './tokens.ts'

const rules: readonly KindRule[] = [
  negated, // "will" → "will not"
  certaintyChanged, // "will" → "may"
  numberChanged, // "212 soldiers" → "221 soldiers"
  dateChanged, // "on 9 May" → "on 16 May"
  attributionChanged, // "said" → "claimed"; "police" → "the mayor"
  quoteChanged, // words inside quotation marks
]

/** All findings about two wordings of a sentence, none if they are equal. `reworded` and `cosmetic` stand alone. */
export function kindsOf(comparison: Comparison): Finding[] {
  const { before, after } = comparison
  if (before.text === after.text) return []
  if (meaningKey(before.text) === meaningKey(after.text)) {
    const quotes = quoteChanged(comparison)
    return quotes.length > 0 ? quotes : [{ kind: 'cosmetic', rule: 'typography', before: null, after: null }]
  }
  const findings = rules.flatMap((rule) => [...rule(comparison)])
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
