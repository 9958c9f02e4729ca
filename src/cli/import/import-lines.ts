/** The report of an import, or of a dry run, as lines. */

import { columns, count, printable } from '../output/style.ts'
import type { FoundCapture } from './found-capture.ts'
import type { SentResult } from './send-captures.ts'

export interface ImportTally {
  /** By outcome; those that the archive had are counted by `known`. */
  readonly outcomes: Readonly<Record<string, number>>
  readonly known: number
  /** By the reason for which they are left out. */
  readonly skipped: Readonly<Record<string, number>>
}

/** `before`: how many the archive had, so that they were not asked for. */
export function tallyOf(results: readonly SentResult[], before: number, skipped: ReadonlyMap<string, number>): ImportTally {
  const fresh = results.filter(({ known }) => !known)
  const groups = Map.groupBy(fresh, ({ outcome }) => outcome)
  return {
    outcomes: Object.fromEntries([...groups].map(([outcome, list]) => [outcome, list.length])),
    known: before + results.length - fresh.length,
    skipped: Object.fromEntries(skipped),
  }
}

/** The bad captures with their reasons, then the articles with what they have new, then the counts. */
export function resultLines(results: readonly SentResult[], tally: ImportTally): string[] {
  const bad = results.filter(({ known, outcome }) => !known && outcome !== 'created' && outcome !== 'unchanged')
  const rows = bad.map(({ captured_at, outcome, address, evidence }) => {
    const because = evidence
      .filter(({ rule }) => rule !== 'imported_from')
      .map(({ rule, text }) => (text ? `${rule}: ${text}` : rule))
    return [captured_at, outcome, printable(address), printable(because.join('; '))]
  })
  const read = results.filter(({ known, article, version }) => !known && article !== null && version !== null)
  const articles = [...Map.groupBy(read, ({ article }) => article)].map(([article, list]) => {
    const made = list.filter(({ outcome }) => outcome === 'created').length
    return [String(article), count(made, 'new version'), count(list.length - made, 'check')]
  })
  return [...columns(rows), ...columns(articles), tallyLine(tally)]
}

function tallyLine({ outcomes, known, skipped }: ImportTally): string {
  const recorded = Object.entries(outcomes).map(([outcome, n]) => `${n} ${outcome}`)
  const parts = [...(recorded.length > 0 ? recorded : ['nothing new']), ...(known > 0 ? [`${known} known before`] : [])]
  return [...parts, ...Object.entries(skipped).map(leftOut)].join(', ')
}

const leftOut = ([reason, n]: readonly [string, number]): string => `${n} left out (${reason})`

/** The pages that would be imported: a line an address. */
export function planLines(captures: readonly FoundCapture[], known: number, skipped: ReadonlyMap<string, number>): string[] {
  const rows = [...Map.groupBy(captures, ({ url }) => url)].map(([url, list]) => [
    printable(url),
    count(list.length, 'capture'),
    `${list[0]?.capturedAt ?? ''} to ${list.at(-1)?.capturedAt ?? ''}`,
  ])
  const parts = [`${count(captures.length, 'capture')} to import`, ...(known > 0 ? [`${known} known before`] : [])]
  return [...columns(rows), [...parts, ...[...skipped].map(leftOut)].join(', ')]
}
