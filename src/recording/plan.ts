/** From the steps of tracking to the rows that record them. */
import type { Change, Detail, Step } from '../core/changes/change.ts'
import { allSidesOf, noteOf, type ViewedVersion, viewOf } from '../store/read/change-view.ts'
import type { ChangeView } from '../store/read/changes.ts'
import { ASIDE, type Aside } from '../store/sql/aside.ts'
import { maskOf } from '../store/sql/kind-mask.ts'
import { type PackedSide, packEvidence, ZONES } from '../store/sql/packing.ts'
import type { NewChange } from '../store/write/change-rows.ts'
import type { Recording } from '../store/write/recording.ts'
import type { Decisions } from './decisions.ts'
import type { Entry } from './entry.ts'
import { type KnownClaims, WordingRows } from './plan-wordings.ts'
import { type Baseline, reconcile } from './reconcile.ts'

/** The facts of the article that the plan needs. */
export interface PlanContext extends KnownClaims {
  readonly slug: string
  /** The time of the write. */
  readonly now: string
  /** The version before the first entry, null if there is none. */
  readonly before: { readonly id: number; readonly number: number; readonly capturedAt: string } | null
  /** The number of the version at a position in the order (from 1), the entries' included. */
  readonly numberOf: (order: number) => number | undefined
  /** The highest id of a change. */
  readonly lastChange: number
  /** The highest id of a version before this write. */
  readonly lastVersion: number
  /** Changes that stand between the versions from the first entry on, before this write. */
  readonly active: readonly NewChange[]
  /** People's decisions: a change that they rejected is not reported. */
  readonly decisions: Decisions
  /** The changes reported without a new review. */
  readonly baseline: Baseline | null
}

export interface Plan extends Pick<Recording, 'claims' | 'ended' | 'wordings' | 'changes' | 'touched'> {
  /** The changes of each entry, as readers see them; none of an entry that was recorded before. */
  readonly views: readonly (readonly ChangeView[])[]
}

/**
 * The rows for `entries` and their `steps` (parallel): a wording ends where a claim is worded otherwise than in the version before;
 * changes that an earlier write recorded alike stay, those that no longer hold are retracted.
 */
export function plan(context: PlanContext, entries: readonly Entry[], steps: readonly Step[]): Plan {
  const wordings = new WordingRows(context)
  const reported = steps.map((step, i) => {
    const entry = entries[i]
    if (!entry) throw new RangeError(`${steps.length} steps for ${entries.length} versions`)
    wordings.add(entry, step)
    return changesOf(context, entries[i - 1], entry, step, wordings)
  })
  const { changes, ids } = reconcile(
    reported.flatMap((list) => list.map(({ row }) => row)),
    { ...context, last: context.lastChange },
  )
  const { claims, ended, touched } = wordings
  for (const change of changes) for (const id of change.claimIds) touched.add(id)
  return {
    claims,
    ended,
    wordings: wordings.wordings,
    changes,
    touched: [...touched].sort((a, b) => a - b),
    views: viewsWith(reported, ids, context.now),
  }
}

/** A change as readers see it (null: nobody is told of it), and its row. */
interface Reported {
  readonly view: ChangeView | null
  readonly row: Omit<NewChange, 'id'>
}

/** The changes of a step that people did not reject. */
function changesOf(
  context: PlanContext,
  earlier: Entry | undefined,
  entry: Entry,
  step: Step,
  wordings: WordingRows,
): Reported[] {
  const from = earlier ? entrySide(earlier) : historySide(context)
  const to = entrySide(entry)
  const before = (earlier ?? context.before)?.id ?? null
  const technical = entry.rereads !== null && entry.rereads === before
  return step.changes.flatMap((change) => {
    const detail = numberedDetail(change.detail, context.numberOf)
    const view = viewOf({ ...change, detail }, context.slug, from, to, technical)
    const row = rowOf(view, change, before, entry.id, from, to)
    const claimIds = view.claims.map((number) => wordings.idOf(number))
    const decision = context.decisions.ofChange(row, view.claims)
    if (decision?.verdict === 'rejected') return []
    const told = entry.id > context.lastVersion ? view : null
    return [{ view: told, row: { ...packedRow(row), claimIds, reviewId: decision?.review ?? change.review ?? null } }]
  })
}

/** The views with the ids of their rows, which are in the same order. */
function viewsWith(reported: readonly (readonly Reported[])[], ids: readonly (number | null)[], now: string): ChangeView[][] {
  const rest = [...ids]
  return reported.map((list) =>
    list.flatMap(({ view }) => {
      const id = rest.shift() ?? null
      return view ? [{ ...view, id, recordedAt: now }] : []
    }),
  )
}

/** A version's sentences with the ids of their rows, and which version it is. */
interface VersionSide extends ViewedVersion {
  readonly ids: readonly number[]
}

function entrySide({ number, capturedAt, analysis, refs }: Entry) {
  const { sentences, claims } = analysis
  return { ref: { number, capturedAt }, sentences, claims, ids: refs.map((ref) => ref.id) }
}

function historySide({ history, before }: PlanContext): VersionSide {
  const { sentences = [], claims = [] } = history?.state.latest ?? {}
  return { ref: before, sentences, claims, ids: history?.sentenceIds ?? [] }
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
  const pack = (side: 'before' | 'after', version: VersionSide) =>
    allSidesOf(change, side, version).map(
      ({ index, side }): PackedSide => [version.ids[index] ?? 0, ZONES.indexOf(side.zone), side.start, side.claims],
    )
  return {
    fromVersion,
    toVersion,
    kinds: maskOf(view.kinds),
    before: pack('before', from),
    after: pack('after', to),
    detail: JSON.stringify(view.detail),
    evidence: packEvidence(view.evidence, view.kinds),
    acknowledged: view.acknowledged,
    retracts: null,
    aside: asideOf(view, change),
    note: change.note === undefined ? null : JSON.stringify(packedNote(change, to)),
  }
}

const asideOf = ({ technical }: ChangeView, { furniture }: Change): Aside =>
  technical ? ASIDE.reading : furniture ? ASIDE.furniture : ASIDE.none

const packedNote = (change: Change, to: VersionSide) =>
  noteOf(change, to).map(({ index, side }) => [to.ids[index] ?? 0, ZONES.indexOf(side.zone), side.start])

const packedRow = (row: ReturnType<typeof rowOf>) => ({
  ...row,
  before: JSON.stringify(row.before),
  after: JSON.stringify(row.after),
})
