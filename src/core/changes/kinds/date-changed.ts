/** `date_changed`: a date, day or time of the same thing differs. */
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { isContent } from '../../text/stems.ts'
import { type Comparison, changedRuns, type Finding, type ReadText, spanOf, type Wording } from '../compare/comparison.ts'
import type { Mention } from '../compare/date-mentions.ts'
import { datePartsOf, isTwofold } from '../compare/date-parts.ts'
import { alignedWords } from '../predicates/align-words.ts'
import { grammarOf } from '../predicates/grammar.ts'

/** "on 9 May" → "on 16 May". A date that is only added or made more exact ("Friday" → "Friday evening") is no change. */
export const dateChanged = memoizeByIdentity((comparison: Comparison): readonly Finding[] => {
  const { before, after, hunks } = comparison
  const a = changedRuns(before.dates, hunks, 'before')
  const b = changedRuns(after.dates, hunks, 'after')
  const free = new Set(b)
  const kept: [Mention, Mention][] = []
  const replaced: [Mention, Mention][] = []
  const take = (p: Mention, q: Mention) => {
    free.delete(q)
    ;(holds(p, q, comparison) ? kept : replaced).push([p, q])
  }
  const pairBy = (list: readonly Mention[], fits: (p: Mention, q: Mention) => boolean) =>
    list.filter((p) => {
      const q = b.find((x) => free.has(x) && fits(p, x))
      if (q) take(p, q)
      return !q
    })
  // The same date anywhere; what stands in one place; and a date made more exact.
  const others = pairBy(a, (p, q) => p.key === q.key || sameParts(textOf(p, before), textOf(q, after)))
  const rest = pairBy(
    pairBy(others, (p, q) => sameSlot(p, q, comparison)),
    (p, q) => holds(p, q, comparison),
  )
  const open = [...free]
  for (const [n, p] of rest.entries()) {
    const q = open[n]
    if (q) replaced.push([p, q])
  }
  return [...replaced.filter(([p, q]) => !areOfOtherEvents(p, q, comparison)), ...exchanged(kept, comparison)].flatMap(
    ([p, q]) => {
      const [from, to] = [spanOf(before.words.slice(p.from, p.to)), spanOf(after.words.slice(q.from, q.to))]
      if (!from || !to) return []
      const change = { from: before.text.slice(...from), to: after.text.slice(...to) }
      return { kind: 'date_changed' as const, rule: 'date', before: from, after: to, detail: { date_changed: [change] } }
    },
  )
})

/** "sank on Tuesday" → "sank; its captain was arrested on Wednesday": the verb of one date stays, without it. */
function areOfOtherEvents(p: Mention, q: Mention, comparison: Comparison): boolean {
  const [i, j] = [verbBefore(comparison.before.read, p.from), verbBefore(comparison.after.read, q.from)]
  if (i < 0 || j < 0) return false
  const { before, after } = alignedWords(comparison)
  const [partner, other] = [after[i] ?? -1, before[j] ?? -1]
  // "is accused of stealing it on Monday": the verb that stays is still the one before the date.
  return (partner >= 0 && partner < j && other < 0) || (other >= 0 && other < i && partner < 0)
}

/** Returns the verb before a word in its part of the sentence, as a word; -1 if there is none. */
function verbBefore(read: ReadText, word: number): number {
  const { groups, groupAt, tokenAt, tokens, wordAt } = grammarOf(read)
  for (let at = (tokenAt[word] ?? 0) - 1; at >= 0 && !/^[,;:]$/.test(tokens[at]?.text ?? ''); at--) {
    const group = groups[groupAt[at] ?? -1]
    if (group) return wordAt[group.verb] ?? -1
  }
  return -1
}

