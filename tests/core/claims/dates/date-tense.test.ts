import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'

/** A Wednesday. */
const PUBLISHED = '2024-05-15T09:00:00Z'

/** The days that the sentence's claims name, each once. */
const days = (text: string) => {
  const { claims } = analyze({ title: '', body: text, publishedAt: PUBLISHED })
  return [...new Set(claims.flatMap(({ statement, reading }) => statement.dates.map((_, i) => reading.dates[i] ?? null)))]
}

describe('a weekday in a clause of the past', () => {
  it.each([
    ['The singer died on Monday.', ['2024-05-13']],
    ['On Monday the mill was closed by its owner.', ['2024-05-13']],
    ['The pier sank on Friday with two boats.', ['2024-05-10']],
    ['She quit on Monday.', ['2024-05-13']],
    ['The mill has been shut since Monday.', ['2024-05-13']],
    ['They had left on Sunday.', ['2024-05-12']],
    ['Did he resign on Friday?', ['2024-05-10']],
    ['The shop that opened on Monday will close.', ['2024-05-13']],
    ['The cut announced on Monday will cost 40 jobs.', ['2024-05-13']],
    ['The crew failed to leave on Monday.', ['2024-05-13']],
    ['He is believed to have died on Friday.', ['2024-05-10']],
    ['The boat, which sank on Friday, will be raised.', ['2024-05-10']],
    ['They could have left on Friday.', ['2024-05-10']],
    ['The mill is shut after a fire on Monday.', ['2024-05-13']],
    ['“We lost the vote on Monday,” Ann Lee said.', ['2024-05-13']],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected))
})

describe('a weekday in a clause of the future', () => {
  it.each([
    ['The winner will be named on Friday.', ['2024-05-17']],
    ['On Friday the winner will be named.', ['2024-05-17']],
    ['Doctors are expected to strike on Monday.', ['2024-05-20']],
    ['The council is due to vote on Thursday.', ['2024-05-16']],
    ['The council plans to vote on Thursday.', ['2024-05-16']],
    ['The council has arranged to vote on Thursday.', ['2024-05-16']],
    ['The fair opens on Saturday.', ['2024-05-18']],
    ['They are meeting on Saturday.', ['2024-05-18']],
    ['The deadline is Friday.', ['2024-05-17']],
    ['The match planned for Sunday has been moved.', ['2024-05-19']],
    ['The ship that left Brant will arrive on Monday.', ['2024-05-20']],
    ['Ann Lee said the vote would be held on Friday.', ['2024-05-17']],
    ['The mill, which was closed, will reopen on Monday.', ['2024-05-20']],
    ['The talks may begin on Friday.', ['2024-05-17']],
    ['He was told that the shop would open on Monday.', ['2024-05-20']],
    ["They won't leave on Friday.", ['2024-05-17']],
    ['The bus fare must be paid by Friday.', ['2024-05-17']],
    ['The crew will leave this Friday.', ['2024-05-17']],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected))
})

describe('two clauses', () => {
  it.each([
    ['She resigned on Monday and will leave on Friday.', ['2024-05-13', '2024-05-17']],
    ['The bill that passed on Monday will be signed on Friday.', ['2024-05-13', '2024-05-17']],
  ])('%s', (text, expected) => expect(days(text).sort()).toEqual(expected))
})

describe('an open tense', () => {
  it.each([
    'They hurried to meet on Friday.',
    'The vote was due on Friday.',
    'He was expected to leave on Friday.',
    'A strike on Friday.',
    'The blast on Friday is the third of its kind.',
    'No one could be reached on Friday.',
    'The crew will leave next Friday.',
  ])('%s', (text) => expect(days(text)).toEqual([null]))
})

describe('from one day to another', () => {
  it.each([
    ['The fair will run from Monday to Friday.', ['2024-05-20', '2024-05-24']],
    ['The fair runs from Thursday to Sunday.', ['2024-05-16', '2024-05-19']],
    ['The fair will run from Friday until Monday.', ['2024-05-17', '2024-05-20']],
    ['The fair ran from Monday to Friday.', ['2024-05-06', '2024-05-10']],
    ['The fair will run between Friday and Sunday.', ['2024-05-17', '2024-05-19']],
    ['The fair will run Thursday through Sunday.', ['2024-05-16', '2024-05-19']],
    ['The road was shut from Sunday to Tuesday.', ['2024-05-12', '2024-05-14']],
    ['The fair will run from November to February.', ['2024-11', '2025-02']],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected))
})
