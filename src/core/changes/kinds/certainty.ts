/** `softened` and `strengthened`: the claim is asserted less, or more, surely. */
import { type Comparison, changedWords, type Finding, spanOf } from './comparison.ts'
import { BOOSTERS, HEDGES, STRONG_CUES, type Sureness, WEAK_CUES } from './hedges.ts'
import type { Token } from './tokens.ts'

interface Hedging {
  readonly level: Sureness
  readonly words: readonly Token[]
  readonly boosted: boolean
}

/** "will" → "may", "killed" → "believed to have killed": only hedges among the changed words count. */
export function certaintyChanged(comparison: Comparison): Finding[] {
  const a = hedging(changedWords(comparison, 'before'))
  const b = hedging(changedWords(comparison, 'after'))
  const softer = compare(a, b)
  if (softer !== 0) {
    return [
      {
        kind: softer > 0 ? 'softened' : 'strengthened',
        rule: 'hedge',
        before: spanOf(a.words),
        after: spanOf(b.words),
      },
    ]
  }
  return cueStrength(comparison)
}

/** > 0 if `b` is less sure than `a`. */
function compare(a: Hedging, b: Hedging): number {
  if (a.level !== b.level) return a.level - b.level
  if (a.words.length !== b.words.length) return b.words.length - a.words.length
  return Number(a.boosted) - Number(b.boosted)
}

function hedging(words: readonly Token[]): Hedging {
  const found: Token[] = []
  let level: Sureness = 3
  let boosted = false
  for (let i = 0; i < words.length; i++) {
    for (let length = 3; length > 0; length--) {
      const run = words.slice(i, i + length)
      const hedge = run.length === length ? HEDGES.get(run.map((w) => w.key).join(' ')) : undefined
      if (hedge === undefined) continue
      found.push(...run)
      if (hedge < level) level = hedge
      i += length - 1
      break
    }
    if (BOOSTERS.has(words[i]?.key ?? '')) boosted = true
  }
  return { level, words: found, boosted }
}

/** "promised" → "suggested": the source commits itself less. */
function cueStrength({ before, after, pairs }: Comparison): Finding[] {
  return pairs.flatMap(([i, j]) => {
    const [p, q] = [before.claims[i]?.statement.cue, after.claims[j]?.statement.cue]
    if (!p || !q) return []
    const strength = (lemma: string) => (WEAK_CUES.has(lemma) ? -1 : STRONG_CUES.has(lemma) ? 1 : 0)
    const change = strength(q.lemma) - strength(p.lemma)
    if (change === 0) return []
    return {
      kind: change < 0 ? ('softened' as const) : ('strengthened' as const),
      rule: 'cue',
      before: p.spans[0] ?? null,
      after: q.spans[0] ?? null,
      pair: [i, j] as const,
    }
  })
}
