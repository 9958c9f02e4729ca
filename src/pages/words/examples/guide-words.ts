/** The words of the guide. It takes the words of kinds, marks and certainty from where the other pages take them. */
import type { CertaintyLevel } from '../../../core/article.ts'
import type { LaneChangeJson, LaneVersionJson } from '../../../http/json/stories/lanes-json.ts'

export const GUIDE = {
  title: 'How to read it',
  lede: 'A claim is one thing that an article says, or that it reports somebody to say. It keeps its identity from version to version, however its words change.',
  lane: 'A lane is a claim, a column is a version',
  laneOf:
    'From left to right: told as sure in version 1; softened in version 2, where “will” became “may”, so that the bar is thin; gone in version 4.',
  laneAlt: 'A claim that was softened in the second of four versions and dropped in the last',
  levels: 'A bar is as thick as the claim is sure',
  levelsNote:
    'Sure in relation to who says it: a spokesman may be sure of what the article only reports. A bar ends where the claim is gone. A dotted line joins what was gone to where it came back. A thin upright line leads from a claim to the one that took its place.',
  kinds: 'A mark is what happened',
  kindsNote: 'The shape and colour say of what sort it is, the sign inside says what. The last word is its name in the API.',
  disclosed: 'Disclosed or not',
  disclosedNote:
    'A mark with a rule under it was disclosed: the new version holds a correction, an update or a note that speaks of the change.',
  told: 'Only changes to what readers had already been told count as disclosed or not:',
  never: 'These ask for no note:',
  notBlame: '“Not disclosed” says what the page holds, not that anything is wrong.',
  lines: 'A line under the words says whose they are',
  linesOf: {
    none: 'the article itself says so',
    indirect: 'somebody is reported to say so',
    direct: 'word for word',
  },
  unknown: 'What is not known is not said',
  unknownNote:
    'A page that could not be read (a paywall, a block, an error) changes nothing: no claim is dropped because nobody could look. A version that is withheld is a hatched column. Between two versions nobody knows what stood there.',
  errs: 'It errs',
  errsNote:
    'Claims are found and followed by rules, not by people. Every finding shows the words it rests on; people can confirm, reject, rename, merge and split claims, and each such decision stays on record with its reason.',
  record: 'Nothing is edited afterwards',
  recordNote:
    'All that the archive says is an entry of one log, which is only added to. Every story has a page that compares it with the log; a checkpoint that you keep proves the rest.',
  terms: 'The terms, exactly',
} as const

/** Words by which a claim of each level is told. */
export const SURENESS: Record<CertaintyLevel, string> = {
  certain: 'told as so',
  probable: 'probably, likely, expected',
  possible: 'may, could, if',
  unknown: 'whether, or a question',
}

const HOURS = ['2025-03-12T12:05', '2025-03-12T16:40', '2025-03-12T22:10', '2025-03-13T17:30']

/** The story of the lane of the guide: the text of its claim in each version; null: the version does not have it. */
export const LANE_TEXTS = [
  'The ferry will sail on Friday, the operator said.',
  'The ferry may sail on Friday, the operator said.',
  'The ferry may sail on Friday, the operator said.',
  null,
] as const

export const LANE_VERSIONS: LaneVersionJson[] = HOURS.map((time, i) => ({
  number: i + 1,
  url: '',
  captured_at: `${time}:00.000Z`,
  until: HOURS[i + 1] === undefined ? null : `${HOURS[i + 1]}:00.000Z`,
  title: null,
  word_count: null,
  unsupported: false,
  technical: false,
  withheld: null,
  changes: {},
  told: 0,
  disclosed: 0,
}))

const source = { id: null, kind: 'unnamed' as const, name: 'the operator' }

export const LANE_STRETCHES = [
  { from: 1, to: 2, level: 'certain' as const, polarity: 'positive' as const, source },
  { from: 2, to: 4, level: 'possible' as const, polarity: 'positive' as const, source },
]

const laneChange = (to: number, kind: LaneChangeJson['kinds'][number], words: LaneChangeJson['words']): LaneChangeJson => ({
  id: null,
  edit: '',
  url: null,
  from: to - 1,
  to,
  kinds: [kind],
  detail: {},
  acknowledged: false,
  before: [1],
  after: kind === 'withdrawn' ? [] : [1],
  words,
})

export const LANE_CHANGES: LaneChangeJson[] = [
  laneChange(2, 'softened', { before: 'will', after: 'may' }),
  laneChange(4, 'withdrawn', null),
]
