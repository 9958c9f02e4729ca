/** `softened` and `strengthened` by the commitment of a source to its content, by its reporting word. */
import type { Statement } from '../../article.ts'
import { stanceLevel } from '../../lexicon/stance-level.ts'
import type { Comparison, Finding } from '../compare/comparison.ts'
import { rootOf } from '../predicates/word-roots.ts'

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
    cues.split(cues.includes('|') || cues.startsWith('be ') ? ' | ' : ' ').map((cue): [string, number] => [keyOf(cue), level]),
  ),
)

/** "proves" → prove; "be certain" stays. */
function keyOf(cue: string): string {
  return cue.includes(' ') ? cue : rootOf(cue)
}

/** "suggest" 1, "believe" 1.5, "say" 2, "promise" 3. */
const commitmentOf = (cue: string): number => COMMITMENTS.get(keyOf(cue)) ?? (stanceLevel(cue) === 'probable' ? 1.5 : 2)

/** These verbs assert the opposite and not less of the same. */
const DENYING = /^(deny|doubt|dispute|refute|rebut|disbelieve)$/

/** "promised" → "suggested": the source commits itself less. */
export function commitmentChanged(comparison: Comparison): Finding[] {
  const { before, after, pairs } = comparison
  return pairs.flatMap(([i, j]) => {
    const [p, q] = [before.claims[i]?.statement.cue, after.claims[j]?.statement.cue]
    const x = p?.lemma ?? insteadOf(q, 'after', comparison)
    const y = q?.lemma ?? insteadOf(p, 'before', comparison)
    if (!x || !y || DENYING.test(x) || DENYING.test(y)) return []
    const change = commitmentOf(y) - commitmentOf(x)
    if (Math.abs(change) < 1) return []
    return {
      kind: change < 0 ? ('softened' as const) : ('strengthened' as const),
      rule: 'cue',
      before: p?.spans[0] ?? null,
      after: q?.spans[0] ?? null,
      pair: [i, j] as const,
    }
  })
}

/** "proves that" → "suggests that": returns the committing word that stood in place of a cue, which extraction does not read. */
function insteadOf(cue: Cue, side: 'before' | 'after', { before, after, hunks }: Comparison): string | undefined {
  if (!cue) return undefined
  const [own, other] = side === 'before' ? [before.words, after.words] : [after.words, before.words]
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    const [from, to, otherFrom, otherTo] = side === 'before' ? [aFrom, aTo, bFrom, bTo] : [bFrom, bTo, aFrom, aTo]
    const holds = own.slice(from, to).some((w) => cue.spans.some(([start, end]) => start < w.end && w.start < end))
    const instead = holds ? other.slice(otherFrom, otherTo).find(({ key }) => COMMITMENTS.has(rootOf(key))) : undefined
    if (instead) return instead.key
  }
  return undefined
}
type Cue = Statement['cue'] | undefined
