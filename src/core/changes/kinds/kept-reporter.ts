/** `source_changed` at a reporting word that both wordings have, where extraction did not read an attribution on both sides. */
import type { Span } from '../../article.ts'
import { subjectOf } from '../../claims/subject-of.ts'
import { type Comparison, type Finding, touches, type Wording } from '../compare/comparison.ts'
import { isSpeech } from '../compare/speech.ts'
import { alignedWords } from '../predicates/align-words.ts'
import { grammarOf } from '../predicates/grammar.ts'
import { auxiliaryOf } from '../predicates/word-roots.ts'
import { formChange } from './source-forms.ts'

/** "…, a diver who saw the wreck said" → "…, the harbour master said": the word stays, and who says it differs. */
export function keptReporter(comparison: Comparison): Finding[] {
  const { before, after } = comparison
  const { after: partners } = alignedWords(comparison)
  return before.words.flatMap((word, i): Finding[] => {
    const j = partners[i] ?? -1
    if (j < 0 || word.quoted || after.words[j]?.key !== word.key || !isSpeech(word.key) || !/(?:d|s)$/.test(word.key)) return []
    // "said to be the oldest"
    if (before.words[i + 1]?.key === 'to' || !isEdited(comparison, i, j)) return []
    if (!isActive(before, i) || !isActive(after, j)) return []
    const [s, t] = [reporterOf(before, i), reporterOf(after, j)]
    if (!s || !t || (!touches(comparison, 'before', [s]) && !touches(comparison, 'after', [t]))) return []
    const detail = formChange([s], [t], comparison)
    if (!detail) return []
    return [
      { kind: 'source_changed', rule: `${detail} beside a kept word`, before: s, after: t, detail: { source_changed: detail } },
    ]
  })
}

/** "the forecasts", "A ruling is expected": a noun and a passive have no one who says it as their subject. */
function isActive({ read, words }: Wording, n: number): boolean {
  const { groupAt, tokenAt } = grammarOf(read)
  return groupAt[tokenAt[n] ?? 0] !== -1 && auxiliaryOf(words[n - 1]?.key ?? '') !== 'be'
}

/** The most words of a source and its description. */
const NEAR = 16

/** True if words shortly before the reporting word differ. */
const isEdited = ({ hunks }: Comparison, i: number, j: number): boolean =>
  hunks.some((h) => (h.aTo <= i && h.aTo > i - NEAR) || (h.bTo <= j && h.bTo > j - NEAR))

/** Returns who says it: the part of the sentence before a word that ends it, else the subject of the verb. */
function reporterOf(wording: Wording, n: number): Span | null {
  const { words, text } = wording
  const start = words[n]?.start ?? 0
  if (n === words.length - 1) {
    let from = n
    while (from > 0 && !text.slice(words[from - 1]?.end, words[from]?.start).includes(',')) from--
    return from > 0 && from < n ? [words[from]?.start ?? 0, words[n - 1]?.end ?? 0] : null
  }
  const grammar = grammarOf(wording.read)
  const subject = subjectOf(grammar, grammar.tokenAt[n] ?? 0)
  const first = subject && grammar.tokens[subject[0]]
  const last = subject && grammar.tokens[subject[1] - 1]
  return first && last && last.end <= start ? [first.start, last.end] : null
}
