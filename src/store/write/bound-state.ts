/** Keeps where tracking under reviews goes on after an article's last version. */
import { type SQL, sql } from 'drizzle-orm'
import type { GoneClaim, TrackState } from '../../core/changes/change.ts'
import type { Effect } from '../../core/changes/constraints/constraint.ts'
import type { BoundState } from '../../core/changes/constraints/resume.ts'
import { readingOf } from '../sql/packing.ts'
import type { Store } from '../store.ts'
import { byEnd, goneClaim, type History, placesBefore, sentenceKey } from './history.ts'

/** More characters are not kept: the next version is then tracked with all before it. */
const LONGEST = 500_000

type PackedGone = Omit<GoneClaim, 'sentence' | 'claim'> & {
  readonly zone: GoneClaim['sentence']['zone']
  readonly start: number
  /** The number of the claim under the reviews. */
  readonly as: number
}

/** The state as JSON, by what differs between it and the state that the rows of claims have. */
interface Packed {
  /** The position of the version after which it is. */
  readonly place: string
  /** The reviews that relate claims, by id. */
  readonly reviews: readonly number[]
  readonly effects: readonly Effect[]
  /** Claims that stand and have another number before any two are made one. */
  readonly own: readonly (readonly [number: number, own: number])[]
  /** Claims that are gone otherwise: the numbers of those that are replaced, and what replaces them. */
  readonly replaced: readonly number[]
  readonly gone: readonly PackedGone[]
}

/** The state after the last version of a write. */
export interface NewBoundState extends BoundState {
  readonly place: string
  readonly reviews: readonly number[]
  /** The state under the reviews, which the rows of claims have. */
  readonly latest: TrackState
  readonly canonicalNumber: (number: number) => number
}

/** The statements that keep it; null: no review relates claims. */
export function boundStateStatements(articleId: number, state: NewBoundState | null): SQL[] {
  const json = state && JSON.stringify(packed(state))
  return [
    json !== null && json.length <= LONGEST
      ? sql`insert into bound_states (article_id, state) values (${articleId}, ${json})
          on conflict (article_id) do update set state = excluded.state`
      : sql`delete from bound_states where article_id = ${articleId}`,
  ]
}

function packed({ place, reviews, effects, raw, latest, canonicalNumber }: NewBoundState): Packed {
  const [inRaw, inLatest] = [new Set(raw.gone.map(goneKey)), new Set(latest.gone.map(goneKey))]
  return {
    place,
    reviews,
    effects,
    own: raw.latest.claims.flatMap(({ number: own }) => (canonicalNumber(own) === own ? [] : [[canonicalNumber(own), own]])),
    replaced: latest.gone.flatMap((g) => (inRaw.has(goneKey(g)) ? [] : [g.number])),
    gone: raw.gone
      .filter((g) => !inLatest.has(goneKey(g)))
      .map(({ sentence: { zone, start }, claim: _, ...end }) => ({ ...end, zone, start, as: canonicalNumber(end.number) })),
  }
}

const goneKey = ({ sentence: { zone, start, text }, claim: { index }, ...end }: GoneClaim): string =>
  JSON.stringify([end.number, end.status, end.since, end.successor, end.between, zone, start, index, text])

/** A claim's wording at some place. */
interface LastWording {
  readonly reading: string
  readonly index: number
  readonly analysis: string
  readonly runId: number
  readonly text: string
  readonly headline: number
}

/** Where tracking goes on after the version that `history` ends with. `outdated`: further sentences whose statements are of another run. */
export interface StoredBoundState extends BoundState {
  readonly outdated: ReadonlySet<string>
}

/** The kept state, if it is that of the version at `place` under these reviews; else null. */
export async function boundStateAt(
  store: Store,
  { id, runId }: { readonly id: number; readonly runId: number | null },
  place: string,
  history: History,
  reviews: readonly number[],
): Promise<StoredBoundState | null> {
  const [row] = await store.db.all<{ state: string }>(sql`select state from bound_states where article_id = ${id}`)
  if (!row) return null
  const state = JSON.parse(row.state) as Packed
  if (state.place !== place || state.reviews.join() !== reviews.join()) return null
  const last = await lastWordings(store, id, place, history, state.gone)
  if (!last) return null
  const own = new Map(state.own)
  const replaced = new Set(state.replaced)
  const { latest, gone } = history.state
  const claims = latest.claims.map((claim) => ({ ...claim, number: own.get(claim.number) ?? claim.number }))
  const others = last.map(({ wording, packed: { as: _, ...end } }) => goneClaim(wording, end))
  return {
    effects: state.effects,
    raw: {
      ...history.state,
      latest: { ...latest, claims },
      gone: [...gone.filter((g) => !replaced.has(g.number)), ...others].sort(byEnd),
    },
    outdated: new Set(
      last.flatMap(({ wording: { runId: run, text, headline } }) => (run === runId ? [] : [sentenceKey(text, headline === 1)])),
    ),
  }
}

/** The last wordings of claims that are gone; null: one has none. */
async function lastWordings(
  store: Store,
  articleId: number,
  place: string,
  history: History,
  gone: readonly PackedGone[],
): Promise<{ readonly packed: PackedGone; readonly wording: LastWording }[] | null> {
  if (gone.length === 0) return []
  const places = history.places.length > 0 ? history.places : await placesBefore(store, articleId, place)
  const asked = JSON.stringify(gone.map(({ as, since }) => [history.claimIds.get(as), places[since - 1]]))
  const rows = await store.db.all<LastWording & { key: number }>(sql`
    select j.key, ${readingOf('w')} as reading, t.place as "index", t.analysis, t.run_id as "runId", s.text, s.headline
    from json_each(${asked}) j join wordings w on w.claim_id = j.value ->> 0 and w.from_place <= j.value ->> 1
      and (w.until_place is null or w.until_place > j.value ->> 1)
    join statements t on t.id = w.statement_id join sentences s on s.id = t.sentence_id`)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const found = gone.flatMap((packed, key) => {
    const wording = byKey.get(key)
    return wording ? [{ packed, wording }] : []
  })
  return found.length === gone.length ? found : null
}
