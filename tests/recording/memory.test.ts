import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore, runtime } from '#harness'
import { analyze } from '../../src/core/analysis.ts'
import type { Change, NumberedVersion, Step } from '../../src/core/changes/change.ts'
import { track } from '../../src/core/changes/track.ts'
import type { ChangeView } from '../../src/store/read/changes.ts'
import { bodyOf, type Draft, draft } from '../core/changes/articles.ts'
import { runs } from '../setup/runs.ts'
import { minute, open, post, standing, versionList, versionOf } from './desk.ts'

/** Tracks the drafts without an archive; a draft equal to the one before it is no version. */
function inMemory(drafts: readonly Draft[]): { minute: number; step: Step }[] {
  const found: { minute: number; step: Step; key: string }[] = []
  drafts.forEach((d, n) => {
    const text = { title: d.title, body: bodyOf(d), publishedAt: null }
    const key = JSON.stringify(text)
    const last = found.at(-1)
    if (last?.key === key) return
    found.push({ minute: n, step: track(last?.step.state ?? null, analyze(text)), key })
  })
  return found
}

const plainClaims = ({ sentences, claims }: NumberedVersion) =>
  claims.map(({ number, sentence, index, statement, reading }) => ({
    number,
    text: sentences[sentence]?.text,
    zone: sentences[sentence]?.zone,
    sentence,
    index,
    statement,
    reading,
  }))

const told = (change: Change, before: NumberedVersion | undefined, after: NumberedVersion) => ({
  kinds: [...change.kinds].sort(),
  before: sides(change.before, before),
  after: sides(change.after, after),
  acknowledged: change.acknowledged,
})

function sides(appearances: Change['before'], version: NumberedVersion | undefined) {
  const bySentence = Map.groupBy(appearances, (a) => a.sentence)
  return [...bySentence].map(
    ([sentence, list]) =>
      [version?.sentences[sentence]?.text, [...new Set(list.map((a) => a.claim))].sort((a, b) => a - b)] as const,
  )
}

const stored = ({ kinds, before, after, acknowledged }: ChangeView) => ({
  kinds: [...kinds].sort(),
  before: before.map((s) => [s.exact, s.claims]),
  after: after.map((s) => [s.exact, s.claims]),
  acknowledged,
})

describe('what is stored folds to what tracking gives in memory', () => {
  it('claims of every version, and the changes between them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { minLength: 2, maxLength: 5 }), async (drafts) => {
        const store = await openStore()
        await open(store)
        for (const [n, d] of drafts.entries()) await post(store, bodyOf(d), n, { title: d.title })
        const expected = inMemory(drafts)
        expect((await versionList(store)).map((v) => v.capturedAt)).toEqual(expected.map((e) => minute(e.minute)))
        const changes = await standing(store)
        for (const [n, { step, minute: at }] of expected.entries()) {
          const version = await versionOf(store, n + 1)
          expect(plainClaims(version)).toEqual(plainClaims(step.state.latest))
          const before = expected[n - 1]?.step.state.latest
          expect(changes.filter((c) => c.to.capturedAt === minute(at)).map(stored)).toEqual(
            step.changes.map((c) => told(c, before, step.state.latest)),
          )
        }
      }),
      { seed: 11, numRuns: runtime === 'node' ? runs(60) : 12 },
    )
  }, 60_000)
})
