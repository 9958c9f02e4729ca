/** Tables of two wordings of one sentence, and the kinds told whichever of them comes first. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import { track } from '../../../../src/core/changes/track.ts'

/** What is told of one sentence that took the place of another; a residual kind gives way to a specific one. */
export function kindsOf(before: string, after: string): string {
  const version = (body: string) => analyze({ title: '', body, publishedAt: null })
  const { changes } = track(track(null, version(before)).state, version(after))
  const kinds = [...new Set(changes.filter((c) => c.before.length > 0 && c.after.length > 0).flatMap((c) => c.kinds))]
  const specific = kinds.filter((kind) => kind !== 'reworded' && kind !== 'cosmetic')
  return (specific.length > 0 ? specific : kinds).sort().join('+')
}

/** Kinds, joined by "+", and the pairs of wordings of which they are told. */
export function tellBothWays(table: Readonly<Record<string, readonly (readonly [string, string])[]>>): void {
  for (const [kinds, cases] of Object.entries(table)) {
    describe(kinds, () => {
      it.each(cases.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))('%s → %s', (before, after) => {
        expect(kindsOf(before, after)).toBe(kinds)
      })
    })
  }
}
