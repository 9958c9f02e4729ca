import { describe, expect, it } from 'vitest'
import { attributionsIn } from './attributing.ts'

describe('a phrase names the source', () => {
  it.each([
    ['According to the harbour master, the ferry was late.', ['the harbour master | the ferry was late']],
    ['The ferry was late, according to the harbour master.', ['the harbour master | The ferry was late']],
    ['The ferry, according to two passengers, was late.', ['two passengers | The ferry … was late']],
    ['In the words of the mayor, the ferry was a wreck.', ['the mayor | the ferry was a wreck']],
    ['The ferry was late, per the harbour master.', ['the harbour master | The ferry was late']],
    ['The ferry sails at 20 knots per hour.', []],
    ['In accordance with the law, the ferry was sold.', []],
    ['The fare is 4 crowns per person.', []],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))
})
