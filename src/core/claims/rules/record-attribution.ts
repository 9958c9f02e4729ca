/** Records the result of an attribution rule. */
import type { Attribution, Progress } from './attribution.ts'

/** Adds an attribution to the progress, and marks the tokens of its content as taken. */
export function recordAttribution(progress: Progress, attribution: Attribution): void {
  progress.found.push(attribution)
  for (const [from, to] of attribution.content) progress.taken.fill(true, from, to)
}
