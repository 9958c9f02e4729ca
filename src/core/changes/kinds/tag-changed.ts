/** `source_changed` if a whole attribution was added or cut at the edge of a sentence, regardless of extraction. */

import { isNorm } from '../../lexicon/norms.ts'
import { BODY_NOUNS, DOCUMENT_NOUNS, PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import type { Token } from '../compare/compare-tokens.ts'
import { type Comparison, changedPlaces, type Finding, spanOf } from '../compare/comparison.ts'
import { isSpeech } from '../compare/speech.ts'
import { operatorsOf } from '../predicates/operators.ts'

/** The most words of a source. */
const MOST_WORDS = 16

/** "The pier was rotten." → "The pier was rotten, the owner of the yard said." */
export function tagChanged(comparison: Comparison): Finding[] {
  const { before, after, hunks } = comparison
  return hunks.flatMap((h): Finding[] => {
    const [removed, added] = [before.words.slice(h.aFrom, h.aTo), after.words.slice(h.bFrom, h.bTo)]
    const opens = h.aFrom === 0 && h.bFrom === 0
    if (!opens && (h.aTo < before.words.length || h.bTo < after.words.length)) return []
    const [x, y] = [tagIn(removed, added, before.text, opens), tagIn(added, removed, after.text, opens)]
    if (y && isNew(y, 'before', comparison)) return [finding('attributed', null, y)]
    if (x && isNew(x, 'after', comparison)) return [finding('unattributed', x, null)]
    return []
  })
}

/** Returns the tag that a run of replaced words is, or that a comma parts from the rest of it. */
function tagIn(words: readonly Token[], others: readonly Token[], text: string, opens: boolean): readonly Token[] | null {
  if (others.length === 0 && isTag(words, text)) return words
  const commas = words.flatMap(({ end }, n) => (text.startsWith(',', end) ? [n + 1] : []))
  const cut = opens ? commas[0] : commas.filter((n) => n < words.length).at(-1)
  if (cut === undefined || others.length === 0) return null
  const tag = opens ? words.slice(0, cut) : words.slice(cut)
  return isTag(tag, text) ? tag : null
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

/** Someone and a reporting word: "the owner said", "said the owner, who …", "according to the owner"; not "as expected". */
function isTag(words: readonly Token[], text: string): boolean {
  const named = ({ start, key }: Token) => start > 0 && /\p{Lu}/u.test(text.charAt(start)) && key !== 'i'
  const someone = (list: readonly Token[]) => list.some((word) => isSomeone(word) || named(word))
  const [first, second] = words
  if (words.length < 2 || words.length > MOST_WORDS || !first || OTHERWISE.test(first.key)) return false
  if (first.key === 'according' && second?.key === 'to') return words.length > 2 && !isNorm(words.at(-1)?.key ?? '')
  if (isReport(first)) return second?.key !== 'to' && someone(words.slice(1))
  return isReport(words.at(-1)) && someone(words.slice(0, -1))
}
const OTHERWISE =
  /^(?:as|if|unless|because|when|while|after|before|in|with|by|not|believed|thought|expected|feared|presumed|suspected|which|who)$/

const isSomeone = ({ key }: Token): boolean => {
  const plain = key.replace(/'s$/, '')
  return PEOPLE_NOUNS.has(plain) || BODY_NOUNS.has(plain) || DOCUMENT_NOUNS.has(plain) || PRONOUN.test(key) || isPlural(plain)
}
const PRONOUN = /^(?:he|she|they|we|i)$/
const isPlural = (key: string): boolean => /[^s]s$/.test(key) && PEOPLE_NOUNS.has(key.slice(0, -1))

const isReport = (word: Token | undefined) =>
  word !== undefined && isSpeech(word.key) && /[sdt]$|^(wrote|found|shown)$/.test(word.key)

/** Returns false for a tag that only moved or was reworded: it is on both sides. A doubt ("is accused of leaving") is no tag. */
function isNew(tag: readonly Token[], side: 'before' | 'after', comparison: Comparison): boolean {
  const { words, read } = comparison[side]
  const doubts = [...operatorsOf(read).values()].flat()
  const reports = (n: number) => isSpeech(words[n]?.key ?? '') && !doubts.some(({ from, to }) => from <= n && n < to)
  if (changedPlaces(comparison, side).some(reports)) return false
  const there = new Set(words.map((word) => word.key))
  const content = tag.filter((word) => word.key.length > 3)
  return 3 * content.filter((word) => there.has(word.key)).length <= content.length
}
