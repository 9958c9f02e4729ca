/** The words of the page of searches. */
import { counted } from './counts.ts'

export const SEARCH = {
  title: 'Search all versions',
  pageTitle: (query: string) => `${query} – search`,
  lede: 'Every sentence of every version, also of those that are gone: which version brought the words, which one dropped them.',
  label: 'Words',
  button: 'Search',
  where: 'Where to look',
  sentences: 'Sentences',
  claims: 'Claims',
  with: 'with',
  since: 'since',
  version: (number: number) => `version ${number}`,
  gone: 'gone',
  goneIn: 'in',
  stillThere: 'still there',
  headline: 'headline',
  none: 'Nothing in any version of any story has these words.',
  tips: [
    ['submarine fog', 'Both words, in any order.'],
    ['submar*', 'The beginning of a word.'],
    ['"ran aground"', 'These words, one after the other.'],
    ['ferry -fog', 'Not this word.'],
    ['source:guard', 'Claims of a source.'],
  ],
  tipsTitle: 'How to ask',
  only: 'Only',
  showAll: 'Show all',
  more: 'Further hits',
  wrong: (message: string) => `The search ${message}.`,
  wrongField: (field: string, message: string) => `“${field}”: ${message}.`,
} as const

/** "12 sentences", "The best 30 claims", "No sentence", "30 further sentences". */
export function hitsCount(count: number, claims: boolean, more: boolean, further: boolean): string {
  const noun = claims ? 'claim' : 'sentence'
  if (count === 0) return `No ${further ? 'further ' : ''}${noun}`
  if (further) return counted(count, `further ${noun}`)
  return more ? `The best ${counted(count, noun)}` : counted(count, noun)
}
