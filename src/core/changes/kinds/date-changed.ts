/** `date_changed`: a date, day or time of the same thing differs. */
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { type Comparison, changedRuns, type Finding, spanOf, type Wording } from '../compare/comparison.ts'
import type { Mention } from '../compare/date-mentions.ts'
import { datePartsOf, isTwofold } from '../compare/date-parts.ts'

/** "on 9 May" → "on 16 May". A date that is only added or made more exact ("Friday" → "Friday evening") is no change. */
export const dateChanged = memoizeByIdentity(({ before, after, hunks }: Comparison): readonly Finding[] => {
  const a = changedRuns(before.dates, hunks, 'before')
  const b = changedRuns(after.dates, hunks, 'after')
  const holds = (p: Mention, q: Mention) => {
    const [x, y] = [` ${plain(p.key)} `, ` ${plain(q.key)} `]
    return x.includes(y) || y.includes(x) || sameDate(textOf(p, before), textOf(q, after))
  }
  const free = new Set(b)
  const rest = a.filter((p) => {
    const same = b.find((q) => free.has(q) && holds(p, q))
    if (same) free.delete(same)
    return !same
  })
  const open = [...free]
  return rest.flatMap((p, n) => {
    const q = open[n]
    if (!q) return []
    const [from, to] = [spanOf(before.words.slice(p.from, p.to)), spanOf(after.words.slice(q.from, q.to))]
    if (!from || !to) return []
    const change = { from: before.text.slice(...from), to: after.text.slice(...to) }
    return { kind: 'date_changed' as const, rule: 'date', before: from, after: to, detail: { date_changed: [change] } }
  })
})

/** "a week ago" is last week, "one year ago" last year. */
const plain = (key: string): string => key.replace(/\b(?:an?|one) (week|month|year|decade) ago\b/g, 'last $1')

const textOf = ({ from, to }: Mention, { words, text }: Wording): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0)

/** "3 March" and "March 3rd", "Tuesday at 15:00" and "3 p.m."; one may be more exact than the other. */
function sameDate(a: string, b: string): boolean {
  const [p, q] = [datePartsOf(a), datePartsOf(b)]
  if (isTwofold(p) || isTwofold(q)) return false
  const [fewer, more] = p.size < q.size ? [p, q] : [q, p]
  return [...fewer].every((part) => more.has(part))
}
