/** The words of figures: lanes, their legend, their tables. */
import { counted } from './counts.ts'

export const LANES = {
  region: 'Claims across versions',
  time: 'Time as it passed',
  columns: 'One column a version',
  headline: 'headline',
  tookThePlace: 'took the place of the claim above',
  tookAPlace: 'took the place of another claim',
  showOnly: 'Show only',
  howToReadBars: 'How to read the bars and marks',
  underlined: 'underlined: disclosed',
  disclosed: 'disclosed',
  withheld: 'withheld',
  table: 'What became of each claim',
  asTable: 'The same as a table',
  tableRegion: 'Table of claims',
  claim: 'Claim',
  whoSaysIt: 'Who says it',
  version: 'Version',
  whatHappened: 'What happened',
  howSure: 'How sure then',
  all: 'All claims',
} as const

export const versionName = (number: number): string => `Version ${number}`
export const inVersion = (label: string, number: number): string => `${label}, version ${number}`
export const stillClaims = (number: number): string =>
  `${counted(number, 'claim')} ${number === 1 ? 'has' : 'have'} not changed since ${number === 1 ? 'it was' : 'they were'} first told`
/** Where a version is withheld, what changed from it is not known of each claim. */
export const unmarkedClaims = (number: number): string => `${counted(number, 'claim')} without a change on record`

export const NOTE = {
  says: 'The note:',
  inText: (version: number) => `in the text of version ${version}`,
} as const
