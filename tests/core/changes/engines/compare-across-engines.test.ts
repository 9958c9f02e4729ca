import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../../../src/core/article.ts'
import type { NumberedVersion, TrackState } from '../../../../src/core/changes/change.ts'
import { compareClaims } from '../../../../src/core/changes/compare-claims.ts'
import { compareAcrossEngines } from '../../../../src/core/changes/engines/compare-across-engines.ts'
import { trackAcrossEngines } from '../../../../src/core/changes/engines/track-across-engines.ts'
import { runs } from '../../../setup/runs.ts'
import { analysisOf, draft } from '../articles.ts'

type Engine = (analysis: Analysis) => Analysis

/** What an older engine found: of each sentence the first claim only, all, or the first twice, by its length. */
const olderBy = (cuts: readonly number[]): Engine => {
  return ({ sentences, claims, ...language }) => ({
    ...language,
    sentences,
    claims: claims
      .flatMap((claim) => {
        const way = cuts[(sentences[claim.sentence]?.text.length ?? 0) % cuts.length]
        if (way === 0) return [claim]
        if (way === 1) return claim.index === 0 ? [claim] : []
        return [claim, { ...claim, index: claim.index + claims.filter((c) => c.sentence === claim.sentence).length }]
      })
      .toSorted((p, q) => p.sentence - q.sentence || p.index - q.index),
  })
}

/**
 * The versions as the archive has them: the first `old` of them read by the older engine, whose statements stay with the sentences
 * that stand.
 */
function archived(list: readonly Analysis[], old: number, older: Engine) {
  const known = new Set<string>()
  let state: TrackState | null = null
  const outdated = (text: string) => known.has(text)
  const versions = list.map((analysis, n): NumberedVersion => {
    if (n < old) for (const s of analysis.sentences) known.add(s.text)
    const found = older(analysis)
    const claims = [
      ...found.claims.filter((c) => known.has(analysis.sentences[c.sentence]?.text ?? '')),
      ...today(analysis, known),
    ]
    const stored = { ...analysis, claims: claims.toSorted((p, q) => p.sentence - q.sentence || p.index - q.index) }
    state = trackAcrossEngines(outdated)(state, stored).state
    return state.latest
  })
  return { versions, compare: compareAcrossEngines(outdated) }
}

const today = ({ sentences, claims }: Analysis, known: ReadonlySet<string>) =>
  claims.filter((c) => !known.has(sentences[c.sentence]?.text ?? ''))

describe('compareOver', () => {
  const drafts = fc.array(draft, { minLength: 2, maxLength: 4 })
  const cut = fc.array(fc.nat(2), { minLength: 40, maxLength: 40 })

  it('is compareClaims, where the older engine found what today’s finds', () => {
    fc.assert(
      fc.property(drafts, (list) => {
        const { versions, compare } = archived(list.map(analysisOf), 1, (analysis) => analysis)
        const [a, b] = [versions[0], versions.at(-1)]
        if (a && b) expect(compare(a, b)).toEqual(compareClaims(a, b))
      }),
      { numRuns: runs(60) },
    )
  }, 60_000)

  it('finds no change between two versions with the same text, whatever the older engine found', () => {
    fc.assert(
      fc.property(draft, draft, fc.array(draft, { maxLength: 2 }), cut, (x, y, more, cuts) => {
        const list = [x, y, ...more, x].map(analysisOf)
        const { versions, compare } = archived(list, 1, olderBy(cuts))
        const [a, b] = [versions[0], versions.at(-1)]
        if (a && b) expect(compare(a, b)).toEqual([])
      }),
      { numRuns: runs(60) },
    )
  }, 60_000)

  it('tells of claims that a version has, on the side of the version that has them, whatever the older engine found', () => {
    fc.assert(
      fc.property(drafts, cut, fc.nat(2), (list, cuts, old) => {
        const { versions, compare } = archived(list.map(analysisOf), 1 + old, olderBy(cuts))
        const [a, b] = [versions[0], versions.at(-1)]
        if (!a || !b) return
        const texts = (v: NumberedVersion) => new Set(v.sentences.map((s) => s.text))
        const [numbersA, numbersB] = [a, b].map((v) => new Set(v.claims.map((c) => c.number)))
        for (const { kinds, before, after } of compare(a, b)) {
          expect([before.length === 0, kinds]).toEqual([kinds.includes('introduced'), kinds])
          expect([after.length === 0, kinds]).toEqual([kinds.includes('withdrawn'), kinds])
          for (const { claim } of [...before, ...after]) expect(numbersA?.has(claim) || numbersB?.has(claim)).toBe(true)
          // A sentence that stands in both is neither introduced nor withdrawn.
          if (after.length === 0) for (const { sentence } of before) expect(texts(b)).not.toContain(a.sentences[sentence]?.text)
          if (before.length === 0) for (const { sentence } of after) expect(texts(a)).not.toContain(b.sentences[sentence]?.text)
        }
      }),
      { numRuns: runs(60) },
    )
  }, 60_000)
})
