import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/core/claims/statements.ts'

/** The first attributed content. */
const content = (text: string) => {
  const found = statementsOf(text, false).find(({ source }) => source.kind !== 'author')
  return found?.content.map((span) => text.slice(...span)).join(' … ')
}

describe('a clause ends', () => {
  it.each([
    ['with the sentence', 'Lee said the dam was old and the wall was new.', 'the dam was old and the wall was new'],
    ['at a semicolon', 'Lee said the dam was old; the crew went home.', 'the dam was old'],
    ['at a closing bracket', 'The dam (which Lee said was old (and wet) for years) held.', 'was old (and wet) for years'],
    ['at a dash and an article', 'Lee said the dam was old — a view few share.', 'the dam was old'],
    ['at “, which”', 'Lee said the dam was old, which few knew.', 'the dam was old'],
    ['at “, but”', 'Lee said the dam was old, but the crew went home.', 'the dam was old'],
    ['at another cue', 'Lee said the dam was old and added that it leaked.', 'the dam was old'],
    ['at another speaker', 'Lee said the dam was old, and two others said it leaked.', 'the dam was old'],
    ['at a participle', 'Lee said the dam was old, adding that it leaked.', 'the dam was old'],
    ['not at a comparison', 'Lee said the dam was old, compared with the wall.', 'the dam was old, compared with the wall'],
    ['at a second predicate that reports', 'Lee said the dam was old, called the wall weak and left.', 'the dam was old'],
    ['not at “, but also”', 'Lee said the dam was old, but also dry.', 'the dam was old, but also dry'],
    ['not at “, but that”', 'Lee said it was old, but that it would hold.', 'it was old, but that it would hold'],
    ['not at a verb of feeling', 'Lee said she was tired and wanted a rest.', 'she was tired and wanted a rest'],
    ['not at a dash and “and”', 'Lee said the dam — and the wall — held.', 'the dam — and the wall — held'],
    ['at a dash and “and” that opens no aside', 'Lee praised the dam — and left.', 'the dam'],
    ['at the comma of an opening clause', 'But while Lee says the dam is old, it holds.', 'the dam is old'],
    ['not inside a quotation', 'Lee said the dam was “old, but dry.”', 'the dam was “old, but dry.”'],
  ])('%s', (_, text, expected) => expect(content(text)).toBe(expected))
})

describe('an infinitive ends', () => {
  it.each([
    ['with the sentence', 'Lee vowed to mend the dam after the rain.', 'to mend the dam after the rain'],
    ['at a comma and an article', 'Lee vowed to mend the dam, the oldest in town.', 'to mend the dam'],
  ])('%s', (_, text, expected) => expect(content(text)).toBe(expected))
})

describe('a noun phrase ends', () => {
  it.each([
    ['with what it is about', 'Lee criticised the plan for the dam.', 'the plan for the dam'],
    ['at a comma', 'Lee criticised the plan, a costly one.', 'the plan'],
    ['not in a list', 'Lee criticised the plan, the crew and the mayor.', 'the plan, the crew and the mayor'],
    ['not at a colon', 'Lee praised one way out: a new dam.', 'one way out: a new dam'],
    ['not at a comma and a quotation', 'Lee opposed the plan, “a folly,” and the tax.', 'the plan, “a folly,” and the tax'],
    ['not at what it includes', 'Lee backed the works, including the dam.', 'the works, including the dam'],
    ['not at what it is taken as', 'Lee dismissed the plan as a costly one.', 'the plan as a costly one'],
    [
      'not in a relative clause without its pronoun',
      'Lee stood by remarks she had made on the dam.',
      'remarks she had made on the dam',
    ],
    ['not at “being”', 'Lee criticised the crew for being late.', 'the crew for being late'],
    ['at a second participle', 'The mayor was praising Lee and urging her to stay.', 'Lee'],
    ['at a second predicate', 'Lee criticised the plan and left.', 'the plan'],
    ['at a clause after “after”', 'Lee criticised the plan after the vote was held.', 'the plan'],
    ['at an occasion', 'Lee criticised the plan in an interview.', 'the plan'],
    ['at a day', 'Lee criticised the plan on Monday.', 'the plan'],
    ['at the verb of the main clause', 'Voters who support Lee are few.', 'Lee'],
  ])('%s', (_, text, expected) => expect(content(text)).toBe(expected))
})

describe('a content after which the cue stands begins', () => {
  it.each([
    ['past a connective', 'Still, the dam is old, Lee said.', 'the dam is old'],
    ['past a dateline', 'BRANT, March 3 (Coast Wire) — The dam is old, Lee said.', 'The dam is old'],
    ['at an opening clause', 'If it rains, the dam will leak, Lee said.', 'If it rains, the dam will leak'],
  ])('%s', (_, text, expected) => expect(content(text)).toBe(expected))
})
