import { describe, expect, it } from 'vitest'
import { align } from '../../../../src/core/changes/align/align.ts'
import { sentencesOf } from '../../../../src/core/text/sentences.ts'

const OPENING = 'A barge ran aground below the lock at Harnley on Sunday evening.'
const MIDDLE = 'The canal is the only way to the brickworks by water.'
const END = 'Barges have used it since 1811.'

/** Do the two, the only sentences that differ between the same neighbours, count as one? */
function paired(before: string, after: string): boolean {
  const version = (changed: string) => sentencesOf({ title: '', body: [OPENING, MIDDLE, changed, END].join('\n\n') })
  return align(version(before), version(after)).some((g) => g.before[0] === 2 && g.after[0] === 2)
}

describe('sentences that tell one matter in quite other words', () => {
  it.each<[string, string, string]>([
    ['what was not known is told', 'Nobody knows why it left the channel.', 'The rudder had jammed, divers found.'],
    ['who was silent speaks', 'The owner could not be reached.', '"We shall pay for every brick," the owner told reporters.'],
    ['what was under way has ended', 'Two tugs are pulling at its stern.', 'By noon the tugs had dragged it clear.'],
    ['what was asked for has come', 'The lock keeper has asked for a crane.', 'A crane was lowered from the quay at noon.'],
    ['told in other words', 'It will be hard to float again.', 'Getting the wreck off the mud will not be easy.'],
    ['the same field of life', 'Its crew were treated in hospital.', 'Doctors sent the sailors home from the wards.'],
  ])('%s', (_, before, after) => {
    expect(paired(before, after)).toBe(true)
  })

  it.each<[string, string, string]>([
    ['another thing', 'A swan nested on the towpath in April.', 'Mayor Lena Quist opened the school fair.'],
    ['another voice', '"I heard a bang," said Rolf Adder, a baker.', 'Tickets for the fair cost £3.'],
    ['another figure', 'The chapel has 40 seats.', 'Six anglers won prizes at Orle.'],
    [
      'a note of the newsroom',
      'The cause is not known.',
      'Correction: an earlier version of this article misstated the cause.',
    ],
  ])('not %s', (_, before, after) => {
    expect(paired(before, after)).toBe(false)
  })

  it('takes of several the ones with the most in common', () => {
    const version = (...changed: string[]) => sentencesOf({ title: '', body: [OPENING, ...changed, END].join('\n\n') })
    const before = version('Its owner has not been named.', 'Fishing was good in the summer of 1990.')
    const after = version('Police identified the owner as Karl Venn.', 'Mayor Lena Quist opened the school fair.')
    expect(align(before, after).map((g) => `${g.before}>${g.after}`)).toEqual(['0>0', '1>1', '3>3'])
  })

  it('finds what was told anew and moved, by words that mean the same', () => {
    const version = (...texts: string[]) => sentencesOf({ title: '', body: texts.join('\n\n') })
    const before = version('The council purchased the boat of the keeper.', OPENING, MIDDLE, END)
    const after = version(OPENING, MIDDLE, END, 'The keeper’s vessel was acquired by the council.')
    expect(align(before, after).map((g) => `${g.before}>${g.after} ${g.moved}`)).toContain('0>3 down')
  })
})
