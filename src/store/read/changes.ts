/** Reads changes: of an article, of a claim, and the feed of the whole archive. */
import { and, asc, desc, eq, gt, lt, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Span, Zone } from '../../core/article.ts'
import type { Detail, Evidence, Kind } from '../../core/changes/change.ts'
import { articles, changes, versions } from '../schema.ts'
import { ASIDE } from '../sql/aside.ts'
import { kindsOfMask } from '../sql/kind-mask.ts'
import { ofStatement, unflattened } from '../sql/packed-statement.ts'
import { labelIn, type PackedSide, unpackEvidence, ZONES } from '../sql/packing.ts'
import { recordedAt } from '../sql/recorded-at.ts'
import { stands } from '../sql/stands.ts'
import { type ByReview, byReview, isRejected, type Verdict, verdictOf } from '../sql/verdicts.ts'
import { comparesWithWithheld, shownKinds } from '../sql/visibility.ts'
import type { Store } from '../store.ts'
import { articleIdOf } from './articles.ts'
import {
  isBetween,
  isOfFirst,
  isWithin,
  ofArticle,
  ofPublication,
  ofSameFirst,
  ofSource,
  ofWords,
  ownConditions,
} from './change-conditions.ts'
import type { ChangeFilter } from './change-filter.ts'
import { lastPosition } from './last-position.ts'

/**
 * The words of one claim in a sentence of a change: its label there, the label that a person gave the claim (null: none), and spans that
 * count from the start of the sentence.
 */
export interface ClaimWords {
  readonly claim: number
  readonly label: string
  readonly humanLabel: string | null
  readonly spans: readonly Span[]
}

/** One sentence of a change, where it stands in its version. */
export interface ChangeSide {
  readonly zone: Zone
  readonly start: number
  readonly end: number
  readonly exact: string
  /** Numbers of the claims in it that the change is about. */
  readonly claims: readonly number[]
  /** The words of those that have them in it, in order of their numbers. */
  readonly wordings: readonly ClaimWords[]
}

/** A sentence of a note, where it stands in its version. */
export type NoteSentence = Pick<ChangeSide, 'zone' | 'start' | 'end' | 'exact'>

export interface VersionRef {
  readonly number: number
  readonly capturedAt: string
}

/** A change as readers see it. */
export interface ChangeView {
  /** null for one that is computed between two versions that are not neighbors. */
  readonly id: number | null
  readonly slug: string
  readonly from: VersionRef | null
  readonly to: VersionRef
  readonly kinds: readonly Kind[]
  readonly detail: Detail
  readonly acknowledged: boolean
  /** It is no edit: a newer reader read the same page otherwise. */
  readonly technical: boolean
  /** The sentences of the note of the new version that speaks of it; none where it is not known which. */
  readonly note: readonly NoteSentence[]
  readonly evidence: readonly Evidence[]
  readonly before: readonly ChangeSide[]
  readonly after: readonly ChangeSide[]
  readonly claims: readonly number[]
  /** The change that this row takes back. */
  readonly retracts: number | null
  /** The verdict of people on it; null: none. */
  readonly verdict: Verdict | null
  /** The review that caused it; null: tracking recorded it and no review changed that. */
  readonly by: ByReview | null
  readonly recordedAt: string | null
}

const fromVersions = alias(versions, 'from_versions')
export const toVersions = alias(versions, 'to_versions')

const ORDERS = {
  recorded: [asc(changes.id)],
  trail: [asc(toVersions.place), asc(changes.id)],
  newest: [desc(changes.id)],
  captured: [desc(toVersions.capturedAt), desc(toVersions.id), desc(changes.id)],
}

/** The JSON of the words that the claims of a side have in its sentence `t`, in the version at `place`. CROSS JOIN keeps the order. */
const wordsAt = (place: SQLWrapper) => sql`(
      select json_group_array(json_array(c.number, ${labelIn(sql`w.reading`, sql`s.analysis`)}, ${ofStatement.content(sql`s.analysis`)}, c.human_label) order by c.number)
      from json_each(j.value, '$[3]') n cross join claims c on c.article_id = ${changes.articleId} and c.number = n.value
      cross join wordings w on w.claim_id = c.id and w.from_place <= ${place} and (w.until_place is null or w.until_place > ${place})
      cross join statements s on s.id = w.statement_id and s.sentence_id = t.id)`

const NO_WORDS = sql`'[]'`

/** The JSON of a side's sentences, each with the words of its claims. */
const textsOf = (side: SQLWrapper, words: SQL) =>
  sql<string>`(select json_group_array(json_array(t.text, json(${words})) order by j.key)
    from json_each(${side}) j join sentences t on t.id = j.value ->> 0)`

/** Whether a row of `changes`, by the table's name or alias, stands, as far as the filter asks for that. */
export function standing(
  { standing: wanted, verdicts = [] }: Pick<ChangeFilter, 'standing' | 'verdicts'>,
  alias = 'changes',
): SQL | undefined {
  if (wanted === false) return undefined
  return wanted === 'or rejected' || verdicts.includes('rejected') ? or(stands(alias), isRejected(alias)) : stands(alias)
}

export type ChangeRow = Awaited<ReturnType<typeof changeRows>>[number]

