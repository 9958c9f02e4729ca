import { describe, expect, it } from 'vitest'
import { quotationsIn } from '../../../src/core/text/quotations.ts'

describe('quotationsIn', () => {
  it.each([
    ['“Yes,” she said. “No.”', ['“Yes,”', '“No.”']],
    ['"Yes," she said. "No."', ['"Yes,"', '"No."']],
    ["''Yes,'' she said.", ["''Yes,''"]],
    ['„Ja“, sagte er.', ['„Ja“']],
    ['« Oui », dit-il.', ['« Oui »']],
    ['She said “yes and left.', ['“yes and left.']],
    ['“Yes. “No.”', ['“No.”']],
    ['It is 5" wide.', []],
    ['It rained,” she said. “We left.”', ['It rained,”', '“We left.”']],
    ['""', []],
    ['none', []],
  ])('%s', (text, expected) => {
    expect(quotationsIn(text).map((span) => text.slice(...span))).toEqual(expected)
  })

  it.each([
    ["'We sell,' he said.", ["'We sell,'"]],
    ['‘We sell,’ he said.', ['‘We sell,’']],
    ["'We sell,' he said, 'at last.'", ["'We sell,'", "'at last.'"]],
    ["It rained. 'We don't know,' she said.", ["'We don't know,'"]],
    ["He called the roads 'in a mess'.", ["'in a mess'"]],
    ["The 'miracle' cure (‘balm’) – 'a fraud' – sold out.", ["'miracle'", '‘balm’', "'a fraud'"]],
    ["'The firms' plan is bad,' he said.", ["'The firms' plan is bad,'"]],
    ['‘The Joneses’ goat ate O’Hara’s hat,’ he said.', ['‘The Joneses’ goat ate O’Hara’s hat,’']],
    ["'I was goin' home,' he said.", ["'I was goin' home,'"]],
    ["'12 people died,' he said.", ["'12 people died,'"]],
    ["'£5m will go,' he said.", ["'£5m will go,'"]],
    ['\'He called it "mad" and left,\' she said.', ['\'He called it "mad" and left,\'']],
    ['"He called it \'mad\' and left," she said.', ['"He called it \'mad\' and left,"']],
    ["Officers 'cut corners' and lied.", ["'cut corners'"]],
    ["'Miracle babies' doctor dies", ["'Miracle babies'"]],
    ["The firms' plan and the unions' answer don't meet.", []],
    ["In the '90s rock 'n' roll died; give 'em the summer of '69.", []],
    ["They 're late and the firm 's plan is O'Hara's.", []],
    ["The boys' goats' horns' ends.", []],
    ["'We sell. It's over.", ["'We sell. It's over."]],
    ["She said: 'We sell. It's over.", ["'We sell. It's over."]],
    ["It's over,' she said. 'We sell.'", ["It's over,'", "'We sell.'"]],
  ])('single marks: %s', (text, expected) => {
    expect(quotationsIn(text).map((span) => text.slice(...span))).toEqual(expected)
  })

  it('may leave out what is never closed', () => {
    expect(quotationsIn('She said “yes and left.', false)).toEqual([])
    expect(quotationsIn('It rained,” she said.', false)).toEqual([])
  })
})
