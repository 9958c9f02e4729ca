/** The words of the page of a version. */

import { counted, listed } from '../../http/words/counts.ts'
import { lasted, timeText } from '../../http/words/times.ts'
import { html, type Markup } from '../markup.ts'
import { periodMarkup, timeMarkup } from './times.ts'

export const VERSION = {
  title: (headline: string, number: number, at: string) => `${headline} – version ${number}, ${timeText(at)}`,
  about: (number: number, of: number, at: string, claims: number) =>
    `Version ${number} of ${of}, as it stood on ${timeText(at, { year: true })} UTC, with its ${counted(claims, 'claim')}: who says them, and how surely.`,
  withheldTitle: (number: number, story: string) => `Version ${number} is withheld – ${story}`,
  place: (number: number, of: number) => `Version ${number} of ${of}.`,
  versions: 'Versions',
  earlier: '← Earlier',
  later: 'Later →',
  asOf: 'As it stood on',
  go: 'Go',
  utc: 'UTC',
  changedFrom: 'Changed from',
  changedAgain: 'Changed again in',
  first: 'First version',
  compare: 'Compare',
  compareWith: (number: number) => `Compare with version ${number}`,
  nothing: 'Nothing in its claims changed.',
  isWithheld: 'It is withheld.',
  legend: { none: 'the article itself says so', indirect: 'somebody is reported to say so', direct: 'word for word' },
  own: 'The article itself',
  noTitle: 'Without a headline',
  headlineClaims: 'Claims of the headline',
  claimsOf: (paragraph: number) => `Claims of paragraph ${paragraph}`,
  claim: (number: number) => `Claim ${number}`,
  newHere: 'new here',
  here: (label: string) => `${label} here`,
  inVersion: (label: string, number: number) => `${label} in ${number}`,
  inPlaceOf: (older: readonly number[]) =>
    `in place of ${older.length === 1 ? 'claim' : 'claims'} ${listed(older.map(String))}`,
  furniture: 'Part of the page, not of the story',
  gone: 'No longer in it',
  record: 'The record',
  published: 'Published',
  modified: 'Modified, as the page says',
  read: 'Seen on the page',
  words: 'Words',
  language: 'Language',
  source: 'Web page',
  log: 'Fingerprint in the record',
  notKnown: 'not known',
  notSaid: 'not said',
  withheldHeading: 'This version is withheld',
  withheld:
    'It was read and archived, and its entry stays in the log, so that the record can still be verified. Its text, its claims and what changed to and from it are not shown here, nor in search, feeds or statistics.',
  acrossIt: (before: number, after: number) => `What changed from version ${before} to version ${after}, across it`,
  timemap: 'All versions in time',
} as const

interface Standing {
  readonly at: string
  /** When the next version was captured; null: it is the latest. */
  readonly until: string | null
}

/** “Stood for 6 hours, from 12 March 2025, 16:40 to 22:10.” */
export const stoodText = ({ at, until }: Standing): Markup =>
  until === null
    ? html`The latest; stands since ${timeMarkup(at, { year: true })}.`
    : until === at
      ? html`Read again as the next version; of ${timeMarkup(at, { year: true })}.`
      : html`Stood for ${lasted(at, until)}, from ${periodMarkup(at, until)}.`

/** The answer to a reader who asked for a time; null: the version did not stand then. */
export function askedText(asked: string | undefined, { at, until }: Standing, isFirst: boolean): string | null {
  if (asked === undefined) return null
  if (asked < at)
    return isFirst ? `Nothing is archived from ${timeText(asked, { year: true })} or before: this is the first version.` : null
  return until === null || asked < until ? `As it stood on ${timeText(asked, { year: true })}.` : null
}
