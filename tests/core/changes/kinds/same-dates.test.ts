import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../src/core/analysis.ts'
import { track } from '../../../../src/core/changes/track.ts'

/** What is told of one sentence that took the place of another; a residual kind gives way to a specific one. */
function kindsOf(before: string, after: string): string {
  const version = (body: string) => analyse({ title: '', body, publishedAt: null })
  const { changes } = track(track(null, version(before)).state, version(after))
  const kinds = [...new Set(changes.filter((c) => c.before.length > 0 && c.after.length > 0).flatMap((c) => c.kinds))]
  const specific = kinds.filter((kind) => kind !== 'reworded' && kind !== 'cosmetic')
  return (specific.length > 0 ? specific : kinds).sort().join('+')
}

const table: Record<string, [one: string, other: string][]> = {
  reworded: [
    ['The gallery opened on March 3.', 'The gallery opened on 3 March.'],
    ['The gallery opened on Mar. 3.', 'The gallery opened on 3 March.'],
    ['The gallery opened on March 3.', 'The gallery opened on March 3rd.'],
    ['The gallery opened on March 3, 2025.', 'The gallery opened on 3 March 2025.'],
    ['The gallery opened on 2025-03-14.', 'The gallery opened on March 14, 2025.'],
    ['The gallery opened on 14/3/2025.', 'The gallery opened on March 14, 2025.'],
    ['The gallery opened on 3/14/2025.', 'The gallery opened on 14/3/2025.'],
    ['The gallery opened on 3/14/25.', 'The gallery opened on 14 March 2025.'],
    ['The gallery opened on 3/3/2025.', 'The gallery opened on March 3, 2025.'],
    ['The gallery opened on March 3.', 'The gallery opened on the 3rd of March.'],
    ['The gallery opened at 3 p.m.', 'The gallery opened at 15:00.'],
    ['The gallery opened at 3pm.', 'The gallery opened at 15:00.'],
    ['The gallery opened at 3pm.', 'The gallery opened at 3:00 p.m.'],
    ['The gallery opened at 7.30pm.', 'The gallery opened at 19:30.'],
    ['The gallery opened at noon.', 'The gallery opened at 12 p.m.'],
    ['The gallery opened on Tuesday.', 'The gallery opened on Tues.'],
    ['The gallery opened Tues. with a speech.', 'The gallery opened Tuesday with a speech.'],
    ['The gallery opened on Sept. 9.', 'The gallery opened on 9 September.'],
    ['The gallery opened on Tuesday, March 3.', 'The gallery opened on 3 March.'],
    ['The fair lasted from March 3 to April 4.', 'The fair lasted from 3 March to 4 April.'],
    ['The fair runs March 3-5.', 'The fair runs 3-5 March.'],
    ['The gallery opened at 3 p.m. Tuesday.', 'The gallery opened on Tuesday at 3 p.m.'],
    ['The gallery opened at 9:30 a.m.', 'The gallery opened at 9:30.'],
    ['The gallery opened on 3 March at 10 a.m.', 'The gallery opened at 10:00 on March 3.'],
  ],
  date_changed: [
    ['The gallery opened on 3/4/2025.', 'The gallery opened on 4/3/2025.'],
    ['The gallery opened on the 3rd of March.', 'The gallery opened on the 4th of March.'],
    ['The gallery opened at 3 p.m. on Friday.', 'The gallery opened at 3 a.m. on Friday.'],
    ['The gallery opened at 3:00.', 'The gallery opened at 15:00.'],
    ['The gallery opened at 3:30 p.m.', 'The gallery opened at 3 p.m.'],
    ['The gallery opened on Tuesday.', 'The gallery opened on Thurs.'],
    ['The gallery opened on Sept. 9.', 'The gallery opened on 8 September.'],
    ['The gallery opened on March 3.', 'The gallery opened on 3 May.'],
    ['The gallery opened on March 3.', 'The gallery opened on 4 March.'],
    ['The gallery opened on March 3, 2024.', 'The gallery opened on 3 March 2025.'],
    ['The fair lasted from March 3 to April 4.', 'The fair lasted from 4 March to 3 April.'],
    ['The fair runs March 3-5.', 'The fair runs 5-7 March.'],
  ],
}

for (const [kinds, cases] of Object.entries(table)) {
  describe(kinds, () => {
    it.each(cases.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))('%s → %s', (before, after) => {
      expect(kindsOf(before, after)).toBe(kinds)
    })
  })
}
