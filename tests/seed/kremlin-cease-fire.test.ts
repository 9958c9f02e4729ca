/** The demo archive shows the changes that seed/README.md promises, and no others. */
import { describe, expect, it } from 'vitest'
import { planIngest } from '../../src/cli/input/ingest-plan.ts'
import { analyze } from '../../src/core/analysis.ts'
import type { Change, Detail, NumberedVersion, Step } from '../../src/core/changes/change.ts'
import { track } from '../../src/core/changes/track.ts'

const [story] = await planIngest(
  ['seed/kremlin-cease-fire'],
  { title: null, slug: null, publication: null },
  {
    now: () => new Date(),
    input: async () => new Uint8Array(),
  },
)
const versions = story?.versions.map(({ version }) => version) ?? []

const steps: Step[] = []
for (const { title, body, published_at = null } of versions) {
  steps.push(track(steps.at(-1)?.state ?? null, analyze({ title, body, publishedAt: published_at })))
}

/** The beginnings of a change's sentences, one each, and its kinds. */
interface Shown {
  readonly kinds: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
}

function shown(change: Change, before: NumberedVersion | undefined, after: NumberedVersion): Shown {
  const begin = (version: NumberedVersion | undefined, sentences: readonly number[]) =>
    [...new Set(sentences)].map((sentence) => version?.sentences[sentence]?.text.slice(0, 30) ?? '?')
  return {
    kinds: [...change.kinds],
    before: begin(
      before,
      change.before.map(({ sentence }) => sentence),
    ),
    after: begin(
      after,
      change.after.map(({ sentence }) => sentence),
    ),
  }
}

/** What version n changed, new claims aside. */
function changesIn(n: number): Shown[] {
  const step = steps[n - 1]
  if (step === undefined) return []
  return step.changes
    .filter(({ kinds }) => kinds.join() !== 'introduced')
    .map((change) => shown(change, steps[n - 2]?.state.latest, step.state.latest))
}

function detailIn(n: number, kind: keyof Detail): unknown[] {
  const details: unknown[] = steps[n - 1]?.changes.map(({ detail }) => detail[kind]) ?? []
  return details.flat().filter((detail) => detail !== undefined)
}

const EXPECTED: Readonly<Record<number, readonly [kinds: string, before: string[], after: string[]][]>> = {
  1: [],
  2: [
    ['softened', ['The United States will give Mo'], ['The United States may give Mos']],
    ['source_changed', ['A telephone call between Mr. P'], ['A telephone call between Mr. P']],
  ],
  3: [
    ['moved', ['Sergei Naryshkin, the head of '], ['Sergei Naryshkin, the head of ']],
    ['moved', ['Mr. Putin had spoken out again'], ['Mr. Putin had spoken out again']],
    ['number_changed', ["Russia's Foreign Ministry rele"], ["Russia's Foreign Ministry rele"]],
  ],
  4: [
    ['superseded', ['Kremlin Awaits Details of 30-D'], ['Putin, Open to 30-Day Cease-Fi']],
    ['superseded', ['The Kremlin is studying the pr'], ['Russia supports the proposal t']],
    ['withdrawn', ['The United States may give Mos'], []],
    ['reworded', ['A telephone call between Mr. P'], ['A telephone call between Mr. P']],
  ],
  5: [
    ['superseded', ["Steve Witkoff, Mr. Trump's env"], ["Steve Witkoff, Mr. Trump's env"]],
    ['source_changed', ['Most of the Kursk region is in'], ['Most of the Kursk region is in']],
    ['withdrawn', ['Mr. Putin will probably insist'], []],
  ],
  6: [
    ['superseded', ['Putin, Open to 30-Day Cease-Fi'], ['Putin Agrees to Halt Energy St']],
    ['superseded', ['Russia supports the proposal t'], ['President Vladimir V. Putin ha']],
    ['superseded', ['A telephone call between Mr. P'], ['The telephone call between Mr.']],
    ['split', ['Ukraine seized several hundred'], ['Ukraine seized several hundred', 'President Volodymyr Zelensky p']],
    ['restored', [], ['Mr. Putin will probably insist']],
    ['merged', ["Russia's popular pro-war blogg", 'Some of them feared a broader '], ["Russia's popular pro-war blogg"]],
  ],
}

describe('the story', () => {
  it('has six versions, in order of time, the third of 600 to 900 words', () => {
    expect(versions).toHaveLength(6)
    const times = versions.map(({ captured_at }) => captured_at ?? '')
    expect(times).toEqual([...times].sort())
    const words = versions[2]?.body.split(/\s+/).length ?? 0
    expect(words).toBeGreaterThanOrEqual(600)
    expect(words).toBeLessThanOrEqual(900)
  })

  it.each(Object.entries(EXPECTED))('version %s changes what the table says', (n, expected) => {
    const wanted = expected.map(([kinds, before, after]): Shown => ({ kinds: kinds.split(' '), before, after }))
    const order = (a: Shown, b: Shown) => JSON.stringify(a).localeCompare(JSON.stringify(b))
    expect(changesIn(Number(n)).sort(order)).toEqual(wanted.sort(order))
  })

  it('has the details: a source named, one attributed, paragraphs moved both ways, a figure, a return', () => {
    expect(detailIn(2, 'source_changed')).toEqual(['named'])
    expect(detailIn(5, 'source_changed')).toEqual(['attributed'])
    expect(detailIn(3, 'moved').sort()).toEqual(['down', 'up'])
    expect(detailIn(3, 'number_changed')).toMatchObject([{ from: 60, to: 90 }])
    expect(detailIn(6, 'restored')).toEqual([{ since: 4 }])
  })

  it('owns up to the figure, and to nothing else', () => {
    const owned = steps.flatMap(({ changes }, i) =>
      changes.filter(({ acknowledged }) => acknowledged).map(({ kinds }) => [i + 1, ...kinds]),
    )
    expect(owned).toEqual([[3, 'number_changed']])
  })
})

describe('the claim labelled Kremlin studying proposal', () => {
  const claims = steps[0]?.state.latest.claims.filter(({ statement }) => statement.label === 'Kremlin studying proposal') ?? []

  it('is one claim of the lead of version 1, told by Dmitri S. Peskov', () => {
    expect(claims.map(({ sentence }) => steps[0]?.state.latest.sentences[sentence]?.zone)).toEqual(['lead'])
    expect(claims[0]?.reading.name).toBe('Dmitri S. Peskov')
  })

  it('is introduced in version 1 and superseded in version 4', () => {
    const number = claims[0]?.number
    const trail = steps.flatMap(({ changes }, i) =>
      changes
        .filter(({ before, after }) => [...before, ...after].some(({ claim }) => claim === number))
        .map(({ kinds }) => [i + 1, ...kinds]),
    )
    expect(trail).toEqual([
      [1, 'introduced'],
      [4, 'superseded'],
    ])
  })
})

describe('the days that dates mean', () => {
  it.each([
    [4, 'Mr. Putin spoke on Thursday beside', '2025-03-13'],
    [5, 'Steve Witkoff, Mr. Trump', '2025-03-13'],
    [6, 'The telephone call between Mr.', '2025-03-18'],
  ])('of what is new in version %i: %s…', (n, opening, date) => {
    const { modified_at: publishedAt = null, title = '', body = '' } = versions[n - 1] ?? {}
    const { claims, sentences } = analyze({ title, body, publishedAt })
    const dates = claims.flatMap((c) => (sentences[c.sentence]?.text.startsWith(opening) ? c.reading.dates : []))
    expect(dates).toContain(date)
  })
})
