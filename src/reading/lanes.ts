/** The lanes of a story: how each claim ran through the versions, in the order of the text. */
import type { Zone } from '../core/article.ts'
import { KINDS, type Kind } from '../core/changes/change.ts'
import { isTold } from '../core/changes/weight.ts'
import type { ChangeView } from '../store/read/changes.ts'
import type { ClaimView } from '../store/read/claims.ts'
import type { LaneVersionRow, LaneWordingRow } from '../store/read/stories/lanes.ts'
import { kindsOfMask } from '../store/sql/kind-mask.ts'
import { ordinalsOf, unpackPlacings, ZONES } from '../store/sql/packing.ts'
import { type Across, inOrderOfVersions } from './across-withheld.ts'
import { type PlacedWording, placed, type Stretch, stretchesIn } from './stretches.ts'

/** How many changes there were by kind; of those that alter what readers had been told, how many there were and how many were disclosed. */
export interface ChangeCounts {
  readonly kinds: Partial<Record<Kind, number>>
  readonly told: number
  readonly disclosed: number
}

export interface Lane {
  readonly claim: ClaimView
  /** The zone of its sentence in the last version that has it. */
  readonly zone: Zone
  readonly stretches: readonly Stretch[]
  readonly changes: readonly ChangeView[]
}

export type LaneSort = 'text' | 'changes' | 'check_worthiness'

export interface LaneQuestion {
  /** Numbers of the first and the last version; default: all. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Only claims that have had a change of one of these kinds. */
  readonly kinds?: readonly Kind[] | undefined
  readonly sort?: LaneSort | undefined
}

export interface Lanes {
  readonly versions: readonly LaneVersionRow[]
  readonly lanes: readonly Lane[]
  /** The changes between the versions and across those that are withheld, in order; those that only introduce claims are left out. */
  readonly changes: readonly ChangeView[]
  /** The places among the versions where others are withheld. */
  readonly across: readonly Across[]
  /** Sums over all claims of the versions, whatever kinds are asked for. */
  readonly totals: LaneTotals
}

/** How many claims there are, how many of them changed after they were first told, how many the article dropped, and where they began. */
export interface LaneTotals {
  readonly claims: number
  readonly changed: number
  readonly dropped: number
  /** How many of the claims stand in a version and in none of these versions before it; versions with none are left out. */
  readonly begun: readonly { readonly version: number; readonly claims: number }[]
}

/** The counts of a packed column (see packedCounts). */
export const countsIn = (packed: string): ChangeCounts =>
  countsOf(
    (JSON.parse(packed) as [number, number][]).map(([mask, acknowledged]) => ({
      kinds: kindsOfMask(mask),
      acknowledged: acknowledged === 1,
    })),
  )

