import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/core/analysis.ts'
import type { Analysis } from '../../../src/core/article.ts'
import { keepDates } from '../../../src/core/changes/keep-dates.ts'

const SANK = 'The barge was lost on Tuesday.'
const RAISED = 'The barge was raised on Tuesday.'

/** The 11th, 18th and 25th of March 2025 were Tuesdays. */
const on = (day: number | null, body: string, title = ''): Analysis =>
  analyze({ title, body, publishedAt: day === null ? null : `2025-03-${day}T12:00:00.000Z` })
const days = ({ claims }: Analysis) => claims.map(({ reading }) => reading.dates.map((date) => date?.slice(-2)).join())

describe('keepDates', () => {
  it.each([
    ['what stands means what it meant', on(12, SANK), on(19, `${RAISED} ${SANK}`), ['18', '11']],
    ['what was not known stays unknown', on(null, SANK), on(19, `${SANK} ${RAISED}`), ['', '18']],
    ['each time that it stands there', on(12, SANK), on(19, `${SANK} ${RAISED} ${SANK}`), ['11', '18', '11']],
    ['a headline is another sentence', on(12, SANK, RAISED), on(19, RAISED, SANK), ['18', '18']],
    ['an edited sentence is new', on(12, SANK), on(19, SANK.replace('barge', 'boat')), ['18']],
  ])('%s', (_, before, next, expected) => {
    expect(days(keepDates(before, next))).toEqual(expected)
    expect(keepDates(null, next)).toEqual(next)
  })

  it('keeps all else of the later version', () => {
    const [before, next] = [on(12, SANK), on(12, `${RAISED} ${SANK}`)]
    expect(keepDates(before, next)).toEqual(next)
  })
})
