/** Pairs the claims that two engines found in the same sentence by their shared words. */
import type { Span, Statement } from '../../article.ts'

interface HasContent {
  readonly statement: Pick<Statement, 'content'>
}

/** Returns for the newer claims (by index) the matching older ones; the greatest overlap wins. */
export function pairByOverlap(older: readonly HasContent[], newer: readonly HasContent[]): Map<number, number> {
  const options = older.flatMap((p, x) => newer.map((q, y) => ({ x, y, shared: overlap(p, q) })))
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const { x, y, shared } of options.sort((p, q) => q.shared - p.shared || p.x - q.x || p.y - q.y)) {
    if (shared === 0 || taken.has(x) || found.has(y)) continue
    taken.add(x)
    found.set(y, x)
  }
  return found
}

/** 0..1: the shared part of two contents of one sentence (intersection over union, in characters). */
export function overlap({ statement: { content: a } }: HasContent, { statement: { content: b } }: HasContent): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0)
  let shared = 0
  for (const [from, to] of a) for (const [start, end] of b) shared += Math.max(0, Math.min(to, end) - Math.max(from, start))
  const all = length(a) + length(b) - shared
  return all === 0 ? 0 : shared / all
}
