/** From the steps of tracking to the rows of claims and wordings: which wordings begin and end, which claims are new. */
import type { GoneClaim, NumberedClaim, Step } from '../core/changes/change.ts'
import { sourceIdentity } from '../core/claims/sources/source-identity.ts'
import { ordinalsOf, packReading, packStood } from '../store/sql/packing.ts'
import type { History } from '../store/write/history.ts'
import type { NewWording, Recording } from '../store/write/recording.ts'
import type { Entry } from './entry.ts'

/** The article's claims as known before the first entry. */
export interface KnownClaims {
  readonly history: History | null
  /** The highest id of a claim. */
  readonly lastClaim: number
  /** Ids of the claims that come after the history (a late version), by number. */
  readonly laterClaims: ReadonlyMap<number, number>
}

/** A claim's current wording. `row`: its index among the new wordings; null: the store has it. */
interface OpenWording {
  readonly claimId: number
  readonly fromPlace: string
  readonly sameness: string
  readonly row: number | null
}

/** How a claim that stands at an entry is worded there. */
type Wording = Pick<NewWording, 'statementId' | 'ordinal' | 'reading' | 'source'>

/** The rows of claims and wordings, entry by entry. */
export class WordingRows {
  readonly claims: Recording['claims'][number][] = []
  readonly ended: Recording['ended'][number][] = []
  readonly wordings: NewWording[] = []
  /** Ids of the claims whose state may differ. */
  readonly touched: Set<number>
  readonly #ids: Map<number, number>
  readonly #lastClaim: number
  /** The current wording of each claim, by number. */
  readonly #open = new Map<number, OpenWording>()

  constructor({ history, lastClaim, laterClaims }: KnownClaims) {
    this.#ids = new Map([...(history?.claimIds ?? []), ...laterClaims])
    this.#lastClaim = lastClaim
    this.touched = new Set(laterClaims.values())
    for (const [number, { claimId, fromPlace, ...wording }] of history?.standing ?? [])
      this.#open.set(number, { claimId, fromPlace, sameness: samenessOf(wording), row: null })
  }

  idOf(number: number): number {
    const id = this.#ids.get(number)
    if (id === undefined) throw new Error(`claim ${number} has no row`)
    return id
  }

  /** The next entry with its step: claims that are worded otherwise than before, and claims that are gone. */
  add(entry: Entry, { state }: Step): void {
    const ordinals = ordinalsOf(entry.refs.map((ref) => ref.id))
    for (const claim of state.latest.claims) this.#word(entry, claim, wordingIn(entry, claim, ordinals[claim.sentence] ?? 0))
    const present = new Set(state.latest.claims.map((claim) => claim.number))
    const gone = new Map(state.gone.map((g) => [g.number, g]))
    for (const number of [...this.#open.keys()]) {
      if (present.has(number)) continue
      const last = gone.get(number)
      this.#end(number, entry.place, last?.status ?? 'withdrawn', last ?? null)
    }
  }

  #word(entry: Entry, { number }: NumberedClaim, wording: Wording): void {
    const sameness = samenessOf(wording)
    if (this.#open.get(number)?.sameness === sameness) return
    this.#end(number, entry.place, 'reworded', null)
    const claimId = this.#ids.get(number) ?? this.#newClaim(number, wording.statementId)
    this.touched.add(claimId)
    this.#open.set(number, { claimId, fromPlace: entry.place, sameness, row: this.wordings.length })
    this.wordings.push({
      claimId,
      fromPlace: entry.place,
      untilPlace: null,
      ...wording,
      ended: null,
      successor: null,
      stood: null,
    })
  }

  #newClaim(number: number, statementId: number): number {
    const id = this.#lastClaim + this.claims.length + 1
    this.#ids.set(number, id)
    this.claims.push({ id, number, statementId })
    return id
  }

  #end(number: number, untilPlace: string, ended: string, gone: GoneClaim | null): void {
    const wording = this.#open.get(number)
    if (!wording) return
    const { claimId, fromPlace, row } = wording
    const end = { untilPlace, ended, successor: gone?.successor ?? null, stood: gone && packStood(gone) }
    const added = row === null ? undefined : this.wordings[row]
    if (added && row !== null) this.wordings[row] = { ...added, ...end }
    else this.ended.push({ claimId, fromPlace, ...end })
    this.touched.add(claimId)
    this.#open.delete(number)
  }
}

function wordingIn({ number, refs, analysis }: Entry, claim: NumberedClaim, ordinal: number): Wording {
  const statementId = refs[claim.sentence]?.statements[claim.index]
  if (statementId === undefined) throw new Error(`claim ${claim.number} has no statement in version ${number}`)
  const reading = packReading(claim.reading, claim.sentence)
  return { statementId, ordinal, reading, source: sourceIdentity(claim, analysis.sentences) }
}

/** Equal for two wordings between which nothing is recorded. */
const samenessOf = ({ statementId, ordinal, reading }: Pick<Wording, 'statementId' | 'ordinal' | 'reading'>): string =>
  `${statementId}/${ordinal}/${reading}`
