/** The guide shows what the engine finds: its examples are run here. */
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../../src/core/changes/change.ts'
import { analysisAnswer } from '../../../src/http/json/analysis-json.ts'
import type { Result } from '../../../src/pages/try/outcome.ts'
import { LANE_CHANGES, LANE_STRETCHES, LANE_TEXTS } from '../../../src/pages/words/examples/guide-words.ts'
import { exampleOfKind, KIND_EXAMPLES } from '../../../src/pages/words/examples/kind-examples.ts'

const analyzed = (texts: readonly (readonly string[])[]): Result =>
  JSON.parse(
    analysisAnswer({
      kind: 'changes',
      versions: texts.map((paragraphs) => ({ body: paragraphs.join('\n\n') })),
      furniture: false,
      claims: true,
    }),
  )

describe('the example of', () => {
  test.each(KINDS)('%s is found as the guide shows it', (kind) => {
    const { texts } = KIND_EXAMPLES[kind]
    const shown = exampleOfKind(kind)
    const found = analyzed(texts).changes.filter(({ to }) => to === texts.length)
    expect(found.map(({ kinds }) => kinds)).toEqual([[kind]])
    const [change] = found
    const exact = (side: readonly { readonly exact: string }[] = []) => side.map((one) => one.exact)
    expect([exact(shown.before), exact(shown.after), shown.detail]).toEqual([
      exact(change?.before),
      exact(change?.after),
      change?.detail,
    ])
    const [told] = shown.evidence
    const [evidence] = change?.evidence ?? []
    if (KIND_EXAMPLES[kind].words) expect([told?.before, told?.after]).toEqual([evidence?.before, evidence?.after])
    const { label } = KIND_EXAMPLES[kind]
    if (label !== undefined)
      expect(change?.after.flatMap(({ wordings }) => wordings.map((words) => words.label))).toEqual([label])
  })
})

test('the lane of the guide is that of its texts', () => {
  const texts = LANE_TEXTS.map((text) => ['The harbour was closed.', ...(text === null ? [] : [text])])
  const { versions, changes } = analyzed(texts)
  const levels = versions.map(({ claims = [] }) => claims[1]?.certainty.level ?? null)
  const shown = LANE_TEXTS.map((_, i) => LANE_STRETCHES.find(({ from, to }) => from <= i + 1 && i + 1 < to)?.level ?? null)
  expect(shown).toEqual(levels)
  expect(LANE_CHANGES.map(({ to, kinds }) => [to, kinds])).toEqual(changes.map(({ to, kinds }) => [to, kinds]))
})
