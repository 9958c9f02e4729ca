/** A label tells the main clause, whatever opens the sentence. */
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

const labels = (text: string) => statementsOf(text, false).map(({ label }) => label)

describe('an opening phrase or reduced clause is no label', () => {
  it.each([
    ['At 7.4 percent, the local jobless rate is well below its peak.', 'Local jobless rate is well below its peak'],
    ['At times, Mr. Sell underplays the mayor’s success.', 'Sell underplays mayor’s success'],
    ['If elected, she would close the mine.', 'She would close mine if elected'],
    ['If confirmed, the find would be the oldest yet.', 'Find would be the oldest yet if confirmed'],
    ['All told, the group raised $4 million in May.', 'Group raised $4 million in May'],
    ['In doing so, he helped the banks.', 'He helps banks'],
    ['Led by Ms. Orr, the crowd marched to the town hall.', 'Crowd marches to town hall'],
    ['Founded in 1920, the mill closed in May.', 'Mill closed in May'],
    ['Thanks to his latest film, Nia Vell can add a new prize to her list.', 'Nia Vell can add new prize to her list'],
    ['Compared with last year, sales of tea rose 4 percent.', 'Sales of tea rise 4 percent'],
    ['Had the police found the letters, they might have stopped him.', 'They might have stopped him had police found letters'],
    ['Retired Gen. John Alder led the troops.', 'Retired Gen. John Alder leads troops'],
    ['Being old, the dam was closed.', 'Dam was closed'],
  ])('%s', (text, expected) => {
    const found = labels(text)
    expect(found.slice(0, 1)).toEqual([expected])
  })
})

describe('a participle set apart by commas is not the verb', () => {
  it.each([
    ['The news, provided to the Post by two clerks, comes at a bad time.', ['News comes at bad time']],
    ['The moon, known as Tavira, is thought to be wide.', ['Moon thought to be wide']],
    ['The team, led by Ann Roe, found traces of salt.', ['Team finds traces of salt']],
    ['The mayor, a nurse, voted in May.', ['Mayor voted in May']],
    ['The mayor, a nurse, led in the polls.', ['Mayor leads in polls']],
    ['Ann Lee, the mayor, was elected in May.', ['Ann Lee elected in May']],
  ])('%s', (text, expected) => expect(labels(text)).toEqual(expected))
})
