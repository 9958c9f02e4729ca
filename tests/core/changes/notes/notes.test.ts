import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/core/analysis.ts'
import { isNote } from '../../../../src/core/changes/notes/is-note.ts'
import { track } from '../../../../src/core/changes/track.ts'

const FILL = [
  'Gulls nest on the roofs of the warehouses there.',
  'On market days the ferries bring vegetables and honey.',
  'Old sailors mend nets outside the chandlery.',
  'Lamps are lit at dusk.',
]

/** Which of the edits a note acknowledges: the new wordings. */
function acknowledgedBy(note: string, edits: readonly (readonly [before: string, after: string])[]): string[] {
  const version = (side: 0 | 1) =>
    analyze({
      title: 'News of the day',
      body: [...edits.map((edit, n) => `${edit[side]} ${FILL[n]}`), ...(side === 1 ? [note] : [])].join('\n\n'),
      publishedAt: null,
    })
  const { state, changes } = track(track(null, version(0)).state, version(1))
  const told = changes
    .filter((c) => c.acknowledged)
    .flatMap((c) => c.after.map((a) => state.latest.sentences[a.sentence]?.text ?? ''))
  return [...new Set(told)]
}

/** In each row only the first edits, as many as told, are what the note speaks of. */
const table: [note: string, spokenOf: number, edits: [string, string][]][] = [
  [
    'Correction: An earlier version of this article misstated the number of boats that sank and the day on which the search ended.',
    2,
    [
      ['Seven boats sank in the squall.', 'Nine boats sank in the squall.'],
      ['The search was called off on Tuesday.', 'The search was called off on Wednesday.'],
      [
        'The coastguard said that 40 people had been on the water.',
        'The coastguard said that 44 people had been on the water.',
      ],
    ],
  ],
  [
    'Correction: Ms. Abara won four medals, not three.',
    1,
    [
      ['Ms. Abara has won three medals.', 'Ms. Abara has won four medals.'],
      ['Ms. Abara trained for three years.', 'Ms. Abara trained for five years.'],
      ['Ms. Abara said that she was tired.', 'Ms. Abara claimed that she was tired.'],
    ],
  ],
  [
    'This article was amended on 4 May 2031 to correct the amount of the fine.',
    1,
    [
      ['The company was fined 2 million crowns.', 'The company was fined 3 million crowns.'],
      ['The company employs 900 people.', 'The company employs 950 people.'],
      ['The company will appeal.', 'The company may appeal.'],
    ],
  ],
  [
    'An earlier version of this article misquoted Mr. Pohl.',
    1,
    [
      ['"We are ruined," said Mr. Pohl, a baker.', '"We are nearly ruined," said Mr. Pohl, a baker.'],
      ["Mr. Pohl's shop was founded in 1950.", "Mr. Pohl's shop was founded in 1951."],
    ],
  ],
  [
    'A correction was made on Monday: the choir has sung 12 masses, not ten.',
    1,
    [
      ['The choir has sung ten masses.', 'The choir has sung 12 masses.'],
      ['The choir has 40 members.', 'The choir has 44 members.'],
    ],
  ],
  [
    'Amended on Tuesday to correct the number of prizes that Ada Brill won.',
    1,
    [
      ['Ada Brill won two prizes.', 'Ada Brill won four prizes.'],
      ['The hall has 300 seats.', 'The hall has 320 seats.'],
    ],
  ],
  [
    '(Corrects number of employees in second paragraph)',
    1,
    [
      ['The brewery employs 40 people.', 'The brewery employs 14 people.'],
      ['The brewery was sold for 3 million crowns.', 'The brewery was sold for 4 million crowns.'],
    ],
  ],
  [
    'Story corrected to fix the number of bells.',
    1,
    [
      ['The tower has nine bells.', 'The tower has seven bells.'],
      ['The tower is 40 metres high.', 'The tower is 44 metres high.'],
    ],
  ],
  [
    'We originally reported that the tower has nine bells. We regret the error.',
    1,
    [
      ['The tower has nine bells.', 'The tower has seven bells.'],
      ['The tower is 40 metres high.', 'The tower is 44 metres high.'],
    ],
  ],
  [
    'The tower has seven bells, not nine as we had it.',
    1,
    [
      ['The tower has nine bells.', 'The tower has seven bells.'],
      ['The tower is 40 metres high.', 'The tower is 44 metres high.'],
    ],
  ],
  [
    'Our earlier figure of nine bells was incorrect.',
    1,
    [
      ['The tower has nine bells.', 'The tower has seven bells.'],
      ['The tower is 40 metres high.', 'The tower is 44 metres high.'],
    ],
  ],
  [
    'We said the tower has nine bells. In fact it has seven.',
    1,
    [
      ['The tower has nine bells.', 'The tower has seven bells.'],
      ['The tower is 40 metres high.', 'The tower is 44 metres high.'],
    ],
  ],
  // Another matter than what changed
  [
    'Correction: An earlier version of this article gave the wrong date for the fair.',
    0,
    [['The tower has nine bells.', 'The tower has seven bells.']],
  ],
  [
    'Correction: An earlier version of this article misstated the number of monks who were ill. It was three, not five.',
    0,
    [['The tower has nine bells.', 'The tower has seven bells.']],
  ],
  [
    'Correction: An earlier version of this article misstated the day of the fair. It was Friday, not Monday.',
    0,
    [['The tower has nine bells.', 'The tower has seven bells.']],
  ],
  [
    'We wrongly reported that the pier had been closed.',
    1,
    [
      ['The pier has been closed.', 'The pier has not been closed.'],
      ['The mayor will speak on Friday.', 'The mayor may speak on Friday.'],
    ],
  ],
  [
    'Clarification, 3 May: The harbour office has told us that berths rented this year carry no right to a mooring.',
    1,
    [
      ['Berths will come with a mooring.', 'Berths will not come with a mooring.'],
      ['A crane would cost 40,000 crowns, according to the harbour surveyor.', 'A crane would cost 48,000 crowns.'],
    ],
  ],
]

