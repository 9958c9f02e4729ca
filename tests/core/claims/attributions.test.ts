import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/core/claims/statements.ts'

/** "source | cue | content" of each attribution; "-" for none. */
function told(text: string, headline = false): string[] {
  const words = (spans: readonly (readonly [number, number])[]) => spans.map((span) => text.slice(...span)).join(' … ') || '-'
  return statementsOf(text, headline)
    .filter(({ source }) => source.kind !== 'author')
    .map(({ source, cue, content }) => `${words(source.spans)} | ${words(cue?.spans ?? [])} | ${words(content)}`)
}

describe('the cue stands after', () => {
  it.each([
    ['The dam will hold, the engineer said.', ['the engineer | said | The dam will hold']],
    ['The dam will hold, said Orla Quist, the engineer.', ['Orla Quist, the engineer | said | The dam will hold']],
    ['“The dam will hold,” Ms. Quist said on Friday.', ['Ms. Quist | said | “The dam will hold,”']],
    ['"We came. We saw," said Orla Quist.', ['Orla Quist | said | "We came. We saw,"']],
    ['The dam will hold, Orla Quist, the engineer, told reporters.', ['Orla Quist, the engineer | told | The dam will hold']],
    ['But the dam will hold, she said.', ['she | said | the dam will hold']],
    [
      'The dam, which is old, will hold, an official briefed on the plan said.',
      ['an official briefed on the plan | said | The dam, which is old, will hold'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('the cue stands between', () => {
  it.each([
    ['“The dam,” she said, “will hold.”', ['she | said | “The dam,” … “will hold.”']],
    ['The dam, Ms. Quist said, is older than the town.', ['Ms. Quist | said | The dam … is older than the town']],
    ['However, he said, the dam is old.', ['he | said | the dam is old']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('all in capitals', () => {
  it.each([
    ['THE MAYOR SAID THE DAM WOULD HOLD.', ['THE MAYOR | SAID | THE DAM WOULD HOLD']],
    ['TWO ROADS ARE CLOSED, ORLA QUIST SAID.', ['ORLA QUIST | SAID | TWO ROADS ARE CLOSED']],
    ['ORLA QUIST VOWED TO STAY.', ['ORLA QUIST | VOWED | TO STAY']],
    ['US SAYS TALKS MAY GO ON', ['US | SAYS | TALKS MAY GO ON']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))

  it('tells who is named', () =>
    expect(
      ['THE MAYOR SAID IT HELD.', 'ORLA QUIST SAID IT HELD.'].map((text) => statementsOf(text, false)[0]?.source.kind),
    ).toEqual(['unnamed', 'named']))
})

describe('according to', () => {
  it.each([
    [
      'The dam is old, according to a report by Hale Institute.',
      ['a report by Hale Institute | according to | The dam is old'],
    ],
    ['According to Ms. Quist, the dam is old.', ['Ms. Quist | According to | the dam is old']],
    ['They built it in accordance with the law.', []],
    [
      'He left in May, in accordance with two people who know him.',
      ['two people who know him | in accordance with | He left in May'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

/** The source of the first attribution whose cue is `cue`. */
const sourceOf = (text: string, cue: string) => {
  const found = statementsOf(text, false).find(
    (statement) => statement.cue && text.slice(...(statement.cue.spans[0] ?? [0, 0])) === cue,
  )
  return found?.source.spans.map((span) => text.slice(...span)).join(' … ')
}

describe('whose cue it is', () => {
  it.each([
    [
      'past asides with a place',
      'Ms. Quist, at a meeting in Brant, Ohio, said it held.',
      'said',
      'Ms. Quist, at a meeting in Brant, Ohio',
    ],
    [
      'past a relative clause',
      'Ms. Quist, who lost a barn in the flood in Brant, Ohio, said it held.',
      'said',
      'Ms. Quist, who lost a barn in the flood in Brant, Ohio',
    ],
    [
      'past a number and a clause',
      'Orla Quist, 58, who lives in Brant, says it held.',
      'says',
      'Orla Quist, 58, who lives in Brant',
    ],
    [
      'past a title in quotation marks',
      'Orla Quist, host of “Morning Tide,” said it held.',
      'said',
      'Orla Quist, host of “Morning Tide',
    ],
    ['past a day and its part', 'The engineer on Friday evening said it held.', 'said', 'The engineer'],
    ['not a clause that opens', 'The dam held, Orla Quist, the engineer, said.', 'said', 'Orla Quist, the engineer'],
    ['who issued a statement', 'The town issued a statement saying it held.', 'saying', 'The town'],
    ['who goes on', 'Mr. Hale spent most of the trip blaming the crew.', 'blaming', 'Mr. Hale'],
    ['a subject of the participle alone', 'The vote was close, with Mr. Hale calling it a farce.', 'calling', 'Mr. Hale'],
    ['not one told of', 'Mr. Hale came close to a promise that crews would stay, saying it was late.', 'saying', 'Mr. Hale'],
    [
      'not one told of, before “and”',
      'Mr. Hale took back his word that the dam held and blamed the crew.',
      'blamed',
      'Mr. Hale',
    ],
  ])('%s: %s', (_, text, cue, expected) => expect(sourceOf(text, cue)).toBe(expected))
})

describe('the content follows', () => {
  it.each([
    ['a clause with that', 'Ms. Quist said that the dam would hold.', ['Ms. Quist | said | that the dam would hold']],
    ['a bare clause', 'Ms. Quist said the dam would hold.', ['Ms. Quist | said | the dam would hold']],
    ['a day between', 'Ms. Quist said on Friday that the dam would hold.', ['Ms. Quist | said | that the dam would hold']],
    ['a day before', 'Ms. Quist on Friday said the dam would hold.', ['Ms. Quist | said | the dam would hold']],
    ['a person told', 'Ms. Quist told reporters that the dam would hold.', ['Ms. Quist | told | that the dam would hold']],
    ['a person told, bare', 'Ms. Quist told the council it was old.', ['Ms. Quist | told | it was old']],
    ['a quotation', 'Ms. Quist said: “The dam will hold.”', ['Ms. Quist | said | “The dam will hold.”']],
    ['a question', 'He asked whether the dam would hold.', ['He | asked | whether the dam would hold']],
    ['an infinitive', 'The mayor vowed to mend the dam.', ['The mayor | vowed | to mend the dam']],
    ['an object and an infinitive', 'The mayor urged them to leave.', ['The mayor | urged | them to leave']],
    ['a noun phrase', 'The mayor criticised the plan on Monday.', ['The mayor | criticised | the plan']],
    ['a phrase as cue', 'The mayor called for a new dam.', ['The mayor | called for | a new dam']],
    [
      'an adjective',
      'The mayor was confident that the dam would hold.',
      ['The mayor | was confident | that the dam would hold'],
    ],
    [
      'two cues',
      'The mayor praised the crew and said the dam would hold.',
      ['The mayor | praised | the crew', 'The mayor | said | the dam would hold'],
    ],
    ['a participle', 'The mayor left, saying the dam would hold.', ['The mayor | saying | the dam would hold']],
    ['a relative clause', 'Lee, who says the dam is old, left town.', ['who | says | the dam is old']],
    ['before the main clause', 'While Lee says the dam is old, the crew went home.', ['Lee | says | the dam is old']],
    ['a clause after it', 'Lee said the dam was old, but the crew went home.', ['Lee | said | the dam was old']],
    ['not a verb', 'The claims were old, and a said amount was paid.', []],
    ['a day inside the cue', 'The mayor called on Monday for a new dam.', ['The mayor | called on Monday for | a new dam']],
    ['officials there', 'Officials there said the dam would hold.', ['Officials | said | the dam would hold']],
    [
      'a relative clause before the verb',
      'A pilot who saw it said the dam had burst.',
      ['A pilot who saw it | said | the dam had burst'],
    ],
    [
      'an apposition before the verb',
      'The mayor of the town, Bo Hale, announced a new dam.',
      ['The mayor of the town, Bo Hale | announced | a new dam'],
    ],
    ['an estimate', 'The union put the number of homes at 40.', ['The union | put | the number of homes at 40']],
    ['a naming of oneself', 'A painter who calls himself Alex Roe left.', []],
    ['a noun after a number', 'They have two wishes that are hard to grant.', []],
    ['a hedge is no cue', 'The dam is believed to be old.', []],
    ['a reduced passive', 'A plan backed by the mayor went ahead.', []],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))
})

describe('other ways', () => {
  it.each([
    ['his claim that', 'His claim that the dam was old surprised the town.', ['His | claim | that the dam was old']],
    ['their vow to', 'Nobody heard the mayor’s vow to mend the dam.', ['the mayor’s | vow | to mend the dam']],
    ['a speaker and a colon', 'Quist: Dam will hold', ['Quist | : | Dam will hold']],
    ['a lone quotation', '“The dam will hold.”', ['- | - | “The dam will hold.”']],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))
})

describe('quotation', () => {
  it.each([
    ['“The dam will hold,” she said.', 'direct'],
    ['She said the dam would “hold for ever.”', 'mixed'],
    ['She said the dam would hold.', 'indirect'],
    ["''The dam will hold,'' she said.", 'direct'],
  ])('%s: %s', (text, quotation) => expect(statementsOf(text, false)[0]?.quotation).toBe(quotation))
})

describe('source kind', () => {
  it.each([
    ['Orla Quist said it rained.', 'named'],
    ['Orla Quist, the engineer, said it rained.', 'named'],
    ['The engineer, Orla Quist, said it rained.', 'named'],
    ['The engineer, a friend, said it rained.', 'unnamed'],
    ['The finance ministry said it rained.', 'named'],
    ['Police said it rained.', 'named'],
    ['Two officials briefed on the matter said it rained.', 'unnamed'],
    ['Analysts say it rained.', 'unnamed'],
    ['She said it rained.', 'unnamed'],
    ['A report by Orla Quist said it rained.', 'document'],
    ['The statement said it rained.', 'document'],
    ['It rained.', 'author'],
  ])('%s: %s', (text, kind) => expect(statementsOf(text, false)[0]?.source.kind).toBe(kind))
})

describe('cue lemma', () => {
  it.each([
    ['She denied that it rained.', 'deny'],
    ['They thought it rained.', 'think'],
    ['She pointed out that it rained.', 'point out'],
    ['According to Lee, it rained.', 'according to'],
  ])('%s: %s', (text, lemma) => expect(statementsOf(text, false)[0]?.cue?.lemma).toBe(lemma))
})

describe('the cue follows what opens the sentence', () => {
  it.each([
    ['In her town, Ms. Quist said, the dam is old.', ['Ms. Quist | said | In her town … the dam is old']],
    ['As Ms. Quist noted, the dam is old.', ['Ms. Quist | noted | the dam is old']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('the passive', () => {
  it.each([
    ['by', 'The plan was criticised by Ms. Quist.', ['Ms. Quist | was criticised | The plan']],
    ['by and for', 'The mayor was accused of fraud by nobody.', ['nobody | was accused of | The mayor']],
    ['as', 'The plan is seen as a costly one.', ['- | is seen | The plan … as a costly one']],
    ['for', 'The mayor was criticised for the delay.', ['- | was criticised | The mayor … for the delay']],
    ['a question', 'The mayor was asked about the delay.', ['- | was asked about | the delay']],
    ['whether', 'The mayor was asked whether it held.', ['- | was asked | whether it held']],
    ['not what is only believed', 'The dam is expected to hold.', []],
  ])('%s: %s', (_, text, expected) => expect(told(text)).toEqual(expected))
})

describe('a stand is taken', () => {
  it.each([
    ['by an adjective', 'Ms. Quist is critical of the plan.', ['Ms. Quist | is critical of | the plan']],
    ['by a noun', 'Ms. Quist’s criticism of the plan was late.', ['Ms. Quist’s | criticism of | the plan']],
    ['by a verb', 'Ms. Quist lamented the delay.', ['Ms. Quist | lamented | the delay']],
    ['by a phrase', 'Ms. Quist vouched for the crew.', ['Ms. Quist | vouched for | the crew']],
    ['in an infinitive', 'Ms. Quist used the trip to discuss the plan.', ['Ms. Quist | discuss | the plan']],
    ['not in every infinitive', 'Ms. Quist used the trip to support the crew.', []],
    [
      'in a statement that is issued',
      'The union issued a statement that the dam was old.',
      ['The union | statement | that the dam was old'],
    ],
  ])('%s: %s', (_, text, expected) => expect(told(text)).toEqual(expected))
})
