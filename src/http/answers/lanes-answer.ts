/** The lanes of a story: the queries that they need, and the JSON made of their rows. The route and the page of the story share it. */
import { LATER } from '../../core/changes/weight.ts'
import { acrossWithheld } from '../../reading/across-withheld.ts'
import { type LaneQuestion, lanesOf } from '../../reading/lanes.ts'
import { type ArticleView, articleRow, articleView } from '../../store/read/articles.ts'
import { changeRows, changeView } from '../../store/read/changes.ts'
import { claimRows, claimView } from '../../store/read/claims.ts'
import { coverageRow, gapRows } from '../../store/read/stories/coverage.ts'
import { laneVersions, laneWordings } from '../../store/read/stories/lanes.ts'
import { versionClaims, versionTexts, withClaims } from '../../store/read/versions.ts'
import type { Results, Store } from '../../store/store.ts'
import { coverageJson } from '../json/captures/coverage-json.ts'
import { type LanesJson, lanesJson } from '../json/stories/lanes-json.ts'
import { found } from '../request/article-path.ts'

/** The queries, for one batch; of one claim where `number` names it. */
export function lanesQueries(store: Store, slug: string, number?: number) {
  return [
    articleRow(store, slug),
    laneVersions(store, slug),
    laneWordings(store, slug, number),
    claimRows(store, { slug, number, sort: 'number', limit: -1 }),
    changeRows(store, { slug, claim: number, kinds: LATER, wordless: true, standing: true, order: 'trail', limit: -1 }),
    coverageRow(store, slug),
    gapRows(store, slug),
    versionTexts(store, slug, ['beside withheld']),
    versionClaims(store, slug, ['beside withheld']),
  ] as const
}

export interface LanesAnswer {
  readonly article: ArticleView
  /** The slug of the article that it is an alias of; null: it is none. */
  readonly aliasOf: string | null
  /** Further parts of the ETag. */
  readonly parts: readonly string[]
  readonly json: () => LanesJson
}

/** The answer of the rows. Throws Failure not_found. */
export function lanesAnswer(
  [[row], versions, wordings, claims, changes, [coverage], gaps, beside, besideClaims]: Results<
    ReturnType<typeof lanesQueries>
  >,
  slug: string,
  question: LaneQuestion,
): LanesAnswer {
  const article = articleView(found(row, slug))
  return {
    article,
    aliasOf: row?.aliasOf ?? null,
    parts: [coverage?.state ?? ''],
    json: () => {
      const across = acrossWithheld(versions, withClaims(beside, besideClaims))
      const rows = { versions, wordings, claims: claims.map(claimView), changes: changes.map(changeView), across }
      return lanesJson(article, lanesOf(rows, question), coverageJson(coverage, gaps, article.latestCapturedAt))
    },
  }
}
