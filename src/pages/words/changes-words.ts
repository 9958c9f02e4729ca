/** The words of the lists of changes. */

import { counted, thousands } from '../../http/words/counts.ts'
import { html, type Markup } from '../markup.ts'
import { type ChosenChanges, chosenParts } from './front-words.ts'

export const CHANGES = {
  title: 'Changes',
  titleOf: (headline: string) => `Changes of ${headline}`,
  lede: 'What was altered from one version to another, the latest first.',
  addedLede: 'What was altered or added from one version to another, the latest first.',
  silentLede: 'Changes that altered what readers had been told, and that the article did not disclose. The latest first.',
  saidLede: 'Changes that altered what readers had been told, and of which the article speaks in a note. The latest first.',
  tabs: 'Disclosed or not',
  all: 'All',
  silent: 'Not disclosed',
  said: 'Disclosed',
  kinds: 'What happened',
  from: 'Since',
  to: 'Until',
  chosen: 'Only',
  noneTitle: 'No change fits',
  none: 'Nothing that was altered fits these filters.',
  nothing: 'Nothing was altered from one version to another yet.',
  earlier: 'Earlier changes',
  alsoAdded: 'Also added claims',
  withoutAdded: 'Without added claims',
  sideBySide: (from: number, to: number) => `versions ${from} and ${to}`,
  first: (number: number) => `first version, ${number}`,
  claims: (count: number) => (count === 1 ? 'Claim' : 'Claims'),
  json: 'JSON',
  csv: 'CSV',
  feed: 'Feed',
} as const

/** The content of the list. */
export const changesLede = (disclosed: boolean | undefined, added = false): string =>
  disclosed === undefined ? (added ? CHANGES.addedLede : CHANGES.lede) : disclosed ? CHANGES.saidLede : CHANGES.silentLede

/** "18 changes.", "More than 1,000 changes.": they are counted up to `most`. */
export const changesCount = (count: number, most: number): string =>
  count > most ? `More than ${thousands(most)} changes.` : `${counted(count, 'change')}.`

/** The choice besides whether it was disclosed; null: nothing. */
export function chosenChanges({ disclosed: _, ...chosen }: ChosenChanges): Markup | null {
  const parts = chosenParts(chosen)
  return parts.length === 0 ? null : html`${CHANGES.chosen}: ${parts.join(', ')}.`
}
