import { describe, expect, it } from 'vitest'
import { attributionsIn } from './attributing.ts'

describe('an adjective of speech before a colon attributes', () => {
  it.each([
    ['The coroner was blunt: the wall had been cracked for years.', ['The coroner | the wall had been cracked for years']],
    ['Ms. Quist was clear: no one will lose a job.', ['Ms. Quist | no one will lose a job']],
    ['The result was narrow: it rested on two votes.', []],
    ['The water was cold: the swimmers wore suits.', []],
  ])('%s', (text, expected) => expect(attributionsIn(text)).toEqual(expected))
})
