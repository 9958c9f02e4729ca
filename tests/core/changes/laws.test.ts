import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../../src/core/article.ts'
import type { Change, Kind, Step, TrackState } from '../../../src/core/changes/change.ts'
import { compareClaims } from '../../../src/core/changes/compare-claims.ts'
import { retrack } from '../../../src/core/changes/renumber.ts'
import { track } from '../../../src/core/changes/track.ts'
import { fold } from '../../../src/core/changes/trail.ts'
import { analysisOf, draft, restyled, revision } from './articles.ts'

function trackAll(versions: readonly Analysis[]): Step[] {
  let state: TrackState | null = null
  return versions.map((version) => {
    const step = track(state, version)
    state = step.state
    return step
  })
}

const step = (a: Analysis, b: Analysis): Step => trackAll([a, b])[1] as Step

const count = (changes: readonly Change[], kind: Kind) => changes.filter((c) => c.kinds.includes(kind)).length

/** The steps with the claims' numbers replaced by their order of first appearance: equal if the trails are. */
function upToNumbers(steps: readonly Step[]): unknown {
  const names = new Map<number, number>()
  const name = (n: number | null): number | null => {
    if (n === null) return null
    if (!names.has(n)) names.set(n, names.size)
    return names.get(n) ?? null
  }
  for (const { state } of steps) for (const claim of state.latest.claims) name(claim.number)
  return steps.map(({ state, changes, kept }) => [
    state.latest.claims.map((c) => name(c.number)),
    state.gone.map((g) => [name(g.number), g.status, g.since, name(g.successor)]),
    changes.map((c) => [c.kinds, c.before.map((a) => name(a.claim)), c.after.map((a) => name(a.claim)), c.detail]),
    kept.map((k) => [name(k.before.claim), name(k.after.claim)]),
  ])
}

/** Several versions a run: fewer runs do. */
const FEWER = { numRuns: 30 }

