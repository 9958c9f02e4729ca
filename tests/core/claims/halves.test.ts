import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

/** "level content" of each claim, "not" before a negative one, "author" before the article's own. */
const told = (text: string): string[] =>
  statementsOf(text, false).map(({ source, certainty: { level, polarity }, content }) => {
    const words = content.map((span) => text.slice(...span)).join(' … ')
    return `${source.kind === 'author' ? 'author ' : ''}${polarity === 'negative' ? 'not ' : ''}${level}: ${words}`
  })

describe('a second half that is less sure or of another polarity has its own words', () => {
  it.each([
    ['Orr said that two men left and that one may return.', ['certain: that two men left', 'possible: one may return']],
    [
      'Orr said that three men had been inside and that they had almost certainly been there before.',
      ['certain: that three men had been inside', 'probable: they had almost certainly been there before'],
    ],
    [
      'She said the plan was too big to fail and might be sold instead.',
      ['certain: the plan was too big to fail', 'possible: might be sold instead'],
    ],
    [
      'He told MPs that the fund was healthy and that payments were not at risk.',
      ['certain: that the fund was healthy', 'not certain: payments were not at risk'],
    ],
    [
      '“Shoppers are careful, and we do not see that ending before next spring,” Hale said.',
      [
        'certain: “Shoppers are careful, and we do not see that ending before next spring,”',
        'not certain: we do not see that ending before next spring',
      ],
    ],
    [
      'The union said that the deal was fair and that members would vote in June.',
      ['certain: that the deal was fair and that members would vote in June'],
    ],
    ['Hale said the band was cheap and cheerful.', ['certain: the band was cheap and cheerful']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('what holds now although something is believed is the author’s', () => {
  it.each([
    [
      'Police think the van was used, although tests have yet to prove it.',
      ['probable: the van was used', 'author not certain: although tests have yet to prove it'],
    ],
    [
      'Hale said the road was safe, although two cars had left it.',
      ['certain: the road was safe, although two cars had left it'],
    ],
    ['Hale says he is well, although he is tired.', ['certain: he is well, although he is tired']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('what belongs to a content', () => {
  it.each([
    ['Officials have confirmed 87 cases of flu since the start of May.', ['certain: 87 cases of flu since the start of May']],
    ['The agency advises anyone with a cough to stay at home.', ['probable: anyone with a cough to stay at home']],
    ['The council warned residents not to drink the water.', ['not probable: residents not to drink the water']],
    [
      'The firm paid the 40 percent that the union says is fair.',
      ['author certain: The firm paid the 40 percent that the union says is fair', 'certain: is fair'],
    ],
    [
      'Staff walked out in the first strike to hit the town in years, leaving parents hunting for care and the two sides apart.',
      [
        'author certain: Staff walked out in the first strike to hit the town in years, leaving parents hunting for care and the two sides apart.',
      ],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('what says nothing is no claim of its own', () => {
  it.each([
    ['The court had alleged that he took it.', ['certain: that he took it']],
    [
      'She refused to say whether he would stay, or whether he would be paid.',
      ['not certain: to say whether he would stay, or whether he would be paid'],
    ],
    [
      'Nobody should conclude from one case that it is over, she said.',
      ['not possible: Nobody should conclude from one case that it is over'],
    ],
    [
      'The board, which must approve any sale, met.',
      ['author certain: The board … met.', 'author probable: which must approve any sale'],
    ],
    ['Hale described a different scene.', ['author certain: Hale described a different scene.']],
    ['The mayor sees it differently.', ['author certain: The mayor sees it differently.']],
    ['Police described the scene as chaotic.', ['certain: the scene as chaotic']],
    ['But a guard, who asked not to be named, said that the alarm was off.', ['certain: that the alarm was off']],
    ['The driver, who declined to give his name, said he was tired.', ['certain: he was tired']],
    ['Asked whether he would meet the union, he said he was willing.', ['certain: he was willing']],
    ['Asked whether it rained.', ['unknown: whether it rained']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})
