/** Sums up changes for people and for digests: the counts, and the weightiest changes of each story. */
import type { Kind } from '../core/changes/change.ts'
import { isTold, weightOf } from '../core/changes/weight.ts'
import type { ChangeView } from '../store/read/changes.ts'

/** The most stories that a summary of several names, the most changes that it shows of each, and of a single story. */
export const MOST_STORIES = 8
const MOST_OF_EACH = 3
const MOST_OF_ONE = 10

/** So many changes of an article that have the same kinds and acknowledgment. */
export interface Sum {
  readonly slug: string
  readonly kinds: readonly Kind[]
  readonly acknowledged: boolean
  readonly changes: number
}

/** A change, the title of its new version, and who says its claims. */
export interface ToldChange {
  readonly change: ChangeView
  readonly title: string
  readonly sources: readonly string[]
}

export interface Counts {
  readonly changes: number
  /** Those that only add a claim. */
  readonly added: number
  /** A change of several kinds counts once for each. */
  readonly kinds: Readonly<Partial<Record<Kind, number>>>
  /** Changes that alter what readers had been told, and those of them that the article acknowledges. */
  readonly told: number
  readonly disclosed: number
}

export interface StorySummary extends Counts {
  readonly slug: string
  readonly title: string
  /** The weightiest first, without those that only add a claim. */
  readonly shown: readonly ToldChange[]
}

export interface Summary extends Counts {
  /** null: it is about one write to one article. */
  readonly every: 'day' | 'week' | null
  /** When the first and the last change was recorded. */
  readonly from: string
  readonly to: string
  /** Those that changed most, and how many there are. */
  readonly stories: readonly StorySummary[]
  readonly storyCount: number
}

const onlyAdds = ({ kinds }: Pick<Sum, 'kinds'>) => kinds.join() === 'introduced'

function countsOf(sums: readonly Sum[]): Counts {
  const kinds: Partial<Record<Kind, number>> = {}
  const counts = { changes: 0, added: 0, told: 0, disclosed: 0 }
  for (const sum of sums) {
    counts.changes += sum.changes
    if (onlyAdds(sum)) counts.added += sum.changes
    for (const kind of sum.kinds) kinds[kind] = (kinds[kind] ?? 0) + sum.changes
    if (!isTold(sum)) continue
    counts.told += sum.changes
    if (sum.acknowledged) counts.disclosed += sum.changes
  }
  return { ...counts, kinds }
}

/** The stories of the sums: those with the most changes of what readers had been told first. */
export function storiesBySum(sums: readonly Sum[]): string[] {
  const stories = [...Map.groupBy(sums, ({ slug }) => slug)].map(([slug, own]) => ({ slug, ...countsOf(own) }))
  return stories.sort((a, b) => b.told - a.told || b.changes - a.changes || (a.slug < b.slug ? -1 : 1)).map(({ slug }) => slug)
}

/** The summary of sums and of the changes at hand. */
export function summaryOf(
  period: Pick<Summary, 'every' | 'from' | 'to'>,
  sums: readonly Sum[],
  changes: readonly ToldChange[],
): Summary {
  const slugs = storiesBySum(sums)
  const bySlug = Map.groupBy(changes, ({ change }) => change.slug)
  const most = slugs.length === 1 ? MOST_OF_ONE : MOST_OF_EACH
  const stories = slugs.slice(0, MOST_STORIES).map((slug): StorySummary => {
    const own = bySlug.get(slug) ?? []
    const shown = own
      .filter(({ change }) => !onlyAdds(change))
      .sort((a, b) => weightOf(b.change) - weightOf(a.change))
      .slice(0, most)
    return { slug, title: own.at(-1)?.title || slug, shown, ...countsOf(sums.filter((sum) => sum.slug === slug)) }
  })
  return { ...period, ...countsOf(sums), stories, storyCount: slugs.length }
}

/** The sums of changes at hand. */
export const sumsOf = (changes: readonly ChangeView[]): Sum[] =>
  changes.map(({ slug, kinds, acknowledged }) => ({ slug, kinds, acknowledged, changes: 1 }))
