/** The commitment of a source to its content, by its reporting word. */
import { stanceLevel } from '../../lexicon/stance-level.ts'

/** The degree to which a source commits itself by its reporting word. */
const COMMITMENT: readonly (readonly [number, string])[] = [
  [1, 'suggest hint imply intimate speculate guess wonder indicate suspect surmise conjecture'],
  [1.5, 'figure'],
  [
    3,
    'promise confirm vow pledge swear guarantee prove conclude establish vouch certify affirm testify attest assure determine',
  ],
  [2.5, 'insist maintain assert contend'],
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