describe('laws of tracking', () => {
  it('a version against itself has no change', () => {
    fc.assert(
      fc.property(draft, (d) => {
        const { changes, kept } = step(analysisOf(d), analysisOf(d))
        expect([changes, kept]).toEqual([[], []])
      }),
    )
  })

  it('swapping two versions swaps introduced and withdrawn, softened and strengthened, split and merged', () => {
    fc.assert(
      fc.property(revision, ([a, b]) => {
        const [there, back] = [step(analysisOf(a), analysisOf(b)).changes, step(analysisOf(b), analysisOf(a)).changes]
        // A matter that moved on did so in one direction of time only: it has no mirror.
        fc.pre(count(there, 'superseded') + count(back, 'superseded') === 0)
        const mirrors = [
          ['introduced', 'withdrawn'],
          ['softened', 'strengthened'],
          ['split', 'merged'],
          ['number_changed', 'number_changed'],
          ['negated', 'negated'],
          ['cosmetic', 'cosmetic'],
        ] as const
        for (const [kind, mirror] of mirrors) {
          expect([kind, count(there, kind)]).toEqual([kind, count(back, mirror)])
          expect([mirror, count(there, mirror)]).toEqual([mirror, count(back, kind)])
        }
      }),
    )
  })

  it('cosmetic edits give only cosmetic changes, of just the sentences that were edited', () => {
    fc.assert(
      fc.property(restyled, ([a, b]) => {
        const [before, after] = [analysisOf(a), analysisOf(b)]
        const { changes } = step(before, after)
        expect(changes.filter(({ kinds }) => kinds.join() !== 'cosmetic')).toEqual([])
        const edited = before.sentences.flatMap(({ text }, i) => (text === after.sentences[i]?.text ? [] : i))
        const told = new Set(changes.flatMap((change) => change.before.map(({ sentence }) => sentence)))
        expect([...told].sort((i, j) => i - j)).toEqual(edited)
      }),
    )
  })

  it('every claim stands in one change, or is kept, or its sentence is verbatim the same', () => {
    fc.assert(
      fc.property(draft, draft, (x, y) => {
        const [a, b] = [analysisOf(x), analysisOf(y)]
        const { changes, kept, links, state } = step(a, b)
        const partners = new Map(links.map(([i, j]) => [j, i]))
        const seen = new Map<string, number>()
        const see = (side: string, at: { sentence: number; index: number }) => {
          const key = `${side} ${at.sentence} ${at.index}`
          seen.set(key, (seen.get(key) ?? 0) + 1)
        }
        for (const c of changes) {
          for (const p of c.before) see('a', p)
          for (const p of c.after) see('b', p)
        }
        for (const k of kept) {
          see('a', k.before)
          see('b', k.after)
        }
        for (const claim of state.latest.claims) {
          const i = partners.get(claim.sentence)
          const verbatim = i !== undefined && a.sentences[i]?.text === b.sentences[claim.sentence]?.text
          const times = seen.get(`b ${claim.sentence} ${claim.index}`) ?? 0
          if (!verbatim) expect(times).toBe(1)
          expect(times).toBeLessThanOrEqual(1)
        }
        expect([...seen.values()].every((n) => n === 1)).toBe(true)
        expect(new Set(state.latest.claims.map((c) => c.number)).size).toBe(state.latest.claims.length)
      }),
    )
  })

  it('the fold of the steps is the state', () => {
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1, maxLength: 5 }), (drafts) => {
        const steps = trackAll(drafts.map(analysisOf))
        const claims = steps.at(-1)?.state.latest.claims ?? []
        const places = new Map(claims.map((c) => [c.number, { sentence: c.sentence, index: c.index }]))
        expect(fold(steps)).toEqual(places)
      }),
      FEWER,
    )
  })

  it('a claim that is present is not among the gone, and no number is given twice', () => {
    fc.assert(
      fc.property(fc.array(draft, { minLength: 2, maxLength: 5 }), (drafts) => {
        for (const { state } of trackAll(drafts.map(analysisOf))) {
          const numbers = [...state.latest.claims, ...state.gone].map((c) => c.number)
          expect(new Set(numbers).size).toBe(numbers.length)
          expect(Math.max(...numbers)).toBeLessThanOrEqual(state.numbers)
        }
      }),
      FEWER,
    )
  })

  it('comparing neighbours gives the changes of the step between them', () => {
    fc.assert(
      fc.property(draft, draft, (x, y) => {
        const [first, second] = trackAll([analysisOf(x), analysisOf(y)])
        if (!first || !second) return
        const plain = (changes: readonly Change[]) =>
          changes.map((c) => JSON.stringify([c.kinds, c.before, c.after, c.acknowledged])).sort()
        expect(plain(compareClaims(first.state.latest, second.state.latest))).toEqual(plain(second.changes))
      }),
    )
  })
})

describe('late versions', () => {
  const drafts = fc.array(draft, { minLength: 2, maxLength: 5 })

  it('give the trails of an archive in order, up to numbers, and leave the other claims their numbers', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), (list, pick) => {
        const versions = list.map(analysisOf)
        const late = pick % versions.length
        const early = trackAll(versions.filter((_, i) => i !== late))
        const numberAt = (place: number, sentence: number, index: number) => {
          if (place === late + 1) return null
          const claims = early[place > late + 1 ? place - 2 : place - 1]?.state.latest.claims
          return claims?.find((c) => c.sentence === sentence && c.index === index)?.number ?? null
        }
        const state = early[late - 1]?.state ?? null
        const numbers = early.at(-1)?.state.numbers ?? 0
        const again = retrack({ versions: versions.slice(late), state, known: numberAt, numbers })
        const steps = [...early.slice(0, late), ...again]
        expect(upToNumbers(steps)).toEqual(upToNumbers(trackAll(versions)))
        for (const { state: after } of steps) {
          const all = [...after.latest.claims, ...after.gone].map((c) => c.number)
          expect(new Set(all).size).toBe(all.length)
        }
        for (const number of new Set(early.flatMap((s) => s.state.latest.claims.map((c) => c.number)))) {
          const places = (of: readonly Step[], shift: (place: number) => number) =>
            of.flatMap((s) =>
              s.state.latest.claims
                .filter((c) => c.number === number)
                .map((c) => `${shift(s.state.place)} ${c.sentence} ${c.index}`),
            )
          const was = places(early, (p) => (p > late ? p + 1 : p))
          const now = places(steps, (p) => p).filter((p) => !p.startsWith(`${late + 1} `))
          if (now.length > 0) expect(was.some((p) => now.includes(p))).toBe(true)
        }
      }),
      FEWER,
    )
  })
})
