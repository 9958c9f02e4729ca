/** One claim and all that happened to it: the queries, and the JSON made of their rows. The route and the page of the claim share it. */
import { z } from 'zod'
import { Failure } from '../../failure.ts'
import { acrossWithheld, inOrderOfVersions } from '../../reading/across-withheld.ts'
import { claimsElsewhere } from '../../reading/claims-elsewhere.ts'
import { sameInHeadlineAndLead } from '../../reading/headline-and-lead.ts'
import { stretchesOf } from '../../reading/stretches.ts'
import { articleRow, articleView } from '../../store/read/articles.ts'
import { changeRows, changeView } from '../../store/read/changes.ts'
import { claimRows, claimView, presenceRows } from '../../store/read/claims.ts'
import { claimsElsewhereRows } from '../../store/read/claims-elsewhere.ts'
import { headlineAndLeadRows } from '../../store/read/headline-and-lead.ts'
import { type AsOf, versionAsOf } from '../../store/read/last-position.ts'
import { reviewRows, reviewView } from '../../store/read/reviews.ts'
import { laneVersions, laneWordings } from '../../store/read/stories/lanes.ts'
import { versionClaims, versionTexts, withClaims } from '../../store/read/versions.ts'
import type { Results, Store } from '../../store/store.ts'
import { changeJson, changeSchema } from '../json/change-json.ts'
import { claimJson, claimShape } from '../json/claim-list-json.ts'
import { joined, relationsIn } from '../json/claim-relations.ts'
import { claimsElsewhereJson, claimsElsewhereSchema } from '../json/claims-elsewhere-json.ts'
import { reviewJson, reviewSchema } from '../json/review-json.ts'
import { laneVersionJson, stretchJson, stretchSchema } from '../json/stories/lanes-json.ts'
import { found } from '../request/article-path.ts'
import { NOW, refuseAsOf } from '../request/as-of.ts'

const numbers = z.array(z.int())

const relationsSchema = z.object({
  superseded_by: numbers,
  supersedes: numbers,
  split_from: numbers,
  split_into: numbers,
  merged_into: numbers,
  merged_from: numbers,
  same_as: numbers.describe('The matching claims in the headline and the lead of the last version that has it'),
  also_in: z.array(claimsElsewhereSchema).describe('Matching claims of other articles, with the differences'),
  also_in_more: z.boolean().describe('Whether there are more than these'),
})

export const oneClaimSchema = z
  .object({
    ...claimShape,
    presence: z.array(
      z.object({ from: z.int(), to: z.int().nullable().describe('The first version without it; null: it is still present') }),
    ),
    machine_label: z.string().describe('`label` as the engine set it, in the last wording'),
    history: z
      .array(changeSchema)
      .describe(
        'Its changes in order, with those that people rejected; see `verdict` and `by`. Across versions that are withheld what changed between the versions beside them',
      ),
    stretches: z
      .array(stretchSchema)
      .describe('The versions that have it, in order, by certainty and source; without a version that is withheld'),
    reviews: z.array(reviewSchema).describe('The reviews of it and of its changes, in order'),
    relations: relationsSchema,
  })
  .meta({ id: 'ClaimWithHistory' })

export type OneClaimJson = z.infer<typeof oneClaimSchema>

/** The queries, for one batch. */
export function claimQueries(store: Store, slug: string, number: number, asOf?: AsOf) {
  return [
    articleRow(store, slug),
    versionAsOf(store, slug, asOf ?? NOW),
    claimRows(store, { slug, asOf, number, sort: 'number', limit: 1 }),
    presenceRows(store, slug, number, asOf),
    changeRows(store, { slug, asOf, claim: number, technical: true, standing: 'or rejected', order: 'trail', limit: -1 }),
    headlineAndLeadRows(store, slug, number, asOf),
    claimsElsewhereRows(store, slug, number, asOf),
    reviewRows(store, { slug, claim: number, limit: -1 }),
    laneVersions(store, slug),
    laneWordings(store, slug, number),
    versionTexts(store, slug, ['beside withheld']),
    versionClaims(store, slug, ['beside withheld']),
  ] as const
}

interface Asked {
  readonly slug: string
  readonly number: number
  readonly asOf?: AsOf | undefined
  /** With the rules that found the claim. */
  readonly explained?: boolean
}

/** The answer of the rows, and the versions of its story. Throws Failure: not_found, withheld. */
export function claimAnswer(rows: Results<ReturnType<typeof claimQueries>>, { slug, number, asOf, explained = false }: Asked) {
  const [[row], [version], [claimRow], presence, trail, openings, elsewhere, reviews, versionRows, wordings, ...beside] = rows
  const article = articleView(found(row, slug))
  refuseAsOf(asOf, version, slug)
  if (!claimRow) throw new Failure('not_found', `"${slug}" has no claim ${number}${asOf ? ' then' : ''}.`)
  // By place: numbers follow the order of recording.
  const last = asOf && version ? versionRows.findIndex((one) => one.number === version.number) + 1 : versionRows.length
  const versions = versionRows.slice(0, last)
  return {
    article: { ...article, archiveRevision: row?.archiveRevision ?? 0 },
    versions: () => versions.map((one) => laneVersionJson(one, article.slug)),
    json: (): OneClaimJson => {
      const claim = claimView(claimRow)
      const hidden = acrossWithheld(versions, withClaims(...beside)).flatMap(({ changes }) => changes)
      const own = hidden.filter(({ claims }) => claims.includes(number))
      const history = inOrderOfVersions(trail.map(changeView), own, versions)
      const standing = history.filter((change) => change.verdict !== 'rejected')
      const { claims: others, more } = claimsElsewhere(claim, elsewhere)
      return {
        ...claimJson(claim, explained),
        presence: joined(presence),
        machine_label: claim.label,
        history: history.map(changeJson),
        stretches: stretchesOf(wordings, versions).map(stretchJson),
        reviews: reviews.map(reviewView).map(reviewJson),
        relations: {
          ...relationsIn(standing, reviews.map(reviewView), number),
          same_as: sameInHeadlineAndLead(openings, number),
          also_in: others.map(claimsElsewhereJson),
          also_in_more: more,
        },
      }
    },
  }
}
