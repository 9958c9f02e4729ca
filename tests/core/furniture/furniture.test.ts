import { describe, expect, it } from 'vitest'
import { furnitureIn } from '../../../src/core/furniture/furniture.ts'
import { sentencesOf } from '../../../src/core/text/sentences.ts'

const found = (body: string, title = 'Mill burns') => [...furnitureIn(sentencesOf({ title, body }))]

/** The line between two paragraphs of prose. */
const between = (line: string) =>
  found(`The mill in Varsk burned for nine hours on Monday.\n\n${line}\n\nThe council will meet again before the weekend.`)

describe('furnitureIn', () => {
  it.each([
    'The fire',
    'Questions for the council',
    'Fire safety',
    'History of the mill',
    'Fire brigade',
    'Insurance',
    'Lessons',
    'Witnesses and survivors',
    'Money and politics',
    'The road ahead',
    'Background',
    'A question of trust',
  ])('takes a heading between paragraphs: %s', (line) => {
    expect(between(line)).toEqual([line])
  })

  it.each([
    'Owner arrested',
    'The owner resigned',
    'No charges',
    'Two dead',
    '12 dead in Varsk',
    'Cause unknown',
    'Mayor under fire',
    'Fire in Varsk',
    'Still no answer',
    'Fire spreads',
    'Mill closed',
    'What happened next?',
    'The fire, the owner',
    '“A disaster”',
    'Owner: not guilty',
    'Nine hours',
    'all quiet',
    'Damage likely',
    'Death toll of the fire at the old mill',
  ])('leaves a line that may state something: %s', (line) => {
    expect(between(line)).toEqual([])
  })

  it('leaves the items of a list', () => {
    expect(
      found('The plan has three parts, the mayor said.\n\nHigher fees\n\nFree buses\n\nA new bridge\n\nThe vote is in May.'),
    ).toEqual([])
  })

  it('leaves the headings of a live blog', () => {
    const post = (time: string, head: string) => `${time} GMT\n\n${head}\n\nThe river rose by a metre in the night.`
    expect(found(`${post('14:05', 'Flood warning')}\n\n${post('14:20', 'Evacuation')}`)).toEqual([])
    expect(
      found(
        '14:05 The river rose again by a metre.\n\nThe bridge is closed to all traffic.\n\nFlood warning\n\nThe dam held during the night, police said.\n\n14:20 The dam still holds.',
      ),
    ).toEqual([])
  })

  it('leaves a heading that stands in a paragraph, at the end or under the headline', () => {
    expect(found('The mill in Varsk burned for hours. The fire\n\nThe council will meet before Friday.')).toEqual([])
    expect(found('The mill in Varsk burned for hours.\n\nThe fire')).toEqual([])
    expect(found('The fire\n\nThe mill in Varsk burned for hours.')).toEqual([])
  })

  it('takes lines at any place', () => {
    const body =
      'By Ada Quill\n\nUpdated at 14:05 GMT\n\nThe mill burned.\nPhotograph: Bo Ray/AP\n\nShare this article\n\nNobody was hurt. (Reporting by Ada Quill; Editing by Tom Brandt)'
    expect(found(body)).toEqual([
      'By Ada Quill',
      'Updated at 14:05 GMT',
      'Photograph: Bo Ray/AP',
      'Share this article',
      '(Reporting by Ada Quill; Editing by Tom Brandt)',
    ])
  })

  it('leaves headlines and notes of the newsroom', () => {
    expect(found('The mill burned.', 'Share this article')).toEqual([])
    expect(found('The mill burned.\n\nUpdated: 14:05 on 3 March to correct the toll.')).toEqual([])
    expect(found('The mill burned.\n\nCorrection: Share this article.')).toEqual([])
  })

  it('leaves a text that is furniture at one of its places only', () => {
    const prose = 'The mill in Varsk burned for nine hours on Monday.'
    expect(found(`${prose}\n\nThe fire\n\n${prose}\n\nThe fire`)).toEqual([])
    expect(found(`${prose}\n\nThe fire\n\n${prose}\n\nThe fire\n\n${prose}`)).toEqual(['The fire'])
  })
})
