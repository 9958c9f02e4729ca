/** Edits of known kinds made together in one sentence: each is told, and nothing else. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kindsOf } from './both-ways.ts'

/** A predicate's wordings, each with its polarity and its force. */
interface Predicate {
  readonly text: string
  readonly negative: boolean
  readonly force: number
}
const predicate = (text: string, negative: boolean, force: number): Predicate => ({ text, negative, force })

const PREDICATES: readonly (readonly Predicate[])[] = [
  [
    predicate('sold', false, 3),
    predicate('did not sell', true, 3),
    predicate('may have sold', false, 1),
    predicate('allegedly sold', false, 2),
    predicate('is believed to have sold', false, 2),
    predicate('never sold', true, 3),
  ],
  [
    predicate('has closed', false, 3),
    predicate("hasn't closed", true, 3),
    predicate('has reportedly closed', false, 2),
    predicate('might have closed', false, 1),
    predicate('appears to have closed', false, 2),
  ],
  [
    predicate('will move', false, 3),
    predicate('will not move', true, 3),
    predicate("won't move", true, 3),
    predicate('could move', false, 1),
    predicate('will probably move', false, 2),
    predicate('is likely to move', false, 2),
  ],
  [
    predicate('damaged', false, 3),
    predicate('failed to damage', true, 3),
    predicate('is accused of damaging', false, 2),
    predicate('is suspected of damaging', false, 2),
  ],
]
const ASIDES = ['', ', which never meets in public,', ', which may be wound up,', ', once the envy of the coast,']
const OBJECTS = ['old barges', 'of its wooden cranes']
const TAILS = [
  '',
  ' without a word to the press',
  ', and a court may hear the case',
  ', although nobody had asked for it',
  ' despite a ban',
  ' after a storm that reportedly lasted two nights',
]
const TAGS = ['', ', the town clerk said', ', according to the port master']
const DAYS = ['on Monday', 'on Thursday', 'on 4 May', 'on 9 June']

const of = <T>(items: readonly T[]) => fc.constantFrom(...items)
const sentence = (verbs: readonly Predicate[]) =>
  fc.record({
    verb: of(verbs),
    aside: of(ASIDES),
    amount: fc.integer({ min: 2, max: 90 }),
    day: of(DAYS),
    tail: of(TAILS),
    tag: of(TAGS),
  })
type Parts = { verb: Predicate; aside: string; amount: number; day: string; tail: string; tag: string }

const textOf = (parts: Parts, object: string) =>
  `The harbour board of Greater Orle${parts.aside} ${parts.verb.text} ${parts.amount} ${object} ${parts.day}${parts.tail}${parts.tag}.`

function expected(a: Parts, b: Parts): string[] {
  const kinds: string[] = []
  if (a.verb.negative !== b.verb.negative) kinds.push('negated')
  else if (a.verb.force !== b.verb.force) kinds.push(a.verb.force > b.verb.force ? 'softened' : 'strengthened')
  if (a.amount !== b.amount) kinds.push('number_changed')
  if (a.day !== b.day) kinds.push('date_changed')
  if (a.tag !== b.tag) kinds.push('source_changed')
  return kinds.sort()
}

/** At most three edits: with more, little of the sentence is left. */
const edits = (a: Parts, b: Parts) =>
  [a.verb !== b.verb, a.aside !== b.aside, a.amount !== b.amount, a.day !== b.day, a.tail !== b.tail, a.tag !== b.tag].filter(
    Boolean,
  ).length

it('tells each of two or three edits in one sentence', () => {
  fc.assert(
    fc.property(
      of(PREDICATES).chain((verbs) =>
        fc.tuple(
          sentence(verbs),
          sentence(verbs),
          of(OBJECTS),
          fc.array(of(['verb', 'aside', 'amount', 'day', 'tail', 'tag'] as const), { minLength: 1, maxLength: 3 }),
        ),
      ),
      ([a, other, object, changed]) => {
        const b = { ...a, ...Object.fromEntries(changed.map((part) => [part, other[part]])) } as Parts
        if (edits(a, b) === 0 || textOf(a, object) === textOf(b, object)) return
        const kinds = expected(a, b)
        expect([kindsOf(textOf(a, object), textOf(b, object)), textOf(a, object), textOf(b, object)]).toEqual([
          kinds.length > 0 ? kinds.join('+') : 'reworded',
          textOf(a, object),
          textOf(b, object),
        ])
      },
    ),
    { numRuns: 400 },
  )
})
