/** The kinds of one rewritten sentence: an ordered list of rules, and the fallback if none applies. */
import { hasArtefact } from '../../text/artefacts.ts'
import { meanSame } from '../compare/compare-tokens.ts'
import { type Comparison, changedWords, type Finding, type KindRule, spanOf } from '../compare/comparison.ts'
import { predicateChanges } from '../predicates/predicate-changes.ts'
import { asked } from './asked.ts'
import { attributionChanged } from './attribution-changed.ts'
import { commitmentChanged } from './commitment.ts'
import { dateChanged } from './date-changed.ts'
import { numberChanged } from './number-changed.ts'
import { quoteChanged } from './quote-changed.ts'

const rules: readonly KindRule[] = [
  predicateChanges, // "will" → "will not", "may"
  asked, // "Mayor knew" → "Mayor knew?"
  commitmentChanged, // "promised" → "suggested"
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
    const scraped = hasArtefact(before.text) !== hasArtefact(after.text)
    const marks = scraped ? [] : [...asked(comparison), ...quoteChanged(comparison)]
    return marks.length > 0 ? marks : [{ kind: 'cosmetic', rule: 'typography', before: null, after: null }]
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
