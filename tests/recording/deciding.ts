/** Decisions on an article that depend on neither the numbers of its claims nor the order in which its versions came. */
import { Failure } from '../../src/failure.ts'
import type { ReviewInput } from '../../src/reviews/input.ts'
import { type MadeReview, review } from '../../src/reviews/review.ts'
import type { Store } from '../../src/store/store.ts'
import { NOW, standing, versionList, versionOf } from './desk.ts'

/** A claim where it stands: by the time of the version, which is the same in every order of arrival. */
interface Spot {
  readonly capturedAt: string
  readonly sentence: number
  readonly index: number
}

export interface Decision {
  readonly action: 'merge' | 'split' | 'supersede'
  /** Of split: where the claim stands before, and with which version it is another. */
  readonly claim: Spot
  readonly other: Spot
}

/** Where each claim of an article stands, in order. */
export async function spots(store: Store): Promise<Map<number, Spot[]>> {
  const found = new Map<number, Spot[]>()
  for (const { number, capturedAt } of await versionList(store)) {
    for (const claim of (await versionOf(store, number)).claims) {
      const list = found.get(claim.number) ?? []
      list.push({ capturedAt, sentence: claim.sentence, index: claim.index })
      found.set(claim.number, list)
    }
  }
  return found
}

/** All that could be decided of an article as it stands. */
export async function decisions(store: Store): Promise<Decision[]> {
  const [all, changes] = [await spots(store), await standing(store)]
  const list: Decision[] = []
  for (const [a, mine] of all) {
    const times = new Set(mine.map((spot) => spot.capturedAt))
    for (const [b, theirs] of all) {
      const [first, last] = [theirs[0], mine.findLast((spot) => spot.capturedAt < (theirs[0]?.capturedAt ?? ''))]
      if (a === b || !first || !last || theirs.some((spot) => times.has(spot.capturedAt))) continue
      list.push(
        { action: 'merge', claim: last, other: first },
        { action: 'supersede', claim: mine.at(-1) ?? last, other: first },
      )
    }
    for (const change of changes) {
      const at = mine.findIndex((spot) => spot.capturedAt === change.to.capturedAt)
      const [before, now] = [mine[at - 1], mine[at]]
      if (before && now && change.claims.includes(a) && before.capturedAt === change.from?.capturedAt)
        list.push({ action: 'split', claim: before, other: now })
    }
  }
  return list
}

const numberAt = async (store: Store, { capturedAt, sentence, index }: Spot): Promise<number | null> => {
  const version = (await versionList(store)).find((v) => v.capturedAt === capturedAt)
  const claims = version ? (await versionOf(store, version.number)).claims : []
  return claims.find((claim) => claim.sentence === sentence && claim.index === index)?.number ?? null
}

/** The review's number, or null where it cannot be decided as things stand. */
export async function decide(store: Store, { action, claim, other }: Decision): Promise<MadeReview | null> {
  const [mine, theirs] = [await numberAt(store, claim), await numberAt(store, other)]
  const version = (await versionList(store)).find((v) => v.capturedAt === other.capturedAt)?.number
  if (mine === null || theirs === null || version === undefined || (action === 'split' && mine !== theirs)) return null
  const input: ReviewInput = {
    action,
    change: null,
    review: null,
    detail: action === 'split' ? { version } : { other: theirs },
    reason: null,
  }
  try {
    return await review(store, 'harbour', mine, input, 'desk', NOW)
  } catch (error) {
    if (error instanceof Failure && ['invalid', 'conflict', 'not_found'].includes(error.code)) return null
    throw error
  }
}
