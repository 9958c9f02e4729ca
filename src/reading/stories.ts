/** Stories by their latest capture, each with the counts of what changed and the changes that tell most. */
import { weightOf } from '../core/changes/weight.ts'
import { type ArticleView, articleView } from '../store/read/articles.ts'
import { type ChangeRow, type ChangeView, changeView } from '../store/read/changes.ts'
import type { StoryRow } from '../store/read/stories/stories.ts'
import { type ChangeCounts, countsIn } from './lanes.ts'
import { pictureOf, type StoryPicture } from './story-picture.ts'

/** So many changes a story show why it is listed. */
export const MOST_MATCHES = 3

export interface Story {
  readonly article: ArticleView
  /** The title of the latest version that is shown. */
  readonly headline: string | null
  readonly version: { readonly number: number; readonly capturedAt: string } | null
  /** The number of the version before it; null: it is the first. */
  readonly previous: number | null
  /** How many withheld versions lie between these two. */
  readonly withheldBetween: number
  /** Counts of all changes of the period. */
  readonly counts: ChangeCounts
  /** How many of them pass the filters, and the weightiest of these. */
  readonly matching: number
  readonly matches: readonly ChangeView[]
  readonly picture: StoryPicture
}

/** The stories of a page, with the weightiest of the changes that belong to them. */
export function storiesOf(rows: readonly StoryRow[], changes: readonly ChangeRow[]): Story[] {
  const bySlug = Map.groupBy(changes.map(changeView), ({ slug }) => slug)
  return rows.map(
    ({
      headline,
      number,
      capturedAt,
      previous,
      withheldBetween,
      counts,
      matching,
      pictureVersions,
      pictureClaims,
      ...row
    }) => ({
      article: articleView(row),
      headline,
      version: number === null || capturedAt === null ? null : { number, capturedAt },
      previous,
      withheldBetween,
      counts: countsIn(counts),
      matching,
      picture: pictureOf({ pictureVersions, pictureClaims }),
      matches: (bySlug.get(row.slug) ?? []).toSorted((a, b) => weightOf(b) - weightOf(a) || (b.id ?? 0) - (a.id ?? 0)),
    }),
  )
}
