/** Words whose class their neighbours decide, in both directions. */
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../../src/core/claims/words/tokens.ts'

/** The tag of the first token with these letters. */
const tagOf = (word: string, text: string) => tokenize(text).find((token) => token.text === word)?.tag

describe('a month', () => {
  it.each([
    ['May', 'The doctors warned in May that beds were short.', 'time'],
    ['May', 'It was closed last May by the firm.', 'time'],
    ['March', 'Sales fell in March, the firm said.', 'time'],
    ['May', 'The letter went to May Orr on Monday.', 'name'],
    ['may', 'The dam may fail.', 'modal'],
  ])('%s in %s', (word, text, expected) => expect(tagOf(word, text)).toBe(expected))
})

describe('"since" and a year open no clause', () => {
  it.each([
    ['since', 'A mill that has stood since 1884 is to close.', 'preposition'],
    ['until', 'The road that was open until Monday has sunk.', 'preposition'],
    ['since', 'It has rained since Orr left.', 'subordinator'],
    ['after', 'The pier closed after 40 people fell.', 'subordinator'],
  ])('%s in %s', (word, text, expected) => expect(tagOf(word, text)).toBe(expected))
})

describe('a counted or listed word is a noun', () => {
  it.each([
    ['alerts', 'She said the first of three alerts was late.', 'noun'],
    ['reports', 'The office sent 40 reports to the court.', 'noun'],
    ['addresses', 'The files include names, home addresses, card numbers and dates of birth.', 'noun'],
    ['numbers', 'The files include names, home addresses, card numbers and dates of birth.', 'noun'],
    ['warns', 'The clerk warns that it is late.', 'verb'],
    ['claims', 'One claims it was late.', 'verb'],
  ])('%s in %s', (word, text, expected) => expect(tagOf(word, text)).toBe(expected))
})

describe('a word that is only a verb is one after its plural subject', () => {
  it.each([
    ['include', 'The files include names.', 'verb'],
    ['appear', 'The thieves appear to have left.', 'verb'],
    ['include', 'Some of its backers include union members.', 'verb'],
    ['control', 'Orr and Hale together control the port.', 'verb'],
    ['believe', 'He is a man who neighbours believe fled.', 'verb'],
    ['control', 'The port has lost control of its gates.', 'noun'],
  ])('%s in %s', (word, text, expected) => expect(tagOf(word, text)).toBe(expected))
})

describe('other words', () => {
  it.each([
    ['fallen', 'The price has fallen.', 'ed'],
    ['chosen', 'They had not chosen a site.', 'ed'],
    ['stolen', 'The van was stolen by a boy.', 'ed'],
    ['broken', 'They mended a broken gate.', 'noun'],
    ['because', 'Boats turned back because of high winds.', 'preposition'],
    ['because', 'Boats turned back because it rained.', 'subordinator'],
    ['retired', 'He had a cut, said retired guide Ida Moss.', 'noun'],
    ['retired', 'Hale said he retired in May.', 'verb'],
    ['backs', 'Council backs plan to sell mill', 'verb'],
    ['that', 'She asked why that number was low.', 'determiner'],
    ['that', 'She said that numbers were low.', 'that'],
    ['state', 'On Monday, state police found the car.', 'noun'],
    ['state', 'The rules state that it is late.', 'verb'],
    ['nothing', 'She said nothing had changed.', 'object'],
  ])('%s in %s', (word, text, expected) => expect(tagOf(word, text)).toBe(expected))
})
