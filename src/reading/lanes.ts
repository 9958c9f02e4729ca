/** The lanes of a story: how each claim ran through the versions, in the order of the text. */
import type { Zone } from '../core/article.ts'
import { KINDS, type Kind } from '../core/changes/change.ts'
import { isTold } from '../core/changes/weight.ts'
import { lowerBound } from '../core/text/lower-bound.ts'
import type { ChangeView } from '../store/read/changes.ts'
import type { ClaimView } from '../store/read/claims.ts'
import type { LaneVersionRow, LaneWordingRow } from '../store/read/stories/lanes.ts'
import { kindsOfMask } from '../store/sql/kind-mask.ts'
import { ordinalsOf, type Placing, ZONES } from '../store/sql/packing.ts'
import { type Across, inOrderOfVersions } from './across-withheld.ts'

/** How many changes there were by kind; of those that alter what readers had been told, how many there were and how many were disclosed. */
export interface ChangeCounts {
  readonly kinds: Partial<Record<Kind, number>>
  readonly told: number
  readonly disclosed: number
}

/** What a stretch is made of: from which place to which a claim is told how surely, and by whom. */
export interface Worded extends Pick<LaneWordingRow, 'fromPlace' | 'untilPlace' | 'level'> {
  readonly polarity?: LaneWordingRow['polarity']
  readonly sourceId?: LaneWordingRow['sourceId']
  readonly sourceKind?: LaneWordingRow['sourceKind']
}

type Column = Pick<LaneVersionRow, 'number' | 'place' | 'withheld'>

/** Versions that follow one another, in which a claim is told as surely and by the same source. */
export interface Stretch<Wording extends Worded = LaneWordingRow> {
  readonly from: number
  /** The version that follows the last of them; null: the last of them is the last version. */
  readonly to: number | null
  readonly wording: Wording
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
  /** Of all claims that the versions have, whatever kinds are asked for. */
  readonly totals: LaneTotals
}

/** How many claims there are, how many of them changed after they were first told, and how many are dropped. */
export interface LaneTotals {
  readonly claims: number
  readonly changed: number
  readonly dropped: number
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
  const worded = Map.groupBy(wordings, ({ number }) => number)
  const places = textPlaces(versions, wordings)
  const standing = claims.flatMap((claim): Lane[] => {
    const stretches = stretchesOf(worded.get(claim.number) ?? [], versions)
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
    totals: totalsOf(standing),
  }
}

/** A claim that only began in the place of another has not changed. */
const hasChanged = ({ claim, changes }: Lane): boolean =>
  changes.some(({ before }) => before.some(({ claims }) => claims.includes(claim.number)))

const totalsOf = (lanes: readonly Lane[]): LaneTotals => ({
  claims: lanes.length,
  changed: lanes.filter(hasChanged).length,
  dropped: lanes.filter(({ claim }) => claim.status === 'withdrawn').length,
})

function indexOf(versions: readonly LaneVersionRow[], number: number | undefined, otherwise: number): number {
  const index = versions.findIndex((version) => version.number === number)
  return index < 0 ? otherwise : index
}

/** The indexes of the versions that have a wording: the first, and the one after the last. */
function rangeOf({ fromPlace, untilPlace }: Worded, versions: readonly Column[]): [from: number, until: number] {
  const before = (place: string) => lowerBound(versions, 0, (version) => (version.place < place ? -1 : 0))
  return [before(fromPlace), untilPlace === null ? versions.length : before(untilPlace)]
}

/** The stretches of one claim. A version that is withheld belongs to none. */
export function stretchesOf<Wording extends Worded>(
  wordings: readonly Wording[],
  versions: readonly Column[],
): Stretch<Wording>[] {
  const found: Stretch<Wording>[] = []
  let open: Wording | null = null
  const ranges = wordings.map((wording) => [wording, ...rangeOf(wording, versions)] as const)
  for (const [i, version] of versions.entries()) {
    const standing = version.withheld === null ? ranges.find(([, from, until]) => from <= i && i < until) : undefined
    const wording: Wording | null = standing?.[0] ?? null
    const to = versions[i + 1]?.number ?? null
    const last = found.at(-1)
    if (wording && open && last && sameTelling(open, wording)) found[found.length - 1] = { ...last, to }
    else if (wording) found.push({ from: version.number, to, wording })
    open = wording
  }
  return found
}

const sameTelling = (a: Worded, b: Worded) =>
  a.level === b.level && a.polarity === b.polarity && a.sourceId === b.sourceId && a.sourceKind === b.sourceKind

/** The most sentences of one text in a version, as a factor: no version has more sentences. */
const MOST_EQUAL = 10_000

/** The numbers of each version's claims in text order, and the last zone of each claim. */
function textPlaces(versions: readonly LaneVersionRow[], wordings: readonly LaneWordingRow[]) {
  const zones = new Map<number, Zone>()
  const standing = versions.map((): LaneWordingRow[] => [])
  for (const wording of wordings) {
    const [from, until] = rangeOf(wording, versions)
    for (let i = from; i < until; i++) standing[i]?.push(wording)
  }
  const orders = versions.flatMap(({ withheld, sentences }, i): number[][] => {
    if (withheld !== null) return []
    const placings = JSON.parse(sentences) as Placing[]
    const ids = placings.map(([, , , id]) => id)
    const at = new Map(ordinalsOf(ids).map((ordinal, n) => [(ids[n] ?? 0) * MOST_EQUAL + ordinal, n]))
    const placed = (standing[i] ?? []).map((wording) => {
      const sentence = at.get(wording.sentence * MOST_EQUAL + wording.ordinal) ?? ids.length
      return { number: wording.number, sentence, index: wording.index }
    })
    placed.sort((a, b) => a.sentence - b.sentence || a.index - b.index)
    for (const { number, sentence } of placed) zones.set(number, ZONES[placings[sentence]?.[0] ?? 2] ?? 'body')
    return [placed.map(({ number }) => number)]
  })
  return { orders, zones }
}

/** Numbers of claims in the order of the latest text; one that is gone stands where it stood, directly before one that took its place. */
function textOrder(orders: readonly (readonly number[])[], changes: readonly ChangeView[]): number[] {
  const ordered: number[] = []
  const known = new Set<number>()
  for (const order of orders.toReversed()) {
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
