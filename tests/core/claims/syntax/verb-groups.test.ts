import { describe, expect, it } from 'vitest'
import { hasFiniteGroup, verbGroupsIn } from '../../../../src/core/claims/syntax/verb-groups.ts'
import { tokenize } from '../../../../src/core/claims/words/tokens.ts'

/** Each group in words, its verb in capitals, infinitives after "to". */
function groups(text: string): string[] {
  const tokens = tokenize(text)
  return verbGroupsIn(tokens).map(({ from, to, verb, infinitive }) => {
    const words = tokens.slice(from, to).map((token, i) => (from + i === verb ? token.text.toUpperCase() : token.text))
    return `${infinitive ? 'to ' : ''}${words.join(' ')}`
  })
}

describe('verb groups', () => {
  it.each([
    ['The dam held.', ['HELD']],
    ['The dam has not yet been mended.', ['has not yet been MENDED']],
    ['The dam was not old.', ['WAS not']],
    ["The dam isn't old.", ["ISN'T"]],
    ['The dam will hold.', ['will HOLD']],
    ['They want to mend it.', ['WANT', 'to MEND']],
    ['She is willing to quickly mend it.', ['IS', 'to MEND'].map((g) => g).toSpliced(0, 1, 'is WILLING')],
    ['The closed gate fell.', ['FELL']],
    ["They 're there.", ["'RE"]],
    ["They ca n't leave.", ["ca n't LEAVE"]],
    ['Rain in the north', []],
  ])('%s', (text, expected) => expect(groups(text)).toEqual(expected))

  it('tells whether a stretch holds a finite verb', () => {
    const tokens = tokenize('They left to mend the dam')
    const found = verbGroupsIn(tokens)
    expect([hasFiniteGroup(found, 0, 3), hasFiniteGroup(found, 2, 6)]).toEqual([true, false])
  })
})