/** True if both lie in one run of replaced words, at the same place among its dates. */
function sameSlot(p: Mention, q: Mention, { before, after, hunks }: Comparison): boolean {
  const hunk = hunks.find((h) => h.aFrom < p.to && p.from < h.aTo && h.bFrom < q.to && q.from < h.bTo)
  if (!hunk) return false
  const earlier = (dates: readonly Mention[], from: number, end: number) =>
    dates.filter((d) => d.to > from && d.to <= end).length
  return earlier(before.dates, hunk.aFrom, p.from) === earlier(after.dates, hunk.bFrom, q.from)
}

/** True for one date, in another form or more exact. */
function holds(p: Mention, q: Mention, { before, after }: Comparison): boolean {
  const [x, y] = [` ${plain(p.key)} `, ` ${plain(q.key)} `]
  // "Tuesday morning" → "Tuesday evening"
  const [partP, partQ] = [PART_OF_DAY.exec(x)?.[0], PART_OF_DAY.exec(y)?.[0]]
  if (partP && partQ && partP !== partQ) return false
  if (x.includes(y) || y.includes(x) || sameDate(textOf(p, before), textOf(q, after))) return true
  const [dayP, dayQ] = [dayOf(p, before), dayOf(q, after)]
  return dayP !== null && dayQ !== null && (dayP.startsWith(dayQ) || dayQ.startsWith(dayP))
}

const PART_OF_DAY = /\b(?:dawn|morning|noon|midday|afternoon|evening|dusk|night|midnight)\b/

/** "a week ago" is last week, "one year ago" last year. */
const plain = (key: string): string => key.replace(/\b(?:an?|one) (week|month|year|decade) ago\b/g, 'last $1')

const textOf = ({ from, to }: Mention, { words, text }: Wording): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0)

/** "3 March" and "March 3rd", "Tuesday at 15:00" and "3 p.m."; one may be more exact than the other. */
function sameDate(a: string, b: string): boolean {
  const [p, q] = [datePartsOf(a), datePartsOf(b)]
  if (isTwofold(p) || isTwofold(q)) return false
  const [fewer, more] = p.size < q.size ? [p, q] : [q, p]
  return fewer.size > 0 && [...fewer].every((part) => more.has(part))
}

const sameParts = (a: string, b: string): boolean => {
  const [p, q] = [datePartsOf(a), datePartsOf(b)]
  return p.size === q.size && sameDate(a, b)
}

/** Returns the day, month or year that a mention means ("2025-03-11"), or null: "today" and "on Tuesday" may be one day. */
function dayOf({ from, to }: Mention, { words, claims, text }: Wording): string | null {
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0]
  if (PART_OF_YEAR.test(text.slice(start, end))) return null
  for (const { statement, reading } of claims) {
    const n = statement.dates.findIndex((date) => date.start <= start && end <= date.end)
    const day = reading.dates[n]
    if (day) return day
  }
  return null
}

/** A calendar day or year is no reading of these. */
const PART_OF_YEAR = /\b(?:spring|summer|autumn|winter|[qh][1-4]|quarter|half)\b/i

/** Returns the pairs of dates that changed places with one another: each stands where the words of the other stood. */
function exchanged(kept: readonly [Mention, Mention][], comparison: Comparison): [Mention, Mention][] {
  if (kept.length < 2) return []
  const { after } = alignedWords(comparison)
  const nearer = (p: Mention, own: Mention, other: Mention): boolean => {
    for (let i = p.from - 1; i >= Math.max(0, p.from - 6); i--) {
      const j = after[i] ?? -1
      if (j >= 0 && isContent(comparison.before.words[i]?.key ?? ''))
        return j < other.from && (own.from < j || other.from < own.from)
    }
    return false
  }
  return kept.flatMap(([p, q], n) =>
    kept.flatMap(([r, s], m): [Mention, Mention][] => {
      if (n === m || p.key === r.key || Math.sign(p.from - r.from) === Math.sign(q.from - s.from)) return []
      return nearer(p, q, s) && nearer(r, s, q) ? [[p, s]] : []
    }),
  )
}
