import { describe, expect, it } from 'vitest'
import { headlineLeadPairs } from '../../../src/core/changes/headline-lead-pairs.ts'

const LEAD = 'The ferry Halcyon ran aground on a sandbank off Pellow on Tuesday'

describe('sameClaims', () => {
  it.each([
    ['all the headline’s words', 'Ferry aground off Pellow', LEAD, true],
    ['another form of a word', 'Ferry Halcyon runs aground', LEAD, true],
    ['a number', 'Ferry with 40 aground', 'A ferry with 40 people ran aground', true],
    ['another number', '50 nurses to strike in May', '40 nurses are to strike in May', false],
    ['one word alone', 'Ferry', LEAD, false],
    ['few of its words', 'Ferry company fined for smoke over harbour', LEAD, false],
    ['small words', 'It is what it was', 'It was what it is', false],
  ])('%s: %s', (_, head, lead, same) => {
    const claims = [
      { number: 4, headline: true, content: head },
      { number: 9, headline: false, content: lead },
    ]
    expect(headlineLeadPairs(claims)).toEqual(same ? [[4, 9]] : [])
    expect(headlineLeadPairs(claims.toReversed())).toEqual(same ? [[4, 9]] : [])
  })

  it('takes of several the one that shares most, each once', () => {
    const claims = [
      { number: 1, headline: true, content: 'Ferry aground off Pellow' },
      { number: 2, headline: true, content: 'Ferry crew safe off Pellow' },
      { number: 3, headline: false, content: 'The crew of the ferry was safe off Pellow' },
      { number: 4, headline: false, content: LEAD },
    ]
    expect(headlineLeadPairs(claims)).toEqual([
      [2, 3],
      [1, 4],
    ])
  })
})
