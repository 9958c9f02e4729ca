/** The part of recording that does not depend on the log: the analysis of new versions, and their tracking among the others. */
import type { Store } from '../store/store.ts'
import type { WriteContext } from '../store/write/write-context.ts'
import { type NewTexts, readFromStart, readTexts } from './stored-texts.ts'
import { type TrackedTexts, trackTexts } from './track-texts.ts'

/** Analyzes the texts and tracks them after the version before them, and what comes after once more. */
export async function analyzeAndTrack(store: Store, context: WriteContext, given: NewTexts): Promise<TrackedTexts> {
  const { reviews } = context
  const tracked =
    trackTexts(await readTexts(store, context, given), reviews) ??
    trackTexts(await readFromStart(store, context, given), reviews)
  if (!tracked) throw new Error('all versions cannot be tracked')
  return tracked
}
