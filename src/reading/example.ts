/** The claim of the archive that shows best what can become of one: for the first visit. */
import type { CertaintyLevel } from '../core/article.ts'
import { weightOf } from '../core/changes/weight.ts'
import { type ChangeRow, type ChangeView, changeView } from '../store/read/changes.ts'
import type { ExampleWording } from '../store/read/stories/example.ts'

export interface Example {
  readonly slug: string
  readonly storyTitle: string | null
  readonly number: number
  readonly source: Pick<ExampleWording, 'sourceKind' | 'sourceName'>
  readonly changes: readonly ChangeView[]
  /** How surely it is told from each of these versions on, by number; null: the version does not have it. */
  readonly levels: ReadonlyMap<number, CertaintyLevel | null>
}

/** The most steps that a first visit reads, and the fewest that are a story. */
const STEPS = [2, 5] as const

/** The claim of these rows whose changes weigh most; null: none has changed. */
export function exampleOf(rows: readonly ChangeRow[], wordings: readonly ExampleWording[]): Example | null {
  const placed = rows.map((row) => ({ place: row.place, id: row.id, change: changeView(row) }))
  placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.id - b.id))
  const byClaim = Map.groupBy(wordings, ({ slug, number }) => `${slug}/${number}`)
  const candidates = [...byClaim.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const steps = placed.filter(({ change }) => change.slug === first.slug && change.claims.includes(first.number))
    if (steps.length < STEPS[0] || steps.length > STEPS[1]) return []
    return [{ own, first, steps, score: steps.reduce((sum, { change }) => sum + weightOf(change), 0) }]
  })
  const best = candidates.toSorted((a, b) => b.score - a.score || a.first.number - b.first.number)[0]
  if (!best) return null
  const levels = best.steps.map(({ place, change }): [number, CertaintyLevel | null] => {
    const wording = best.own.find((one) => one.fromPlace <= place && (one.untilPlace === null || one.untilPlace > place))
    return [change.to.number, wording?.level ?? null]
  })
  const { slug, storyTitle, number } = best.first
  return {
    slug,
    storyTitle,
    number,
    source: best.own.at(-1) ?? best.first,
    changes: best.steps.map(({ change }) => change),
    levels: new Map(levels),
  }
}
