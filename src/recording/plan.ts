/** From the steps of tracking to the rows that record them: wordings that begin and end, changes, claims that are new. */

import type { Analysis } from '../core/article.ts'
import type { Appearance, Change, Detail, GoneClaim, Step } from '../core/changes/change.ts'
import { sourceIdentity } from '../core/claims/sources/source-identity.ts'
import { sidesOf, type ViewedVersion, viewOf } from '../store/read/change-view.ts'
import type { ChangeView } from '../store/read/changes.ts'
import { maskOf } from '../store/sql/kind-mask.ts'
import { ordinalsOf, type PackedSide, packReading, packStood, ZONES } from '../store/sql/packing.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import type { History } from '../store/write/history.ts'
import type { NewWording, Recording } from '../store/write/recording.ts'
import type { Decisions } from './decisions.ts'
import { type Baseline, reconcile } from './reconcile.ts'

/** A sentence's row, and those of its statements. */
export interface SentenceRef {
  readonly id: number
  readonly statements: readonly number[]
}

/** One version from the inserted one on: which it is, what was found in it, and where that is stored. */
export interface Entry {
  readonly id: number
  readonly number: number
  readonly place: string
  readonly capturedAt: string
  readonly analysis: Analysis
  /** Parallel to `analysis.sentences`. */
  readonly refs: readonly SentenceRef[]
}

/** What the plan needs to know of the article. */
export interface PlanContext {
  readonly history: History | null
  /** The version before the first entry, null if there is none. */
  readonly before: { readonly id: number; readonly number: number; readonly capturedAt: string } | null
  /** The number of the version at a place in order (from 1), the entries' included. */
  readonly numberOf: (order: number) => number | undefined
  /** The highest ids so far. */
  readonly lastClaim: number
  readonly lastChange: number
  /** Changes that stand between the versions from the first entry on, before this write. */
  readonly active: readonly NewChange[]
  /** Ids of the claims that come after the history (a late version), by number. */
  readonly laterClaims: ReadonlyMap<number, number>
  /** What people decided: a change that they rejected is not told. */
  readonly decisions: Decisions
  /** Of a review that is made: what is told without it. */
  readonly baseline: Baseline | null
}

export interface Plan extends Pick<Recording, 'claims' | 'ended' | 'wordings' | 'changes' | 'touched'> {
  /** The changes of each entry, as readers see them. */
  readonly views: readonly (readonly ChangeView[])[]
}

/**
 * The rows for `entries` and their `steps` (parallel): wordings compare what every claim says with what it said in the version
 * before; changes that an earlier write recorded alike stay, those that no longer hold are retracted.
 */
