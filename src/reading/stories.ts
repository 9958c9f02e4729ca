/** Stories by their latest capture, each with the counts of what changed and the change that tells most. */
import { KINDS, type Kind } from '../core/changes/change.ts'
import { weightOf } from '../core/changes/weight.ts'
import { type ArticleView, articleView } from '../store/read/articles.ts'
import { type ChangeRow, type ChangeView, changeView } from '../store/read/changes.ts'
import type { StoryRow } from '../store/read/stories/stories.ts'
import { type ChangeCounts, countsIn } from './lanes.ts'

/** A change that only introduces claims tells nothing about what stood there before. */
export const LATER: readonly Kind[] = KINDS.filter((kind) => kind !== 'introduced')

export interface Story {
  readonly article: ArticleView
  /** The title of the latest version that is shown. */
  readonly headline: string | null
  readonly version: { readonly number: number; readonly capturedAt: string } | null
  /** The number of the version before it; null: it is the first. */
  readonly previous: number | null
  /** How many withheld versions lie between these two. */
  readonly withheldBetween: number
  readonly counts: ChangeCounts
  /** The change that counts most; null: none but new claims. */
  readonly heaviest: ChangeView | null
}

/** The stories of a page, with the heaviest of the changes that belong to them. */
export function storiesOf(rows: readonly StoryRow[], changes: readonly ChangeRow[]): Story[] {
  const bySlug = Map.groupBy(changes.map(changeView), ({ slug }) => slug)
  return rows.map(({ headline, number, capturedAt, previous, withheldBetween, counts, ...row }) => ({
    article: articleView(row),
    headline,
    version: number === null || capturedAt === null ? null : { number, capturedAt },
    previous,
    withheldBetween,
    counts: countsIn(counts),
    heaviest: (bySlug.get(row.slug) ?? []).toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? null,
  }))
}
