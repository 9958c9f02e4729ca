/** `negated`: the polarity of the content flipped. */
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import type { Token } from '../compare/compare-tokens.ts'
import { type Comparison, changedPlaces, type Finding, spanOf } from '../compare/comparison.ts'
import { isNegativeQuantifier, someAgainstNone } from '../compare/quantifiers.ts'
import { NEGATING_PREFIX, NEGATORS, SCANTY } from './negators.ts'

/** In a sentence with less kept, a "not" may be part of a paraphrase. */
const LEAST_KEPT = 0.5

const isNegator = (word: Token) => NEGATORS.has(word.key) || word.key.endsWith("n't")

/** "legal" → "illegal", "able" → "unable": one word is the other with a negating prefix. */
function opposite(short: string, long: string): boolean {
  const prefix = NEGATING_PREFIX.exec(long)?.[0]
  return (
    prefix !== undefined &&
    short.length > 3 &&
    long.slice(prefix.length) === short &&
    (prefix !== 'in' && prefix !== 'im' ? true : ADJECTIVE.test(short))
  )
}
const ADJECTIVE = /(ble|al|ate|ent|ant|ect|ive|ct|ful|ous|re|ne)$/

/** "will" → "will not", "agreed to" → "refused to", "said that it had" → "denied that it had". */
export const negated = memoizeByIdentity((comparison: Comparison): readonly Finding[] => {
  if (comparison.kept < LEAST_KEPT && !someAgainstNone(comparison)) return []
  const a = negatorsOf(comparison, 'before')
  const b = negatorsOf(comparison, 'after')
  const turned = comparison.hunks.filter(({ aFrom, aTo, bFrom, bTo }) => {
    const [x, y] = [comparison.before.words[aFrom]?.key ?? '', comparison.after.words[bFrom]?.key ?? '']
    const alone = aTo - aFrom === 1 && bTo - bFrom === 1 && !NEGATORS.has(x) && !NEGATORS.has(y)
    return alone && (opposite(x, y) || opposite(y, x))
  })
  if (turned.length % 2 === 1 && a.length % 2 === b.length % 2) {
    const spans = turned.map(({ aFrom, bFrom }) => [comparison.before.words[aFrom], comparison.after.words[bFrom]] as const)
    return [
      {
        kind: 'negated',
        rule: 'prefix',
        before: spanOf(spans.flatMap(([x]) => x ?? [])),
        after: spanOf(spans.flatMap(([, y]) => y ?? [])),
      },
    ]
  }
  if (a.length % 2 === b.length % 2) return []
  return [{ kind: 'negated', rule: 'negator', before: spanOf(a), after: spanOf(b) }]
})

/** Returns the negators among the changed words, except those in a source ("who asked not to be named"). */
function negatorsOf(comparison: Comparison, side: 'before' | 'after'): Token[] {
  const { words, claims } = comparison[side]
  const sources = claims.filter(({ statement: { cue } }) => cue !== null).flatMap(({ statement }) => statement.source.spans)
  // "No one said that" names no source, so that its negator counts.
  const inSource = (i: number, { start, end }: Token) =>
    sources.some(([from, to]) => from <= start && end <= to && !(from === start && isNegativeQuantifier(words, i)))
  // "neither the mayor nor her deputy" negates once.
  const neither = words.findIndex((word) => word.key === 'neither')
  const negators = changedPlaces(comparison, side).filter((i) => {
    const word = words[i] as Token
    const negates =
      isNegator(word) ||
      (words[i + 1]?.key === 'down' && /^turn(s|ed|ing)?$/.test(word.key)) ||
      ((word.key === 'little' || word.key === 'scant') && SCANTY.has(words[i + 1]?.key ?? '') && words[i - 1]?.key !== 'a')
    if (!negates || inSource(i, word) || (word.key === 'nor' && neither >= 0 && neither < i)) return false
    const phrase = words.slice(i, i + 4).map((w) => w.key)
    return !ANONYMOUS.test(phrase.join(' ')) && !COMPARING.test(phrase.join(' '))
  })
  return negators.map((i) => words[i] as Token)
}
/** Comparisons, which are parts of an amount. */
const COMPARING = /^(no|not) (fewer|less|more|later|earlier) than /
/** Phrases for a source's wish to stay anonymous. */
const ANONYMOUS =
  /^(not to be|not be|declined to be|refused to be) (named|identified|quoted)|^not (authori[sz]ed|allowed|permitted) to (speak|talk)/