export function conditionsOf(filter: ChangeFilter): (SQL | undefined)[] {
  return [
    filter.slug === undefined ? undefined : ofArticle(filter.slug, filter.claim),
    filter.id === undefined ? undefined : eq(changes.id, filter.id),
    filter.among && sql`${changes.id} in ${filter.among}`,
    filter.between && filter.slug !== undefined ? isBetween(articleIdOf(filter.slug), ...filter.between) : undefined,
    filter.asOf && filter.slug !== undefined
      ? sql`${toVersions.place} <= ${lastPosition(filter.slug, filter.asOf)}`
      : undefined,
    filter.publication === undefined ? undefined : ofPublication(filter.publication, filter),
    ofSource(filter),
    ofWords(filter),
    // The sign keeps SQLite from walking the versions of the period: it would sort their changes.
    isWithin(sql`+${toVersions.capturedAt}`, filter.captured),
    ...ownConditions('changes', filter),
    filter.firstAsOne
      ? sql`(not ${isOfFirst('changes')} or not exists (${ofSameFirst(filter)} and e.id < changes.id))`
      : undefined,
    filter.below === undefined ? undefined : lt(changes.id, filter.below),
    filter.after === undefined ? undefined : gt(changes.id, filter.after),
    filter.afterPlace && sql`(${toVersions.place}, ${changes.id}) > (${filter.afterPlace[0]}, ${filter.afterPlace[1]})`,
    standing(filter),
  ]
}

/** The query for changes by a filter, oldest first. Changes of withheld versions are left out. `changeView` reads its rows. */
export function changeRows(store: Store, filter: ChangeFilter) {
  return store.db
    .select({
      id: changes.id,
      slug: articles.slug,
      fromNumber: fromVersions.number,
      fromCapturedAt: fromVersions.capturedAt,
      toNumber: toVersions.number,
      toCapturedAt: toVersions.capturedAt,
      toVersion: changes.toVersion,
      place: toVersions.place,
      toTitle: toVersions.title,
      toHash: toVersions.hash,
      toUrl: toVersions.url,
      /** Where this row stands for all of a first version (`firstAsOne`), how many these are. */
      firsts: filter.firstAsOne
        ? sql<
            number | null
          >`case when ${isOfFirst('changes')} then (select count(*) from (${ofSameFirst(filter)} and e.aside = 0)) end`
        : sql<number | null>`null`,
      retractedAt:
        filter.order === 'newest'
          ? sql<string | null>`(select ${recordedAt('x')} from changes x where x.retracts = ${changes.id})`
          : sql<string | null>`null`,
      kinds: shownKinds('changes'),
      detail: sql<string>`case when ${comparesWithWithheld('changes')} then '{}' else ${changes.detail} end`,
      acknowledged: changes.acknowledged,
      aside: changes.aside,
      note: changes.note,
      noteTexts: sql<string | null>`case when ${changes.note} is not null then ${textsOf(sql`${changes.note}`, NO_WORDS)} end`,
      evidence: sql<string>`case when ${comparesWithWithheld('changes')} then '[]' else ${changes.evidence} end`,
      before: changes.before,
      beforeTexts: textsOf(changes.before, filter.wordless ? NO_WORDS : wordsAt(fromVersions.place)),
      after: changes.after,
      afterTexts: textsOf(changes.after, filter.wordless ? NO_WORDS : wordsAt(toVersions.place)),
      retracts: changes.retracts,
      verdict: verdictOf('changes'),
      by: byReview('changes'),
      recordedAt: recordedAt('changes'),
    })
    .from(changes)
    .innerJoin(articles, eq(articles.id, changes.articleId))
    .innerJoin(toVersions, eq(toVersions.id, changes.toVersion))
    .leftJoin(fromVersions, eq(fromVersions.id, changes.fromVersion))
    .where(and(...conditionsOf(filter)))
    .orderBy(...ORDERS[filter.order])
    .limit(filter.limit)
}

export function changeView(row: ChangeRow): ChangeView {
  const before = unpackSides(row.before, row.beforeTexts)
  const after = unpackSides(row.after, row.afterTexts)
  const kinds = kindsOfMask(row.kinds)
  const { fromNumber, fromCapturedAt } = row
  return {
    id: row.id,
    slug: row.slug,
    from: fromNumber === null || fromCapturedAt === null ? null : { number: fromNumber, capturedAt: fromCapturedAt },
    to: { number: row.toNumber, capturedAt: row.toCapturedAt },
    kinds,
    detail: JSON.parse(row.detail) as Detail,
    acknowledged: row.acknowledged,
    technical: row.aside === ASIDE.reading,
    note: unpackSides(row.note ?? '[]', row.noteTexts ?? '[]').map(({ zone, start, end, exact }) => ({
      zone,
      start,
      end,
      exact,
    })),
    evidence: unpackEvidence(row.evidence, kinds),
    before,
    after,
    claims: claimsOf(before, after),
    retracts: row.retracts,
    verdict: row.verdict,
    by: row.by === null ? null : (JSON.parse(row.by) as ByReview),
    recordedAt: row.recordedAt,
  }
}

function unpackSides(packed: string, texts: string): ChangeSide[] {
  const sentences = JSON.parse(texts) as [
    text: string,
    words: [claim: number, label: string, spans: number[], human: string | null][],
  ][]
  return (JSON.parse(packed) as PackedSide[]).map(([, zone, start, claimNumbers], i) => {
    const [exact, words] = sentences[i] ?? ['', []]
    const wordings = words.map(([claim, label, spans, humanLabel]) => ({ claim, label, humanLabel, spans: unflattened(spans) }))
    return { zone: ZONES[zone] ?? 'body', start, end: start + exact.length, exact, claims: claimNumbers, wordings }
  })
}

/** The numbers of all claims of a change, in order, once each. */
export function claimsOf(before: readonly ChangeSide[], after: readonly ChangeSide[]): number[] {
  return [...new Set([...before, ...after].flatMap((side) => side.claims))].sort((a, b) => a - b)
}

/** The query for the highest id in the feed. */
export function lastChange(store: Store) {
  return store.db.select({ id: sql<number>`coalesce(max(${changes.id}), 0)` }).from(changes)
}
