/** The change between two noun phrases for a source: replaced, named, anonymised, or none. */
import type { Span } from '../../article.ts'
import type { Detail } from '../change.ts'
import type { Comparison, Wording } from '../compare/comparison.ts'
import { formOf, isBody, isPronoun, isSameSource, isSpeltAlike, withoutBrackets } from './sources.ts'

type SourceChange = NonNullable<Detail['source_changed']>

/** Returns the change between two noun phrases for a source; null if they name the same source in the same form. */
export function formChange(s: readonly Span[], t: readonly Span[], { before, after }: Comparison): SourceChange | null {
  const [p, q] = [withoutBrackets(s, before), withoutBrackets(t, after)]
  const [x, y] = [formOf(p, before), formOf(q, after)]
  if (isPronoun(p, before) || isPronoun(q, after) || isSpeltAlike(p, before, q, after)) return null
  // "No one said so": a change to some source is a change of polarity (`negated`).
  if (isNoOne(p, before) || isNoOne(q, after)) return null
  // A relative clause is half of a noun phrase: "who has led the union".
  if (opensRelative(p, before) || opensRelative(q, after)) return null
  const same = isSameSource(p, before, q, after)
  if (x === y) return same ? null : 'replaced'
  if (y === 'named' && (same || x === 'anonymous')) return 'named'
  if (x === 'named' && (same || y === 'anonymous')) return 'anonymised'
  if (same) return null
  return x === 'anonymous' && isBody(q, after) ? 'named' : y === 'anonymous' && isBody(p, before) ? 'anonymised' : 'replaced'
}

const opensRelative = (spans: readonly Span[], { text }: Wording): boolean =>
  spans.some(([from]) => /^wh(o|ich)\b/.test(text.slice(from, from + 6)))

/** "no official", "none of the pilots", "few people" */
const isNoOne = ([first]: readonly Span[], { text }: Wording): boolean =>
  first !== undefined && /^(?:no|none|nobody|neither|few|not (?:one|a single|many))\b/i.test(text.slice(...first))
