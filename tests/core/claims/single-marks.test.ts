import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

/** "source | content | quotation" of each attribution. */
function quoted(text: string): string[] {
  const words = (spans: readonly (readonly [number, number])[]) => spans.map((span) => text.slice(...span)).join(' … ')
  return statementsOf(text, false)
    .filter(({ source }) => source.kind !== 'author')
    .map(({ source, content, quotation }) => `${words(source.spans)} | ${words(content)} | ${quotation}`)
}

describe('quotations in single marks', () => {
  it.each([
    ["'We will mend it,' the mayor said.", ["the mayor | 'We will mend it,' | direct"]],
    ['‘We will mend it,’ said Orla Quist.', ['Orla Quist | ‘We will mend it,’ | direct']],
    ["'The wall,' Ms Quist said, 'never held.'", ["Ms Quist | 'The wall,' … 'never held.' | direct"]],
    ["Ms Quist said: 'The wall held.'", ["Ms Quist | 'The wall held.' | direct"]],
    ["The mayor said the wall was 'a wreck'.", ["The mayor | the wall was 'a wreck' | mixed"]],
    ["'Nobody in town believes it will hold,' he said.", ["he | 'Nobody in town believes it will hold,' | direct"]],
    ["'The firms' plan won't hold,' Mr Roe said.", ["Mr Roe | 'The firms' plan won't hold,' | direct"]],
    ["'Who broke it?' the judge asked.", ["the judge | 'Who broke it?' | direct"]],
    ['"He cried \'run\' and we ran," said Bo Hale.', ['Bo Hale | "He cried \'run\' and we ran," | direct']],
    ["The boys' boots weren't found, the teacher said.", ["the teacher | The boys' boots weren't found | indirect"]],
    ["The band's record, 'Salt Weir', sold well in the '90s.", []],
    ["It's the firms' plan, and the unions' answer, that don't fit.", []],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected))
})
