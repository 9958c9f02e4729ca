/** Builds one step of tracking: records which claim continues which and the verdicts, and finally numbers everything. */
import type { Analysis, FoundClaim, Sentence } from '../article.ts'
import { plainKey } from '../text/stems.ts'
import type { Group } from './align/align.ts'
import { appearanceOf } from './appearance.ts'
import type { Appearance, Change, GoneClaim, NumberedClaim, Step, TrackState } from './change.ts'
import { orderOf } from './furniture-changes.ts'
import { withNote } from './notes/notes.ts'
import { contentOf } from './pair-claims.ts'
import type { Verdict } from './sentence-changes.ts'

interface Draft extends Verdict {
  readonly before: readonly NumberedClaim[]
  readonly after: readonly FoundClaim[]
}

interface Ending {
  readonly claim: NumberedClaim
  readonly status: GoneClaim['status']
  readonly successor: FoundClaim | null
}

export class StepBuilder {
  readonly state: TrackState
  readonly next: Analysis
  /** Claims by the index of their sentence. */
  readonly before: readonly NumberedClaim[][]
  readonly after: readonly FoundClaim[][]
  readonly #numbers = new Map<FoundClaim, number>()
  readonly #returned = new Set<number>()
  #goneByContent: Map<string, GoneClaim[]> | undefined
  readonly #drafts: Draft[] = []
  readonly #furniture: Change[] = []
  readonly #kept: { before: NumberedClaim; after: FoundClaim }[] = []
  readonly #endings: Ending[] = []

  constructor(state: TrackState, next: Analysis) {
    this.state = state
    this.next = next
    this.before = state.latest.sentences.map(() => [])
    this.after = next.sentences.map(() => [])
    for (const claim of state.latest.claims) this.before[claim.sentence]?.push(claim)
    for (const claim of next.claims) this.after[claim.sentence]?.push(claim)
  }

  /** The gone claims that do not return in this step. */
  get gone(): GoneClaim[] {
    return this.state.gone.filter((g) => !this.#returned.has(g.number))
  }

  /** Returns true if a sentence of the group has a claim: furniture has none. */
  hasClaims({ before, after }: Pick<Group, 'before' | 'after'>): boolean {
    return before.some((i) => this.before[i]?.length) || after.some((j) => this.after[j]?.length)
  }

  /** Returns the latest gone claim with the same content except for typography. */
  goneWith(content: string): GoneClaim | undefined {
    this.#goneByContent ??= Map.groupBy(this.state.gone.toReversed(), (g) => plainKey(contentOf(g.sentence.text, g.claim)))
    const key = this.#goneByContent.size === 0 ? '' : plainKey(content)
    return key === '' ? undefined : this.#goneByContent.get(key)?.find((g) => !this.#returned.has(g.number))
  }

  /** Returns the numbers of the claims in the sentences beside the new version's sentence `j`, as far as they are known. */
  between(j: number): [Set<number> | null, Set<number> | null] {
    const numbersIn = (k: number | null) =>
      k === null ? null : new Set((this.after[k] ?? []).flatMap((claim) => this.#numbers.get(claim) ?? []))
    const [left, right] = neighbours(this.next.sentences, j)
    return [numbersIn(left), numbersIn(right)]
  }

  /** Records that `to` is the claim `from`: it keeps the number. */
  continues(from: { readonly number: number }, to: FoundClaim): void {
    this.#numbers.set(to, from.number)
  }

  /** Records that the claim is unchanged, though its sentence's text differs. */
  keep(from: NumberedClaim, to: FoundClaim): void {
    this.continues(from, to)
    this.#kept.push({ before: from, after: to })
  }

  /** Records that a gone claim is present again. */
  returns(gone: GoneClaim, to: FoundClaim): void {
    this.continues(gone, to)
    this.#returned.add(gone.number)
  }

  end(claim: NumberedClaim, status: GoneClaim['status'], successor: FoundClaim | null = null): void {
    this.#endings.push({ claim, status, successor })
  }

  record(verdict: Verdict, before: readonly NumberedClaim[], after: readonly FoundClaim[]): void {
    this.#drafts.push({ ...verdict, before, after })
  }

  /** Records changes of furniture. */
  add(changes: readonly Change[]): void {
    this.#furniture.push(...changes)
  }

  /** Numbers the remaining claims in text order and returns the step; `acknowledge` selects the acknowledged changes. */
  close(links: Step['links'], acknowledge: (changes: readonly Change[]) => ReadonlyMap<Change, readonly number[]>): Step {
    let numbers = this.state.numbers
    const numbered = new Map<FoundClaim, NumberedClaim>()
    for (const claim of this.next.claims) {
      const number = this.#numbers.get(claim) ?? ++numbers
      numbered.set(claim, { ...claim, number })
    }
    const place = (claim: FoundClaim): Appearance => appearanceOf(numbered.get(claim) as NumberedClaim)
    const changes = this.#drafts.map(
      ({ kinds, detail, evidence, before, after }): Change => ({
        kinds,
        before: before.map(appearanceOf),
        after: after.map(place),
        detail,
        acknowledged: false,
        evidence,
      }),
    )
    changes.push(...this.#furniture)
    const disclosed = acknowledge(changes)
    const ended = this.#endings.map(({ claim, status, successor }): GoneClaim => {
      const { number, ...found } = claim
      const sentence = this.state.latest.sentences[claim.sentence]
      if (!sentence) throw new RangeError(`claim ${number} names sentence ${claim.sentence}, which its version lacks`)
      const heir = successor ? (numbered.get(successor)?.number ?? null) : null
      const [left, right] = neighbours(this.state.latest.sentences, claim.sentence)
      const numberIn = (k: number | null) => (k === null ? null : (this.before[k]?.[0]?.number ?? null))
      const between = [numberIn(left), numberIn(right)] as const
      return { number, status, since: this.state.place, sentence, claim: found, successor: heir, between }
    })
    return {
      state: {
        place: this.state.place + 1,
        latest: { sentences: this.next.sentences, claims: [...numbered.values()] },
        gone: [...this.gone, ...ended],
        numbers,
      },
      changes: changes.sort((p, q) => orderOf(p) - orderOf(q)).map((change) => withNote(change, disclosed)),
      kept: this.#kept.map(({ before, after }) => ({ before: appearanceOf(before), after: place(after) })),
      links,
    }
  }
}

/**
 * Returns the sentences before and after in the same paragraph, null at its edges; for a paragraph of one sentence, those
 * around it.
 */
function neighbours(sentences: readonly Sentence[], k: number): [number | null, number | null] {
  const together = (i: number) => {
    const [p, q] = [sentences[i], sentences[i + 1]]
    return p !== undefined && q !== undefined && p.zone !== 'headline' && q.start - p.end <= 1
  }
  const [left, right] = [together(k - 1), together(k)]
  if (left || right) return [left ? k - 1 : null, right ? k + 1 : null]
  return [k > 0 ? k - 1 : null, k + 1 < sentences.length ? k + 1 : null]
}
