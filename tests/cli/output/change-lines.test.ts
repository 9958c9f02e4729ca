import { describe, expect, it } from 'vitest'
import { changeLines } from '../../../src/cli/output/change-lines.ts'

it.each([
  [{ from: 60, to: 90, unit: 'minutes' }, '60 → 90 minutes'],
  [{ from: null, to: 4, unit: null }, '? → 4'],
  [{ from: 3, to: 3, unit: null, from_unit: 'USD', to_unit: 'EUR' }, '3 USD → 3 EUR'],
])('prints the amounts %j as %s', (amount, text) => {
  const change = {
    id: 17,
    kinds: ['number_changed' as const],
    detail: { number_changed: [amount] },
    acknowledged: false,
    before: [],
    after: [],
    retracts: null,
  }
  expect(changeLines(change, (_, plain) => plain)).toEqual([`number_changed (${text})`])
})

const paint = (format: string, text: string) => (format === 'inverse' ? `[${text}]` : text)
const side = (exact: string, claim: number, label: string, text = exact) => ({
  exact,
  wordings: [{ claim, label, human_label: null, text, spans: [] }],
})
type Side = ReturnType<typeof side>
const change = (id: number | null, before: Side[], after: Side[]) =>
  ({ id, kinds: ['softened'], detail: {}, acknowledged: false, retracts: null, before, after }) as never

describe('the claims of a change', () => {
  it.each([
    ['its id', [change(17, [side('It will.', 3, 'It will')], [side('It may.', 3, 'It may')])], ['claim 3, change 17  It may']],
    ['no id between versions that are no neighbours', [change(null, [], [side('It may.', 3, 'It may')])], ['claim 3  It may']],
    ['a claim that is gone', [change(17, [side('It will.', 3, 'It will')], [])], ['claim 3, change 17  It will']],
    [
      'one claim in place of another',
      [change(17, [side('It will.', 3, 'It will')], [side('It has.', 4, 'It has')])],
      ['claim 3, change 17  It will: “It will.”', 'claim 4, change 17  It has: “It has.”'],
    ],
    [
      'two claims of one sentence, each with its words',
      [
        change(17, [], [side('It may, but he will.', 3, 'It may', 'It may')]),
        change(18, [], [side('It may, but he will.', 4, 'Lee will', 'he will')]),
      ],
      ['claim 3, change 17  It may', 'claim 4, change 18  Lee will: “he will”'],
    ],
  ])('%s', (_, edit, lines) => {
    const [first] = edit
    expect(changeLines(first as never, paint, edit).filter((line) => line.startsWith('  claim'))).toEqual(
      lines.map((line) => `  ${line}`),
    )
  })
})

describe('the words that differ', () => {
  it.each([
    [
      'in a pair',
      ['It will sail on Friday.'],
      ['It may sail on Friday.'],
      ['- It [will] sail on Friday.', '+ It [may] sail on Friday.'],
    ],
    [
      'where words are added',
      ['It sails on Friday.'],
      ['It sails late on Friday.'],
      ['- It sails on Friday.', '+ It sails [late ]on Friday.'],
    ],
    [
      'not in sentences with little in common',
      ['It will sail.'],
      ['Nobody was hurt at all.'],
      ['- It will sail.', '+ Nobody was hurt at all.'],
    ],
    [
      'not where one sentence became two',
      ['It sank and burnt.'],
      ['It sank.', 'It burnt.'],
      ['- It sank and burnt.', '+ It sank.', '+ It burnt.'],
    ],
    ['not where nothing was before', [], ['It sank.'], ['+ It sank.']],
  ])('are marked %s', (_, before, after, lines) => {
    const sides = (texts: string[]) => texts.map((text) => side(text, 1, 'x'))
    const shown = changeLines(change(1, sides(before), sides(after)), paint).filter((line) => /^ {2}[-+]/.test(line))
    expect(shown).toEqual(lines.map((line) => `  ${line}`))
  })
})
