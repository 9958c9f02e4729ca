/** One version in its story: the JSON of the version and that of the lanes, made of the rows of one batch. */
import { versionClaims, versionTexts, withClaims } from '../../store/read/versions.ts'
import type { Results, Store } from '../../store/store.ts'
import { versionJson } from '../json/version-json.ts'
import { foundVersion } from '../request/article-path.ts'
import { lanesAnswer, lanesQueries } from './lanes-answer.ts'

/** The queries, for one batch. */
export const versionInStoryQueries = (store: Store, slug: string, number: number) =>
  [...lanesQueries(store, slug), versionTexts(store, slug, [number]), versionClaims(store, slug, [number])] as const

export type VersionJson = ReturnType<typeof versionJson>

/** The answers of the rows; `text` is null where the version is withheld. Throws Failure not_found. */
export function versionInStory(
  [article, versions, wordings, claims, changes, coverage, gaps, beside, besideClaims, texts, found]: Results<
    ReturnType<typeof versionInStoryQueries>
  >,
  slug: string,
  number: number,
) {
  const lanes = lanesAnswer([article, versions, wordings, claims, changes, coverage, gaps, beside, besideClaims], slug, {})
  const version = foundVersion(withClaims(texts, found)[0], slug, number)
  return {
    article: lanes.article,
    story: lanes.json,
    record: { number: version.number, hash: version.hash, capturedAt: version.capturedAt, withheld: version.withheld },
    text: version.withheld === null ? (): VersionJson => versionJson(version, false) : null,
  }
}
