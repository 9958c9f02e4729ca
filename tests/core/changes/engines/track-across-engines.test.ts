import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../../../src/core/article.ts'
import type { Step, Track, TrackState } from '../../../../src/core/changes/change.ts'
import { trackAcrossEngines } from '../../../../src/core/changes/engines/track-across-engines.ts'
import { track } from '../../../../src/core/changes/track.ts'
import { runs } from '../../../setup/runs.ts'
import { analysisOf, draft } from '../articles.ts'

function steps(how: Track, versions: readonly Analysis[]): Step[] {
  let state: TrackState | null = null
  return versions.map((version) => {
    const step = how(state, version)
    state = step.state
    return step
  })
}

const byNumber = (step: Step) => ({
  ...step,
  state: { ...step.state, gone: step.state.gone.toSorted((a, b) => a.number - b.number) },
})

describe('trackOver', () => {
  const drafts = fc.array(draft, { minLength: 2, maxLength: 5 })

  it('is track, where the older engine found what today’s finds', () => {
    fc.assert(
      fc.property(drafts, (list) => {
        const versions = list.map(analysisOf)
        const plain = steps(track, versions).map(byNumber)
        expect(
          steps(
            trackAcrossEngines(() => true),
            versions,
          ).map(byNumber),
        ).toEqual(plain)
        expect(
          steps(
            trackAcrossEngines((text) => text.length % 2 === 0),
            versions,
          ).map(byNumber),
        ).toEqual(plain)
      }),
      { numRuns: runs(60) },
    )
  }, 60_000)

  it('gives no number twice and loses no claim, whatever the older engine found', () => {
    const cut = fc.array(fc.nat(2), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(drafts, cut, (list, cuts) => {
        // The older engine found no claim, all, or the first twice, by the sentence.
        const older = ({ sentences, claims, ...language }: Analysis): Analysis => ({
          ...language,
          sentences,
          claims: claims
            .flatMap((claim) => {
              const way = cuts[(sentences[claim.sentence]?.text.length ?? 0) % cuts.length]
              if (way === 0) return [claim]
              if (way === 1) return claim.index === 0 ? [claim] : []
              return [claim, { ...claim, index: claim.index + claims.filter((c) => c.sentence === claim.sentence).length }]
            })
            .toSorted((a, b) => a.sentence - b.sentence || a.index - b.index),
        })
        const versions = list.map((d) => older(analysisOf(d)))
        let before: number[] = []
        for (const { state, changes } of steps(
          trackAcrossEngines(() => true),
          versions,
        )) {
          const present = state.latest.claims.map((c) => c.number)
          const gone = state.gone.map((c) => c.number)
          expect(new Set([...present, ...gone]).size).toBe(present.length + gone.length)
          expect(before.filter((n) => !present.includes(n) && !gone.includes(n))).toEqual([])
          for (const { kinds, before: from, after: to } of changes) {
            expect([from.length === 0, kinds]).toEqual([kinds.includes('introduced') || kinds.includes('restored'), kinds])
            expect([to.length === 0, kinds]).toEqual([kinds.includes('withdrawn'), kinds])
            for (const a of to)
              expect(state.latest.claims).toContainEqual(
                expect.objectContaining({ number: a.claim, sentence: a.sentence, index: a.index }),
              )
          }
          before = present
        }
      }),
      { numRuns: runs(60) },
    )
  }, 60_000)
})