export function countsOf(
  changes: readonly { readonly kinds: readonly Kind[]; readonly acknowledged: boolean }[],
): ChangeCounts {
  const counts = new Map<Kind, number>()
  for (const kind of changes.flatMap(({ kinds }) => kinds)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const told = changes.filter(isTold)
  return {
    kinds: Object.fromEntries(KINDS.flatMap((kind) => (counts.get(kind) ? [[kind, counts.get(kind)]] : []))),
    told: told.length,
    disclosed: told.filter(({ acknowledged }) => acknowledged).length,
  }
}

interface Rows {
  readonly versions: readonly LaneVersionRow[]
  readonly wordings: readonly LaneWordingRow[]
  readonly claims: readonly ClaimView[]
  readonly changes: readonly ChangeView[]
  readonly across: readonly Across[]
}

/** The lanes between two versions of a story. */
export function lanesOf(rows: Rows, { from, to, kinds, sort }: LaneQuestion): Lanes {
  const { versions: all, wordings, claims } = rows
  const [first, last] = [indexOf(all, from, 0), indexOf(all, to, all.length - 1)]
  const versions = all.slice(first, last + 1)
  const shown = new Set(versions.map(({ number }) => number))
  const across = rows.across.filter((hidden) => shown.has(hidden.from) && shown.has(hidden.to))
  const between = inOrderOfVersions(
    rows.changes.filter((change) => shown.has(change.to.number) && change.from !== null && shown.has(change.from.number)),
    across.flatMap((hidden) => hidden.changes.filter((change) => change.kinds.some((kind) => kind !== 'introduced'))),
    versions,
  )
  const byClaim = Map.groupBy(
    between.flatMap((change) => change.claims.map((number) => [number, change] as const)),
    ([number]) => number,
  )
  const worded = placed(wordings, versions)
  const ofClaim = Map.groupBy(worded, ({ wording }) => wording.number)
  const places = textPlaces(versions, worded)
  const standing = claims.flatMap((claim): Lane[] => {
    const stretches = stretchesIn(ofClaim.get(claim.number) ?? [], versions)
    const own = (byClaim.get(claim.number) ?? []).map(([, change]) => change)
    return stretches.length === 0 ? [] : [{ claim, zone: places.zones.get(claim.number) ?? 'body', stretches, changes: own }]
  })
  const lanes = kinds
    ? standing.filter((lane) => lane.changes.some((change) => change.kinds.some((kind) => kinds.includes(kind))))
    : standing
  return {
    versions,
    lanes: inOrder(lanes, sort, textOrder(places.orders, between)),
    changes: between,
    across,
    totals: totalsOf(standing, versions),
  }
}

/** A claim that only began in the place of another has not changed. */
const hasChanged = ({ claim, changes }: Lane): boolean =>
  changes.some(({ before }) => before.some(({ claims }) => claims.includes(claim.number)))

const totalsOf = (lanes: readonly Lane[], versions: readonly LaneVersionRow[]): LaneTotals => ({
  claims: lanes.length,
  changed: lanes.filter(hasChanged).length,
  dropped: lanes.filter((lane) => lane.claim.status === 'withdrawn' && !isReadAway(lane, versions)).length,
  begun: begunIn(lanes, versions),
})

/** Whether a claim ended because the page was read otherwise: nobody took it out. */
function isReadAway({ stretches }: Lane, versions: readonly LaneVersionRow[]): boolean {
  const end = stretches.at(-1)?.to ?? null
  return versions.some(({ number, rereads }) => number === end && rereads !== null)
}

function begunIn(lanes: readonly Lane[], versions: readonly LaneVersionRow[]): LaneTotals['begun'] {
  const counts = new Map<number, number>()
  for (const { stretches } of lanes) {
    const from = stretches[0]?.from
    if (from !== undefined) counts.set(from, (counts.get(from) ?? 0) + 1)
  }
  return versions.flatMap(({ number }) => {
    const claims = counts.get(number)
    return claims === undefined ? [] : [{ version: number, claims }]
  })
}

function indexOf(versions: readonly LaneVersionRow[], number: number | undefined, otherwise: number): number {
  const index = versions.findIndex((version) => version.number === number)
  return index < 0 ? otherwise : index
}

/** The most sentences of one text in a version, as a factor: no version has more sentences. */
const MOST_EQUAL = 10_000

/**
 * The numbers of versions' claims in text order, the latest version first, and the last zone of each claim. A version all of whose claims
 * a later one has tells nothing new and is left out.
 */
function textPlaces(versions: readonly LaneVersionRow[], wordings: readonly PlacedWording[]) {
  const zones = new Map<number, Zone>()
  const orders: number[][] = []
  for (const [i, { withheld, sentences }] of [...versions.entries()].reverse()) {
    const stands = ({ from, until }: PlacedWording) => from <= i && i < until
    if (withheld !== null || !wordings.some((one) => !zones.has(one.wording.number) && stands(one))) continue
    const placings = unpackPlacings(sentences)
    const ids = placings.map(([, , , id]) => id)
    const at = new Map(ordinalsOf(ids).map((ordinal, n) => [(ids[n] ?? 0) * MOST_EQUAL + ordinal, n]))
    const standing = wordings.filter(stands).map(({ wording: { number, sentence, ordinal, index } }) => {
      return { number, index, sentence: at.get(sentence * MOST_EQUAL + ordinal) ?? ids.length }
    })
    standing.sort((a, b) => a.sentence - b.sentence || a.index - b.index)
    for (const { number, sentence } of standing)
      if (!zones.has(number)) zones.set(number, ZONES[placings[sentence]?.[0] ?? 2] ?? 'body')
    orders.push(standing.map(({ number }) => number))
  }
  return { orders, zones }
}

/** Numbers of claims in the order of the latest text; one that is gone stands where it stood, directly before one that took its place. */
function textOrder(orders: readonly (readonly number[])[], changes: readonly ChangeView[]): number[] {
  const ordered: number[] = []
  const known = new Set<number>()
  for (const order of orders) {
    let before = -1
    for (const number of order) {
      if (known.has(number)) before = ordered.indexOf(number)
      else ordered.splice(++before, 0, number)
      known.add(number)
    }
  }
  for (const { kinds, before, after } of changes) {
    if (!kinds.includes('superseded')) continue
    for (const older of before.flatMap((side) => side.claims)) {
      for (const newer of after.flatMap((side) => side.claims)) {
        if (older === newer || !known.has(older) || !known.has(newer)) continue
        ordered.splice(ordered.indexOf(older), 1)
        ordered.splice(ordered.indexOf(newer), 0, older)
      }
    }
  }
  return ordered
}

function inOrder(lanes: readonly Lane[], sort: LaneSort = 'text', order: readonly number[]): Lane[] {
  const place = new Map(order.map((number, i) => [number, i]))
  const by = {
    text: () => 0,
    changes: ({ changes }: Lane) => -changes.length,
    check_worthiness: ({ claim }: Lane) => -claim.statement.checkWorthiness,
  }[sort]
  const textPlace = ({ claim }: Lane) => place.get(claim.number) ?? order.length
  return lanes.toSorted((a, b) => by(a) - by(b) || textPlace(a) - textPlace(b))
}
