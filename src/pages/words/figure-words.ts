/** The words of figures: lanes, their legend, their tables. */
import { counted, listed, shortened } from '../../http/words/counts.ts'

export const LANES = {
  region: 'Claims across versions',
  time: 'Time as it passed',
  columns: 'One column a version',
  headline: 'headline',
  in: 'in',
  stood: 'stood',
  /** Says it of a version that the next one, of the same time, reads once more. */
  readAgain: 'read again',
  stands: 'the latest',
  versions: 'Versions',
  ofStory: (title: string) => `Claims of ${title}`,
  fresh: (claims: number) => `${claims} new`,
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

/** “took the place of “Kremlin studying proposal””; '' for a claim that is not known here. */
export function tookThePlace(older: readonly string[]): string {
  const known = older.filter((label) => label !== '').map((label) => `“${label}”`)
  return `took the place of ${known.length > 0 ? listed(known) : 'another claim'}`
}

/** “became: “Kremlin studying pr…””, of at most so many characters. */
export const becameText = (label: string, room: number): string => `became: “${shortened(label, room - 10)}”`

/** `newer`: so many lanes above are of claims to which nothing happened but that they began in the place of others. */
export function stillClaims(number: number, newer: number): string {
  const still = `${counted(number, 'claim')} ${number === 1 ? 'has' : 'have'} not changed since ${number === 1 ? 'it was' : 'they were'} first told`
  if (newer === 0) return still
  return `${still}, nor ${newer === 1 ? 'has 1 above, which began in the place of another' : `have ${newer} above, which began in the place of others`}`
}
/** Where versions are withheld at many places, not all that changed across them is known of each claim. */
export const unmarkedClaims = (number: number): string => `${counted(number, 'claim')} without a change on record`

export const NOTE = {
  says: 'The note:',
  inText: (version: number) => `in the text of version ${version}`,
} as const