describe('what a note speaks of', () => {
  it.each(table)('%s', (note, spokenOf, edits) => {
    expect(acknowledgedBy(note, edits)).toEqual(edits.slice(0, spokenOf).map(([, after]) => after))
  })
})

it('is told by what an edited note says besides', () => {
  const version = (bells: number, note: string) =>
    analyze({ title: '', body: [`The tower has ${bells} bells.`, ...FILL, note].join('\n\n'), publishedAt: null })
  const first = version(9, 'Correction: An earlier version misstated the number of monks.')
  const second = version(7, 'Correction: An earlier version misstated the bells and the number of monks.')
  const { changes } = track(track(null, first).state, second)
  expect(changes.filter(({ kinds }) => kinds.includes('number_changed')).map((c) => c.acknowledged)).toEqual([true])
})

describe('the headline', () => {
  it.each<[string, boolean]>([
    ['Correction: an earlier version of this story said in its headline that Mr. Adler had admitted it.', true],
    ['Correction: an earlier version of this story misspelled the name of a street.', false],
  ])('%s', (note, told) => {
    const version = (title: string, body: string) => analyze({ title, body, publishedAt: null })
    const first = version('Adler admits theft of organ pipes', FILL[0] as string)
    const second = version('Adler denies theft of organ pipes', `${FILL[0]}\n\n${note}`)
    const { changes } = track(track(null, first).state, second)
    expect(changes.filter((c) => c.before.length > 0).map((c) => c.acknowledged)).toEqual([told])
  })
})

describe('isNote', () => {
  it.each<[string, boolean]>([
    ['Correction: The wheel dates from 1702.', true],
    ['Editor’s note: We have changed the headline.', true],
    ['An earlier version of this report gave a wrong date.', true],
    ['This article was amended on 4 May to correct the price.', true],
    ['Amended: the fair opens on Sunday.', true],
    ['For the record: the mill stands in Varsk.', true],
    ['This page originally said that the mill had burned.', true],
    ['The number was too high because of an editing error.', true],
    ['We regret the error.', true],
    ['"We wrongly said that he was ill," the club admitted.', false],
    ['The update to the software failed.', false],
    ['The editor noted the date.', false],
    ['Amended plans for the weir were shown on Monday.', false],
    ['A correction in prices is overdue, brokers said.', false],
  ])('%s', (text, note) => {
    expect(isNote({ text })).toBe(note)
  })
})

it('names the sentences of the note that acknowledges a change, and of no other note', () => {
  const version = (boats: string, day: string, ...notes: string[]) =>
    analyze({
      title: 'News of the day',
      body: [`${boats} boats sank in the squall.`, `The search ended on ${day}.`, ...notes].join('\n\n'),
      publishedAt: null,
    })
  const notes = [
    'Correction: An earlier version misstated the number of boats that sank. It was nine, not seven.',
    'Correction: An earlier version misstated the day on which the search ended. It was Wednesday, not Tuesday.',
  ]
  const { state, changes } = track(track(null, version('Seven', 'Tuesday')).state, version('Nine', 'Wednesday', ...notes))
  const noted = changes.flatMap(({ kinds, acknowledged, note }) =>
    acknowledged ? [[kinds.join(), note?.map((index) => state.latest.sentences[index]?.text).join(' ')]] : [],
  )
  expect(noted).toEqual([
    ['number_changed', notes[0]],
    ['date_changed', notes[1]],
  ])
  expect(changes.filter(({ acknowledged }) => !acknowledged).every(({ note }) => note === undefined)).toBe(true)
})
