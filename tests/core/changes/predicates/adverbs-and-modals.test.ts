import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import type { Statement } from '../../../../src/core/article.ts'
import { track } from '../../../../src/core/changes/track.ts'
import { HEDGES } from '../../../../src/core/lexicon/hedges.ts'
import { COMPARATORS_BEFORE } from '../../../../src/core/lexicon/numbers.ts'

const version = (sentence: string) =>
  analyze({ title: '', body: `The harbour lies below the fort. ${sentence} Gulls nest on the roofs.`, publishedAt: null })

/** The one claim of the second sentence on both sides, and the kinds told of it. */
function told(before: string, after: string): { p: Statement; q: Statement; kinds: ReadonlySet<string> } | null {
  const [a, b] = [version(before), version(after)]
  const [p, q] = [a, b].map(({ claims }) => claims.filter((claim) => claim.sentence === 1))
  if (p?.length !== 1 || q?.length !== 1 || !p[0] || !q[0]) return null
  const kinds = track(track(null, a).state, b).changes.flatMap((change) => change.kinds)
  return { p: p[0].statement, q: q[0].statement, kinds: new Set(kinds) }
}

const of = <T>(...items: readonly T[]) => fc.constantFrom(...items)
const adverbs = [...HEDGES.values()]
  .flat()
  .flatMap(({ words, class: sort }) =>
    sort === 'adverb' || (sort === 'evidential' && words.length === 1) ? [words.join(' ')] : [],
  )
  // "in effect since Monday", "more or less": mostly no doubt about what is said
  .filter((adverb) => adverb !== 'in effect' && adverb !== 'more or less')
const verb = of(
  'left',
  'did not leave',
  'never left',
  'may leave',
  'might leave',
  'will leave',
  'will not leave',
  'could leave',
  ...['is expected', 'seems', 'is due', 'is believed', 'tends'].map((hedge) => `${hedge} to leave`),
  // "likely left": extraction reads no adverb there
  ...adverbs.filter((adverb) => adverb !== 'likely').map((adverb) => `${adverb} left`),
)
const amount = fc
  .tuple(of('', ...COMPARATORS_BEFORE.map(([words]) => `${words.join(' ')} `)), fc.integer({ min: 2, max: 900 }))
  .map(([comparator, value]) => `${comparator}${value}`)

/** An edit of the verb, or of the amount: with both in other words too little of the sentence stays. */
const oneEdit = fc.oneof(
  fc.tuple(verb, verb, amount).map(([v, w, m]) => [v, w, m, m] as const),
  fc.tuple(verb, amount, amount).map(([v, m, n]) => [v, v, m, n] as const),
)

describe('what the analysis tells of both sides of a claim that stayed', () => {
  it('is told of its change: certainty, polarity, amounts', () => {
    fc.assert(
      fc.property(oneEdit, ([v, w, m, n]) => {
        const sentence = (does: string, many: string) =>
          `The old ferry of the island company ${does} with ${many} tons of slate from the quarry in its hold.`
        const found = told(sentence(v, m), sentence(w, n))
        if (!found || found.kinds.has('superseded')) return
        const { p, q, kinds } = found
        if (p.certainty.polarity !== q.certainty.polarity)
          expect([...kinds].some((kind) => /negated|softened|strengthened/.test(kind))).toBe(true)
        else if (p.certainty.level !== q.certainty.level)
          expect([...kinds].some((kind) => /softened|strengthened/.test(kind))).toBe(true)
        const [x, y] = [p.quantities[0], q.quantities[0]]
        if (x && y && (x.value !== y.value || x.comparator !== y.comparator)) expect([...kinds]).toContain('number_changed')
      }),
      { numRuns: 300 },
    )
  })

  it.each(adverbs)('an adverb more or less: %s', (adverb) => {
    const [plain, hedged] = [
      'The ferry left the island with all its slate.',
      `The ferry ${adverb} left the island with all its slate.`,
    ]
    expect([...(told(plain, hedged)?.kinds ?? [])]).toEqual(['softened'])
    expect([...(told(hedged, plain)?.kinds ?? [])]).toEqual(['strengthened'])
  })

  it.each([
    ['The unconfirmed loss of the ferry was told in the port.', 'The loss of the ferry was told in the port.'],
    ['The loss is 1,000 to 3,000 metres deep.', 'The loss is 1 to 3 km deep.'],
  ])('is no change where it is only another form: %s', (before, after) => {
    expect(told(before, after)?.kinds.has('number_changed')).toBe(false)
  })
})
