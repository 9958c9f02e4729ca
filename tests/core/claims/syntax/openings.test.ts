import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

/** "source | content | dates" of each statement; "-" for none. */
function told(text: string): string[] {
  const words = (spans: readonly (readonly [number, number])[]) => spans.map((span) => text.slice(...span)).join(' … ') || '-'
  return statementsOf(text, false).map(
    ({ source, content, dates }) =>
      `${words(source.spans)} | ${words(content)} | ${words(dates.map(({ start, end }) => [start, end] as const))}`,
  )
}

describe('the number of an item is no content', () => {
  it.each([
    ['1. Close the gate.', ['- | Close the gate. | -']],
    ['2) The mayor said it would hold.', ['The mayor | it would hold | -']],
    ['(a) The roads are open.', ['- | The roads are open. | -']],
    ['iv. The roads are open.', ['- | The roads are open. | -']],
    ['• The roads are open.', ['- | The roads are open. | -']],
    ['12. It would hold, the mayor said.', ['the mayor | It would hold | -']],
    ['12 boats sank.', ['- | 12 boats sank. | -']],
    ['A. Quist left.', ['- | A. Quist left. | -']],
    ['(AP) The roads are open.', ['- | (AP) The roads are open. | -']],
    ['3.', ['- | 3. | -']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))

  it('counts nothing', () => expect(statementsOf('3. Two boats sank.', false)[0]?.quantities).toMatchObject([{ value: 2 }]))
})

describe('the time of a live report is no content', () => {
  it.each([
    ['10:42 a.m. The mayor said the dam held.', ['The mayor | the dam held | -']],
    ['10:42 a.m. Police closed the bridge.', ['- | Police closed the bridge. | 10:42 a.m.']],
    ['10:42am: Police closed the bridge.', ['- | Police closed the bridge. | 10:42am']],
    ['9pm Police closed the bridge.', ['- | Police closed the bridge. | 9pm']],
    ['11:03 — two boats sank.', ['- | two boats sank. | 11:03']],
    ['[14:05 GMT] Crews are leaving, the ministry said.', ['the ministry | Crews are leaving | -']],
    ['11:03 is when it sank.', ['- | 11:03 is when it sank. | 11:03']],
    ['4 p.m. Tuesday is the last day.', ['- | 4 p.m. Tuesday is the last day. | 4 p.m. … Tuesday']],
    ['10:42 a.m.', ['- | 10:42 a.m. | 10:42 a.m']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('a dateline is no content', () => {
  it.each([
    ['BRANT, March 3 (Coast Wire) — The dam opened.', ['- | The dam opened. | March 3']],
    ['BRANT — The mayor said the dam opened.', ['The mayor | the dam opened | -']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))

  it('is no part of the label', () =>
    expect(statementsOf('BRANT — The mayor said it rained.', false)[0]?.label).toBe('It rained'))
})