export function plan(ground: PlanContext, entries: readonly Entry[], steps: readonly Step[], slug: string, now: string): Plan {
  const claimIds = new Map([...(ground.history?.claimIds ?? []), ...ground.laterClaims])
  const claims: Plan['claims'][number][] = []
  const ended: Plan['ended'][number][] = []
  const wordings: NewWording[] = []
  const touched = new Set(ground.laterClaims.values())
  const views: ChangeView[][] = []
  const rows: Omit<NewChange, 'id'>[] = []

  /** The wording that stands of each claim, by number: one of the store's, or one that this plan writes. */
  const open = new Map<number, { claimId: number; fromPlace: string; sameness: string; row: number | null }>()
  for (const [number, w] of ground.history?.standing ?? []) {
    open.set(number, { ...w, sameness: sameness(w.statementId, w.ordinal, w.reading), row: null })
  }
  const idOf = (number: number): number => {
    const id = claimIds.get(number)
    if (id === undefined) throw new Error(`claim ${number} has no row`)
    return id
  }
  const end = (number: number, untilPlace: string, ended_: string, gone: GoneClaim | null) => {
    const how = { ended: ended_, successor: gone?.successor ?? null, stood: gone && packStood(gone) }
    const wording = open.get(number)
    if (!wording) return
    const row = wording.row === null ? undefined : wordings[wording.row]
    if (row && wording.row !== null) wordings[wording.row] = { ...row, untilPlace, ...how }
    else ended.push({ claimId: wording.claimId, fromPlace: wording.fromPlace, untilPlace, ...how })
    touched.add(wording.claimId)
    open.delete(number)
  }

  steps.forEach((step, n) => {
    const entry = entries[n]
    if (!entry) throw new RangeError(`${steps.length} steps for ${entries.length} versions`)
    const ordinals = ordinalsOf(entry.refs.map((ref) => ref.id))
    const present = new Set<number>()
    for (const claim of step.state.latest.claims) {
      const ref = entry.refs[claim.sentence]
      const statementId = ref?.statements[claim.index]
      if (statementId === undefined) throw new Error(`claim ${claim.number} has no statement in version ${entry.number}`)
      const ordinal = ordinals[claim.sentence] ?? 0
      const reading = packReading(claim.reading, claim.sentence)
      present.add(claim.number)
      const same = sameness(statementId, ordinal, reading)
      if (open.get(claim.number)?.sameness === same) continue
      end(claim.number, entry.place, 'reworded', null)
      let claimId = claimIds.get(claim.number)
      if (claimId === undefined) {
        claimId = ground.lastClaim + claims.length + 1
        claimIds.set(claim.number, claimId)
        claims.push({ id: claimId, number: claim.number, statementId })
      }
      touched.add(claimId)
      open.set(claim.number, { claimId, fromPlace: entry.place, sameness: same, row: wordings.length })
      const source = sourceIdentity(claim, entry.analysis.sentences)
      wordings.push({
        claimId,
        fromPlace: entry.place,
        untilPlace: null,
        statementId,
        ordinal,
        source,
        reading,
        ended: null,
        successor: null,
        stood: null,
      })
    }
    const gone = new Map(step.state.gone.map((g) => [g.number, g]))
    for (const number of [...open.keys()]) {
      if (present.has(number)) continue
      const last = gone.get(number)
      end(number, entry.place, last?.status ?? 'withdrawn', last ?? null)
    }

    const earlier = entries[n - 1]
    const from = earlier ? entrySide(earlier) : historySide(ground)
    const to = entrySide(entry)
    views.push(
      step.changes.flatMap((change) => {
        const view = viewOf({ ...change, detail: numberedDetail(change.detail, ground.numberOf) }, slug, from, to)
        const row = rowOf(view, change, (earlier ?? ground.before)?.id ?? null, entry.id, from, to)
        const decision = ground.decisions.ofChange(row, view.claims)
        const packed = {
          ...packedRow(row),
          claimIds: view.claims.map(idOf),
          reviewId: decision?.review ?? change.review ?? null,
        }
        if (decision?.verdict === 'rejected') return []
        rows.push(packed)
        return [view]
      }),
    )
  })

  const { changes, ids } = reconcile(rows, { ...ground, last: ground.lastChange })
  let k = 0
  const numbered = views.map((list) => list.map((view): ChangeView => ({ ...view, id: ids[k++] ?? null, recordedAt: now })))
  for (const change of changes) for (const id of change.claimIds) touched.add(id)
  return { claims, ended, wordings, changes, touched: [...touched].sort((a, b) => a - b), views: numbered }
}

const sameness = (statementId: number, ordinal: number, reading: string) => `${statementId}/${ordinal}/${reading}`

/** A version's sentences with the ids of their rows, and which version it is. */
interface VersionSide extends ViewedVersion {
  readonly ids: readonly number[]
}

function entrySide({ number, capturedAt, analysis, refs }: Entry) {
  return { ref: { number, capturedAt }, sentences: analysis.sentences, ids: refs.map((ref) => ref.id) }
}

function historySide({ history, before }: PlanContext): VersionSide {
  return { ref: before, sentences: history?.state.latest.sentences ?? [], ids: history?.sentenceIds ?? [] }
}

/** Tracking counts versions by their place in order; readers know them by number. */
function numberedDetail(detail: Detail, numberOf: PlanContext['numberOf']): Detail {
  const since = detail.restored && numberOf(detail.restored.since)
  return since === undefined ? detail : { ...detail, restored: { since } }
}

function rowOf(
  view: ChangeView,
  change: Change,
  fromVersion: number | null,
  toVersion: number,
  from: VersionSide,
  to: VersionSide,
) {
  const pack = (appearances: readonly Appearance[], { sentences, ids }: VersionSide) =>
    sidesOf(appearances, sentences).map(
      ({ index, side }): PackedSide => [ids[index] ?? 0, ZONES.indexOf(side.zone), side.start, side.claims],
    )
  return {
    fromVersion,
    toVersion,
    kinds: maskOf(view.kinds),
    before: pack(change.before, from),
    after: pack(change.after, to),
    detail: JSON.stringify(view.detail),
    evidence: JSON.stringify(view.evidence),
    acknowledged: view.acknowledged,
    retracts: null,
  }
}

const packedRow = (row: ReturnType<typeof rowOf>) => ({
  ...row,
  before: JSON.stringify(row.before),
  after: JSON.stringify(row.after),
})
