/** A change of tracking as readers see it: sentences for indices, numbers for places. */
import type { FoundClaim, Sentence } from '../../core/article.ts'
import { type Appearance, type Change, KINDS } from '../../core/changes/change.ts'
import { claimsBySentence } from '../../core/claims-by-sentence.ts'
import { type ChangeSide, type ChangeView, claimsOf, type NoteSentence, type VersionRef } from './changes.ts'

/** The appearances of one side of a change, a row a sentence, in order. `index` is the sentence's. */
export function sidesOf(
  appearances: readonly Appearance[],
  { sentences, claims: found }: Pick<ViewedVersion, 'sentences' | 'claims'>,
): { index: number; side: ChangeSide }[] {
  const bySentence = Map.groupBy(appearances, (a) => a.sentence)
  return [...bySentence]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, list]) => {
      const sentence = sentences[index]
      if (!sentence) return []
      const claims = [...new Set(list.map((a) => a.claim))].sort((a, b) => a - b)
      const { zone, start, end, text } = sentence
      const wordings = list
        .flatMap(({ claim, index: order }) => {
          const words = claimsBySentence(found)
            .get(index)
            ?.find((claim) => claim.index === order)
          if (!words) return []
          const { reading, statement, humanLabel = null } = words
          return [{ claim, label: reading.label ?? statement.label, humanLabel, spans: statement.content }]
        })
        .sort((a, b) => a.claim - b.claim)
      return [{ index, side: { zone, start, end, exact: text, claims, wordings } }]
    })
}

/** All sides of a change: those of its claims, or those of furniture, which have none. */
export function allSidesOf(
  { furniture, ...change }: Pick<Change, 'before' | 'after' | 'furniture'>,
  side: 'before' | 'after',
  version: Pick<ViewedVersion, 'sentences' | 'claims'>,
): { index: number; side: ChangeSide }[] {
  if (!furniture) return sidesOf(change[side], version)
  return furniture[side].flatMap((index) => {
    const sentence = version.sentences[index]
    if (!sentence) return []
    const { start, end, text } = sentence
    return [{ index, side: { zone: 'furniture' as const, start, end, exact: text, claims: [], wordings: [] } }]
  })
}

/** The sentences of the note that acknowledges a change. `index` is the sentence's. */
export const noteOf = ({ note = [] }: Pick<Change, 'note'>, { sentences }: Pick<ViewedVersion, 'sentences'>) =>
  note.flatMap((index): { index: number; side: NoteSentence }[] => {
    const sentence = sentences[index]
    if (!sentence) return []
    const { zone, start, end, text } = sentence
    return [{ index, side: { zone, start, end, exact: text } }]
  })

/** `humanLabel`: as a person named the claim; absent where the claim is only now recorded. */
interface ViewedClaim extends FoundClaim {
  readonly humanLabel?: string | null
}

/** One version of a change: which it is, its sentences and its claims. */
export interface ViewedVersion {
  readonly ref: VersionRef | null
  readonly sentences: readonly Sentence[]
  readonly claims: readonly ViewedClaim[]
}

export function viewOf(
  change: Change,
  slug: string,
  from: ViewedVersion,
  to: ViewedVersion & { ref: VersionRef },
  technical = false,
): ChangeView {
  const before = allSidesOf(change, 'before', from).map(({ side }) => side)
  const after = allSidesOf(change, 'after', to).map(({ side }) => side)
  return {
    id: null,
    slug,
    from: from.ref,
    to: to.ref,
    kinds: KINDS.filter((kind) => change.kinds.includes(kind)),
    detail: change.detail,
    acknowledged: change.acknowledged,
    technical,
    note: noteOf(change, to).map(({ side }) => side),
    evidence: change.evidence,
    before,
    after,
    claims: claimsOf(before, after),
    retracts: null,
    verdict: null,
    by: null,
    recordedAt: null,
  }
}

/** The part of a change that identifies what it compares. */
interface Comparing {
  readonly from: { readonly number: number } | null
  readonly to: { readonly number: number }
  readonly kinds: readonly string[]
  readonly detail: { readonly restored?: { readonly since: number } }
  readonly evidence: readonly unknown[]
}

/**
 * The visible part of changes while versions (by number) are withheld: no change from or to a withheld version, and of a restored claim
 * whose last wording is of one, only that it is restored. The store's queries do the same (store/sql/visibility.ts).
 */
export function visibleChanges<One extends Comparing>(changes: readonly One[], withheld: ReadonlySet<number>): One[] {
  if (withheld.size === 0) return [...changes]
  return changes
    .filter(({ from, to }) => !(from && withheld.has(from.number)) && !withheld.has(to.number))
    .map((change) => {
      const { restored } = change.detail
      return restored && withheld.has(restored.since) ? { ...change, kinds: ['restored'], detail: {}, evidence: [] } : change
    })
}

interface Zoned {
  readonly zone: string
}

/** Whether readers see a change only where they ask for it: it is no edit, or of furniture. */
export const isAside = (change: Parameters<typeof isOfFurniture>[0] & { readonly technical: boolean }): boolean =>
  change.technical || isOfFurniture(change)

/** Whether a change is about furniture. */
export const isOfFurniture = ({
  before,
  after,
}: {
  readonly before: readonly Zoned[]
  readonly after: readonly Zoned[]
}): boolean => [...before, ...after].every(({ zone }) => zone === 'furniture')
