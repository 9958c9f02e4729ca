/** Values without their words: as long as they were, so that what counts offsets stays true. */
import { type PackedStatement, packStatement, unpackStatement } from '../sql/packed-statement.ts'
import type { Placing } from '../sql/packing.ts'
import type { ReviewDetail } from '../sql/standing-reviews.ts'

const BLOCK = '█'

/** A sentence of so many UTF-16 units that tells nothing. Its id makes it differ from others, so that a text leads to its row. */
export const redactedSentence = (id: number, length: number): string => `${id}${BLOCK.repeat(length)}`.slice(0, length)

/** A text in which only white space and the sentences that stay are left. `headline`: the title; else the body. */
export function redactedText(
  text: string,
  placings: readonly Placing[],
  erased: ReadonlySet<number>,
  headline: boolean,
): string {
  let [made, at] = ['', 0]
  for (const [zone, start, end, id] of placings) {
    if ((zone === 0) !== headline) continue
    made += blank(text.slice(at, start)) + (erased.has(id) ? redactedSentence(id, end - start) : text.slice(start, end))
    at = end
  }
  return made + blank(text.slice(at))
}

const blank = (text: string): string => text.replace(/\S/g, BLOCK)

/** The column of a statement without its words and values: its spans, rules and certainty stay. */
export function redactedStatement(column: string): string {
  const statement = unpackStatement(JSON.parse(column) as PackedStatement)
  const { cue } = statement
  return JSON.stringify(
    packStatement({ ...statement, label: '', cue: cue && { ...cue, lemma: '' }, quantities: [], dates: [] }),
  )
}

/** The column of a reading without its names, dates and label. */
export function redactedReading(column: string): string {
  const [, kind, source] = JSON.parse(column) as [unknown, number, unknown]
  return JSON.stringify(source === undefined ? [null, kind] : [null, kind, source])
}

/** The detail of a change: only what decides whether it is shown. */
export function redactedDetail(column: string): string {
  const { restored } = JSON.parse(column) as { restored?: unknown }
  return JSON.stringify(restored === undefined ? {} : { restored })
}

/** The detail of a review without its words. */
export function redactedReview(column: string): string {
  const { label, exact, added, ...detail } = JSON.parse(column) as ReviewDetail
  const statement =
    added && unpackStatement(JSON.parse(redactedStatement(JSON.stringify(packStatement(added.statement)))) as PackedStatement)
  return JSON.stringify({
    ...detail,
    ...(label !== undefined && { label: '' }),
    ...(exact !== undefined && { exact: '' }),
    ...(added && statement && { added: { ...added, statement, name: null } }),
  })
}
