/** Courses of a thing that exclude each other: it goes up, goes down, or stays as it is. */
import { isContent } from '../../text/stems.ts'
import { type Comparison, changedPlaces } from '../compare/comparison.ts'
import { type AlignedWords, alignedWords } from '../predicates/align-words.ts'
import { operatorsOf } from '../predicates/operators.ts'
import { rootOf } from '../predicates/word-roots.ts'

type Course = 'moves' | 'stays'

const COURSES: ReadonlyMap<string, Course> = new Map(
  (
    [
      [
        'moves',
        'raise increase lift rise grow gain climb jump surge advance expand accelerate lower cut reduce fall drop decline decrease shrink slow ease weaken ' +
          'moderate change move worsen improve spread',
      ],
      ['stays', 'maintain keep hold stay remain leave stabilise stabilize retain stall level stagnate plateau'],
    ] as const
  ).flatMap(([course, words]) => words.split(' ').map((word): [string, Course] => [rootOf(word), course])),
)

/** "decided to raise the fee" → "decided to keep the fee"; not "kept" → "retained", nor "did not raise" → "kept". */
export function tookAnotherCourse(comparison: Comparison): boolean {
  const { before, after, hunks } = comparison
  const mayTake = (side: 'before' | 'after') =>
    changedPlaces(comparison, side).some((n) => COURSES.has(rootOf(comparison[side].words[n]?.key ?? '')))
  if (!mayTake('before') || !mayTake('after')) return false
  const words = alignedWords(comparison)
  const [opsA, opsB] = [operatorsOf(before.read), operatorsOf(after.read)]
  return hunks.some(({ aFrom, aTo, bFrom, bTo }) => {
    for (let i = aFrom; i < aTo; i++) {
      const course = courseAt(comparison, 'before', i, words.after)
      for (let j = bFrom; course && j < bTo; j++) {
        const other = courseAt(comparison, 'after', j, words.before)
        const denied = [opsA.get(i), opsB.get(j)].some((ops) => ops?.some(({ negates }) => negates))
        if (other && other !== course && !denied && isOfOneThing(i, j, comparison, words)) return true
      }
    }
    return false
  })
}

function courseAt(comparison: Comparison, side: 'before' | 'after', n: number, partners: Int32Array): Course | undefined {
  const key = comparison[side].words[n]?.key ?? ''
  return (partners[n] ?? -1) < 0 && isContent(key) ? COURSES.get(rootOf(key)) : undefined
}

const NEAR = 5

/** A content word beside it, its subject or object, stands on both sides at as near a place. */
function isOfOneThing(i: number, j: number, { before }: Comparison, { after }: AlignedWords): boolean {
  for (let n = Math.max(0, i - NEAR); n <= i + NEAR; n++) {
    const partner = after[n] ?? -1
    if (partner >= 0 && Math.abs(partner - j) <= NEAR && isContent(before.words[n]?.key ?? '')) return true
  }
  return false
}
