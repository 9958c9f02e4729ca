/** `source_changed` if a whole attribution was added or cut at the edge of a sentence, regardless of extraction. */

import type { Token } from '../compare/compare-tokens.ts'
import { type Comparison, changedWords, type Finding, spanOf } from '../compare/comparison.ts'
import { isSpeech } from '../compare/speech.ts'

/** The most words of a source. */
const MOST_WORDS = 16

/** "The pier was rotten." → "The pier was rotten, the owner of the yard said." */
export function tagChanged(comparison: Comparison): Finding[] {
  const { before, after, hunks } = comparison
  return hunks.flatMap((h): Finding[] => {
    const [removed, added] = [before.words.slice(h.aFrom, h.aTo), after.words.slice(h.bFrom, h.bTo)]
    const edge = (h.aFrom === 0 && h.bFrom === 0) || (h.aTo === before.words.length && h.bTo === after.words.length)
    if (!edge) return []
    if (removed.length === 0 && isTag(added) && isNew(added, before.words, changedWords(comparison, 'before')))
      return [finding('attributed', null, added)]
    if (added.length === 0 && isTag(removed) && isNew(removed, after.words, changedWords(comparison, 'after')))
      return [finding('unattributed', removed, null)]
    return []
  })
}

const finding = (
  detail: 'attributed' | 'unattributed',
  removed: readonly Token[] | null,
  added: readonly Token[] | null,
): Finding => ({
  kind: 'source_changed',
  rule: `${detail} by a tag`,
  before: removed && spanOf(removed),
  after: added && spanOf(added),
  detail: { source_changed: detail },
})

/** Source and reporting word: "the owner said", "said the owner, who …", "according to the owner". */
function isTag(words: readonly Token[]): boolean {
  if (words.length < 2 || words.length > MOST_WORDS) return false
  return isReport(words[0]) || isReport(words.at(-1)) || (words[0]?.key === 'according' && words[1]?.key === 'to')
}

const isReport = (word: Token | undefined) =>
  word !== undefined && isSpeech(word.key) && /[sdt]$|^(wrote|found|shown)$/.test(word.key)

/** Returns false for a tag that only moved or was reworded: it is on both sides. */
function isNew(tag: readonly Token[], others: readonly Token[], changed: readonly Token[]): boolean {
  if (changed.some((word) => isSpeech(word.key))) return false
  const there = new Set(others.map((word) => word.key))
  const content = tag.filter((word) => word.key.length > 3)
  return 3 * content.filter((word) => there.has(word.key)).length <= content.length
}
