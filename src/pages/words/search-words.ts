/** The words of the page of searches. */
import { counted, upper } from '../../http/words/counts.ts'

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

/** "12 sentences", "More than 1,000 claims", "No sentence"; of a further page "30 further of 312 sentences". */
export function hitsCount({ count, more }: { count: number; more: boolean }, claims: boolean, further: number | null): string {
  const noun = claims ? 'claim' : 'sentence'
  if (further === 0 || count === 0) return `No ${further === null ? '' : 'further '}${noun}`
  const all = `${more ? 'more than ' : ''}${counted(count, noun)}`
  return further === null ? upper(all) : `${further} further of ${all}`
}
