/** Two versions side by side: the queries, and the JSON made of their rows. The route and the page that compare share it. */
import { comparisonIn, pairQueries } from '../../reading/compare-versions.ts'
import { articleRow, articleView } from '../../store/read/articles.ts'
import { laneVersions } from '../../store/read/stories/lanes.ts'
import type { Results, Store } from '../../store/store.ts'
import { type ComparisonJson, comparisonJson } from '../json/stories/comparison-json.ts'
import { laneVersionJson } from '../json/stories/lanes-json.ts'
import { found } from '../request/article-path.ts'

/** The queries, for one batch. */
export const compareQueries = (store: Store, slug: string, a: number, b: number) => pairQueries(store, slug, a, b)

/** The answer of the rows. Throws Failure: not_found, withheld. */
export function compareAnswer(rows: Results<ReturnType<typeof compareQueries>>, slug: string, a: number, b: number) {
  const comparison = comparisonIn(rows, slug, a, b)
  return { version: comparison.a, json: (): ComparisonJson => comparisonJson(comparison()) }
}

/** With the versions of the story, from which a reader chooses others. */
export const compareInStoryQueries = (store: Store, slug: string, a: number, b: number) =>
  [...compareQueries(store, slug, a, b), articleRow(store, slug), laneVersions(store, slug)] as const

export function compareInStory(
  [texts, claims, changes, [row], versions]: Results<ReturnType<typeof compareInStoryQueries>>,
  slug: string,
  a: number,
  b: number,
) {
  const article = articleView(found(row, slug))
  return {
    ...compareAnswer([texts, claims, changes], slug, a, b),
    article,
    versions: () => versions.map((version) => laneVersionJson(version, article.slug)),
  }
}
