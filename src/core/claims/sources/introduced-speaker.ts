/** `Ann Lee told reporters:` before a quotation in the next paragraph: the speaker of a sentence without content. */
import type { SourceKind, Span } from '../../article.ts'
import { parseSentence, spanOf } from '../parsed-sentence.ts'
import { subjectBefore, subjectOfClause } from '../syntax/subjects.ts'
import { sourceKind } from './source-kind.ts'

export interface IntroducedSpeaker {
  readonly span: Span
  readonly kind: SourceKind
}

export function introducedSpeaker(text: string): IntroducedSpeaker | null {
  if (!/:\s*$/.test(text) || text.length > 400) return null
  const parsed = parseSentence(text, false)
  const cue = parsed.cues.findLast(({ entry, passive }) => !passive && /[stw]/.test(entry.frames))
  if (!cue || parsed.groups.some(({ from, infinitive }) => from >= cue.to && !infinitive)) return null
  const source = subjectBefore(parsed.tokens, cue.from, parsed.start) ?? subjectOfClause(parsed.tokens, cue.from, parsed.start)
  return source ? { span: spanOf(parsed, source), kind: sourceKind(parsed, source).kind } : null
}
