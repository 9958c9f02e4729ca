/** Clauses read forwards: each finite verb has a kind of clause and a subject. */
import { describe, expect, it } from 'vitest'
import { parseSentence } from '../../../../src/core/claims/parsed-sentence.ts'

/** "kind: subject + verb" of each clause, in order. */
function clauses(text: string): string[] {
  const { tokens, groups, clauses: read } = parseSentence(text, false)
  return [...read.values()]
    .sort((a, b) => a.group - b.group)
    .map(({ kind, subject, group }) => {
      const [from = 0, to = 0] = subject ?? []
      const words = tokens.slice(from, to).map((token) => token.text)
      return `${kind}: ${words.join(' ') || '-'} + ${tokens[groups[group]?.verb ?? -1]?.text}`
    })
}

describe('clauses', () => {
  it.each([
    ['The pier closed.', ['main: The pier + closed']],
    [
      'The pier that the storm damaged closed.',
      ['main: The pier that the storm damaged + closed', 'relative: the storm + damaged'],
    ],
    ['The clerk said the pier had closed.', ['main: The clerk + said', 'complement: the pier + closed']],
    ['The clerk said that the pier had closed.', ['main: The clerk + said', 'that: the pier + closed']],
    ['When the rain stopped, the crew left.', ['subordinate: the rain + stopped', 'main: the crew + left']],
    ['The pier closed and the crew left.', ['main: The pier + closed', 'coordinate: the crew + left']],
    ['The owner of the two boats sold them.', ['main: The owner of the two boats + sold']],
    ['In March, after a long winter, the ferry sailed.', ['main: the ferry + sailed']],
  ])('%s', (text, expected) => expect(clauses(text).sort()).toEqual([...expected].sort()))
})
