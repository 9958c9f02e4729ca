/** `"Why now?" Ms. Lee asked.` is one sentence: the words after the quotation only name its source. */

import { REPORTING_FORMS } from '../../lexicon/cue-forms.ts'
import type { JoinRule } from '../boundary.ts'

/** A name of up to five words and a verb, or the verb and then the name, directly after the quotation. */
const TAG = /^(?:(?:[\p{Lu}][\p{L}.'’-]*|of|the|de|van|von)\s+){1,5}(\p{Ll}+)/u
const INVERTED = /^(\p{Ll}+)\s+\p{Lu}/u

export const joinQuoteTags: JoinRule = ({ text, mark, end, next }) => {
  if (!/[?!]/.test(text[mark] ?? '') || !/["”»']$/.test(text.slice(mark, end))) return false
  const rest = text.slice(next, next + 120)
  const verb = TAG.exec(rest)?.[1] ?? INVERTED.exec(rest)?.[1]
  return verb !== undefined && REPORTING_FORMS.has(verb)
}
