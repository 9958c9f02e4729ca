/** The words of the page of a story, and of counts of changes wherever they stand. */
import type { LanesJson } from '../../http/json/stories/lanes-json.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { counted, upper } from './counts.ts'

export const COUNTS = {
  became: 'became',
  since: (number: number) => `Since version ${number}, across what is withheld:`,
  nothing: 'nothing in its claims changed.',
} as const

/** "Disclosed", "Not disclosed", "1 of 2 disclosed". */
export function disclosedOf(told: number, disclosed: number): string {
  if (disclosed === told) return 'Disclosed'
  return disclosed === 0 ? 'Not disclosed' : `${disclosed} of ${told} disclosed`
}

export const TRAIL = {
  sideBySide: (from: number, to: number) => `Versions ${from} and ${to} side by side`,
} as const

export const STORY = {
  title: (headline: string) => `${headline} – what became of its claims`,
  earlier: 'Earlier',
  moreTitles: (count: number) => `and ${count} more`,
  readText: 'Read the latest text',
  firstAndLatest: 'First and latest side by side',
  original: 'The page itself',
  whole: (claims: number) => `All ${counted(claims, 'claim')}, top to bottom as in the text`,
  lanes: 'What became of its claims',
  how: 'A lane is a claim, a column a version. The bar is as thick as the claim is sure and ends where it is gone.',
  order: 'Order',
  orders: { text: 'as in the text', changes: 'most changed', check_worthiness: 'most worth checking' },
  onlyKind: (label: string, claims: number) => `Only claims with “${label}”: ${claims}.`,
  showAll: 'Show all',
  noneOfKind: (label: string) => `No claim had a change of the kind “${label}” in these versions.`,
  range: 'Versions',
  rangeTo: 'to',
  rangeButton: 'Show',
  versions: 'Every version',
  earlierVersions: (count: number) => counted(count, 'earlier version'),
  withheld: 'Withheld.',
  compareWith: (number: number) => `Compare with version ${number}`,
  first: (claims: number, words: number) => `${counted(claims, 'claim')} in ${counted(words, 'word')}`,
  notRead:
    'The rules read English. In this language each sentence is one claim of the article itself, and certainty and sources are not read.',
  checked: 'What was checked',
  handedIn: (versions: number, checked: string | null): string =>
    `${upper(counted(versions, 'version was', 'versions were'))} handed in${checked === null ? '' : `; the text was last seen on ${checked}`}. Nobody watches the page: a text that stood for less than the time between two versions is not known here.`,
  noTitle: 'Without a headline',
  empty: 'Nothing is archived of this story yet.',
  acrossOnly: 'What changed lies across a version that is withheld: the list of versions tells it.',
  allWithheld: 'All of its versions are withheld.',
  silent: (count: number, others: boolean) =>
    others ? `See the ${count === 1 ? 'one' : count} that it did not disclose` : `See ${count === 1 ? 'it' : 'them'}`,
  changes: 'All changes, the latest first',
  json: 'JSON',
  csv: 'CSV',
  feed: 'Feed',
  verify: 'Verify the record',
} as const

/** The summary of what became of the claims, in one or two sentences. `silent` is the address of the changes that were not disclosed. */
export function storyVerdict(
  { claims, versions, changes, across }: Pick<LanesJson, 'claims' | 'versions' | 'changes' | 'across'>,
  silent: string | null = null,
): Markup {
  if (versions.length === 0) return html`${STORY.empty}`
  const told = versions.slice(1).reduce((sum, version) => sum + version.told, 0)
  const disclosed = versions.slice(1).reduce((sum, version) => sum + version.disclosed, 0)
  // A claim that only began in the place of another has not changed.
  const moved = claims.filter(({ number, changes: own }) => own.some((i) => changes[i]?.before.includes(number))).length
  const gone = claims.filter(({ status }) => status === 'withdrawn').length
  if (versions.length === 1) return html`${counted(claims.length, 'claim')} in its first version. Nothing to compare yet.`
  if (changes.length === 0 && across.some((hidden) => Object.keys(hidden.changes).length > 0)) return html`${STORY.acrossOnly}`
  if (changes.length === 0) return html`None of the ${counted(claims.length, 'claim')} changed after it was first told.`
  const parts = disclosed === 0 ? 'none of them' : disclosed === told ? 'all of them' : `${disclosed} of them`
  return html`${moved} of the ${counted(claims.length, 'claim')} changed after they were first told${
    gone > 0 ? `, and ${counted(gone, 'was', 'were')} dropped for good` : NONE
  }. ${
    told > 0
      ? html`${upper(counted(told, 'change'))} altered what readers had been told; the article disclosed <b>${parts}</b>.${silent === null || disclosed === told ? NONE : html` <a href="${silent}">${STORY.silent(told - disclosed, disclosed > 0)}</a>.`}`
      : 'None altered what readers had been told.'
  }`
}
