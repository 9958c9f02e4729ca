/** `softened` and `strengthened` by the commitment of a source to its content, by its reporting word. */
import { stanceLevel } from '../../lexicon/stance-level.ts'
import type { Comparison, Finding } from '../compare/comparison.ts'

/** The degree to which a source commits itself by its reporting word. */
const COMMITMENT: readonly (readonly [number, string])[] = [
  [1, 'suggest hint imply intimate speculate guess wonder indicate suspect surmise conjecture'],
  [1.5, 'figure'],
  [3, 'promise confirm vow pledge swear guarantee prove vouch certify affirm testify attest assure'],
  [2.5, 'insist maintain assert contend conclude establish determine'],
  [1, 'be hopeful | be unsure | be uncertain | be doubtful'],
  [3, 'be certain | be sure | be convinced | be adamant | be positive'],
  [2.5, 'be confident'],
]

const COMMITMENTS: ReadonlyMap<string, number> = new Map(
  COMMITMENT.flatMap(([level, cues]) =>
    cues.split(cues.includes('|') || cues.startsWith('be ') ? ' | ' : ' ').map((cue): [string, number] => [cue, level]),
  ),
)

/** "suggest" 1, "believe" 1.5, "say" 2, "promise" 3. */
export const commitmentOf = (lemma: string): number => COMMITMENTS.get(lemma) ?? (stanceLevel(lemma) === 'probable' ? 1.5 : 2)

/** These verbs assert the opposite and not less of the same. */
const DENYING = /^(deny|doubt|dispute|refute|rebut|disbelieve)$/

/** "promised" → "suggested": the source commits itself less. */
export function commitmentChanged({ before, after, pairs }: Comparison): Finding[] {
  return pairs.flatMap(([i, j]) => {
    const [p, q] = [before.claims[i]?.statement.cue, after.claims[j]?.statement.cue]
    if (!p || !q || DENYING.test(p.lemma) || DENYING.test(q.lemma)) return []
    const change = commitmentOf(q.lemma) - commitmentOf(p.lemma)
    if (Math.abs(change) < 1) return []
    return {
      kind: change < 0 ? ('softened' as const) : ('strengthened' as const),
      rule: 'cue',
      before: p.spans[0] ?? null,
      after: q.spans[0] ?? null,
      pair: [i, j] as const,
    }
  })
}
