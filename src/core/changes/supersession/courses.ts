/** Courses of a thing that exclude each other: it goes up, goes down, slows, or stays as it is. */
import type { ReadClause } from '../../claims/syntax/clause.ts'
import { isContent } from '../../text/stems.ts'
import { type Comparison, changedPlaces, type ReadText } from '../compare/comparison.ts'
import { isSpeech } from '../compare/speech.ts'
import { alignedWords } from '../predicates/align-words.ts'
import { type Grammar, grammarOf, nounHead } from '../predicates/grammar.ts'
import { operatorsOf } from '../predicates/operators.ts'
import { opposite } from '../predicates/opposites.ts'
import { rootOf } from '../predicates/word-roots.ts'

const roots = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(rootOf))

type Course = 'up' | 'down' | 'slower' | 'moves' | 'stays' | 'ends'

const courses = (course: Course, words: string) => words.split(' ').map((word): [string, Course] => [rootOf(word), course])

const VERBS: ReadonlyMap<string, Course> = new Map([
  ...courses('up', 'raise increase lift rise grow gain climb jump surge advance expand accelerate strengthen rebound recover'),
  ...courses('down', 'lower cut reduce fall drop decline decrease diminish shrink sink plunge contract weaken'),
  ...courses('slower', 'slow ease moderate cool abate'),
  ...courses('ends', 'end halt suspend scrap'),
  ...courses('moves', 'change move worsen improve spread'),
  ...courses(
    'stays',
    'maintain keep hold stay remain leave run stabilise stabilize retain stall steady level stagnate plateau',
  ),
])
/** "held steady", "is unchanged" */
const STEADY = /^(?:steady|unchanged|flat|stable|level)$/
/** Verbs that tell of a course only where others set the same thing: "keep the toll", but not "held a meeting". */
const KEEPING = roots('maintain keep hold leave retain')
const SETTING = roots('raise increase lift lower cut reduce change end halt suspend scrap')

const sign = (course: Course): number => (course === 'up' ? 1 : course === 'down' || course === 'slower' ? -1 : 0)
const exclude = (x: Course, y: Course): boolean =>
  x === 'ends' || y === 'ends'
    ? x !== y
    : x === 'moves' || y === 'moves'
      ? x !== y && (x === 'stays' || y === 'stays')
      : sign(x) !== sign(y)

/** A verb that tells of a course, as a word of the wording. */
interface Told {
  readonly word: number
  readonly course: Course
  /** It stands in a main clause, or in what that reports. */
  readonly main: boolean
  /** The head of its subject, or -1. */
  readonly subject: number
}

/** "decided to raise the fee" → "decided to keep the fee"; not "kept" → "retained", nor "did not raise" → "kept". */
export function tookAnotherCourse(comparison: Comparison): boolean {
  const { before, after } = comparison
  const mayTake = (side: 'before' | 'after') =>
    changedPlaces(comparison, side).some((n) => isCourse(comparison[side].words[n]?.key ?? ''))
  if (!mayTake('before') && !mayTake('after')) return false
  const [a, b] = [coursesOf(before.read), coursesOf(after.read)]
  const words = alignedWords(comparison)
  const gone = (own: readonly Told[], others: readonly Told[], partners: Int32Array) =>
    own.filter(({ word, main }) => {
      const partner = partners[word] ?? -1
      return partner < 0 || (main && others.some((other) => other.word === partner && !other.main))
    })
  const [goneA, goneB] = [gone(a, b, words.after), gone(b, a, words.before)]
  return goneA.some((p) =>
    goneB.some(
      (q) =>
        exclude(p.course, q.course) &&
        ((words.after[p.word] ?? -1) < 0 || (words.before[q.word] ?? -1) < 0) &&
        !opposite(before.words[p.word]?.key ?? '', after.words[q.word]?.key ?? '') &&
        !goneB.some((other) => other.course === p.course && other.subject === q.subject) &&
        !goneA.some((other) => other.course === q.course && other.subject === p.subject) &&
        isOfOneThing(p, q, comparison),
    ),
  )
}

const isCourse = (key: string): boolean => key === 'picked' || STEADY.test(key) || VERBS.has(rootOf(key))

/** Returns the courses that the verbs of a wording tell of, denied ones aside. */
function coursesOf(read: ReadText): Told[] {
  if (!read.words.some(({ key }) => isCourse(key))) return []
  const grammar = grammarOf(read)
  const denied = (word: number) =>
    operatorsOf(read)
      .get(word)
      ?.some(({ negates }) => negates)
  return read.words.flatMap(({ key }, word): Told[] => {
    if (!isCourse(key) || (denied(word) && !isUnchanged(read, word))) return []
    const group = groupOf(grammar, word)
    const course = courseAt(read, word)
    if (group < 0 || !course) return []
    const clause = grammar.clauses.get(group)
    const subject = clause?.subject ? nounHead(grammar, clause.subject[0]) : null
    return [
      {
        word,
        course,
        main: clause !== undefined && isAsserted(grammar, clause),
        subject: subject === null ? -1 : (grammar.wordAt[subject] ?? -1),
      },
    ]
  })
}

/** A main clause, or what it reports. */
function isAsserted({ tokens }: Grammar, { kind, from }: ReadClause): boolean {
  const opener = tokens.findLastIndex((token, n) => n <= from && token.tag === 'that')
  return (
    /^(?:main|coordinate|that|complement)$/.test(kind) ||
    (kind === 'relative' && opener >= from - 1 && isSpeech(tokens[opener - 1]?.lower ?? ''))
  )
}

/** "were little changed" */
const isUnchanged = ({ words }: Pick<ReadText, 'words'>, word: number): boolean =>
  words[word]?.key === 'changed' && words[word - 1]?.key === 'little'

const RUN = rootOf('run')
const LEVEL = /^(?:below|above|at|near)$/

function courseAt({ words }: ReadText, word: number): Course | undefined {
  const [key, next] = [words[word]?.key ?? '', words[word + 1]?.key ?? '']
  if (isUnchanged({ words }, word)) return 'stays'
  // "is running below the target", but not "runs a shop"
  if (rootOf(key) === RUN && !LEVEL.test(next)) return undefined
  if (key === 'picked') return next === 'up' ? 'up' : undefined
  return STEADY.test(key) ? 'stays' : VERBS.get(rootOf(key))
}

/** Returns the verb group that holds a word or ends right before it ("was steady", "has risen"); -1 if none does. */
function groupOf({ groupAt, tokenAt }: Grammar, word: number): number {
  const at = tokenAt[word] ?? 0
  return Math.max(groupAt[at] ?? -1, groupAt[at - 1] ?? -1)
}

const NEAR = 5

/** The subjects are one; or both set the same thing, a content word after both. */
function isOfOneThing(p: Told, q: Told, comparison: Comparison): boolean {
  const { before, after } = comparison
  const { after: partners } = alignedWords(comparison)
  const [x, y] = [before.words[p.word], after.words[q.word]].map((word) => rootOf(word?.key ?? '')) as [string, string]
  const sets = (root: string) => KEEPING.has(root) || SETTING.has(root)
  for (let n = p.word + 1; sets(x) && sets(y) && n <= p.word + NEAR; n++) {
    const partner = partners[n] ?? -1
    if (partner > q.word && partner <= q.word + NEAR && isContent(before.words[n]?.key ?? '')) return true
  }
  return !(KEEPING.has(x) || KEEPING.has(y)) && p.subject >= 0 && partners[p.subject] === q.subject
}
