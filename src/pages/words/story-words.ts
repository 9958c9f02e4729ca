/** The words of the page of a story, and of counts of changes wherever they stand. */
import type { LanesJson } from '../../http/json/stories/lanes-json.ts'
import { counted, thousands, upper } from '../../http/words/counts.ts'
import { html, type Markup, NONE } from '../markup.ts'

export const COUNTS = {
  became: 'became:',
  since: (number: number) => `Since version ${number}, across what is withheld:`,
  nothing: 'nothing in its claims changed.',
} as const

/**
 * "2 not disclosed", "2 disclosed", "1 not disclosed, 1 disclosed", of `told` changes that alter what readers had been told. `named`: how many
 * kinds the words before it count; where a change has several, the noun says that changes are counted here.
 */
export function disclosedOf(told: number, disclosed: number, named: number): string {
  const count = (number: number) => (named === told ? thousands(number) : counted(number, 'change'))
  const silent = `${count(told - disclosed)} not disclosed`
  const said = `${count(disclosed)} disclosed`
  return disclosed === told ? said : disclosed === 0 ? silent : `${silent}, ${said}`
}

export const TRAIL = {
  sideBySide: (from: number, to: number) => `Versions ${from} and ${to} side by side`,
} as const

export const STORY = {
  aliases: 'Other stories of the archive are this one:',
  aliasSince: 'since',
  title: (headline: string) => `${headline} – what became of its claims`,
  earlier: 'Earlier',
  moreTitles: (count: number) => `and ${count} more`,
  readText: 'Read the latest text',
  firstAndLatest: 'First and latest side by side',
  original: 'The page itself',
  whole: (claims: number, of: number) =>
    claims < of
      ? `${claims} of ${counted(of, 'claim')}`
      : of === 1
        ? 'Its only claim'
        : `All ${counted(of, 'claim')}, from top to bottom`,
  lanes: 'What became of its claims',
  how: 'A lane is a claim, a column a version. The bar is as thick as the claim is sure and ends where it is gone.',
  order: 'Order',
  orders: { text: 'as in the text', changes: 'most changed', check_worthiness: 'most worth checking' },
  onlyKind: (label: string, claims: number, of: number) => `Only claims with “${label}”: ${claims} of ${of}.`,
  showAll: 'Show all',
  noneOfKind: (label: string) => `No claim had a change of the kind “${label}” in these versions.`,
  range: 'Versions',
  rangeTo: 'to',
  rangeButton: 'Show',
  versions: 'Every version',
  earlierVersions: (count: number) => counted(count, 'earlier version'),
  withheld: 'Withheld.',
  compareWith: (number: number) => `Compare with version ${number}`,
  technical: 'No edit: the page of the version before was read otherwise.',
  first: (claims: number, words: number) => `${counted(claims, 'claim')} in ${counted(words, 'word')}`,
  notRead:
    'The rules read English. In this language each sentence is one claim of the article itself, and certainty and sources are not read.',
  checked: 'What was checked',
  handedIn: (versions: number, checked: string | null): string =>
    `${upper(counted(versions, 'version was', 'versions were'))} handed in${checked === null ? '' : `; the text was last seen on ${checked}`}. Nobody watches the page: a text that stood for less than the time between two versions is not known here.`,
  noTitle: 'Without a headline',
  empty: 'Nothing is archived of this story yet.',
  inVersions: (first: number, last: number) => (first === last ? `Version ${first}: ` : `Versions ${first} to ${last}: `),
  textAt: 'The text that stood at',
  allWithheld: 'All of its versions are withheld.',
  silent: (count: number, others: boolean) =>
    others ? `See the ${count === 1 ? 'one' : count} that it did not disclose` : `See ${count === 1 ? 'it' : 'them'}`,
  changes: 'Its changes, the latest first',
} as const

/** The total: “62 claims, 31 of them changed after they were first told; 1 was dropped for good.” */
function totalText({ claims, changed, dropped }: LanesJson['totals']): string {
  const gone = dropped > 0 ? `; ${counted(dropped, 'was', 'were')} dropped for good` : ''
  if (claims === 1)
    return changed === 0 ? '1 claim, as it was first told.' : `1 claim, which changed after it was first told${gone}.`
  const which = changed === 0 ? 'none' : changed === claims ? 'all' : thousands(changed)
  return `${counted(claims, 'claim')}, ${which} of them changed after they were first told${gone}.`
}

/** How many changes altered what readers had been told, and whether the article said so. */
function toldText(told: number, disclosed: number): Markup {
  if (told === 0) return html`None altered what readers had been told.`
  const altered = `${counted(told, 'change')} altered what readers had been told; the article`
  if (told === 1) return html`${altered} <b>${disclosed === 1 ? 'disclosed it' : 'did not disclose it'}</b>.`
  const parts = disclosed === 0 ? 'none of them' : disclosed === told ? 'all of them' : `${disclosed} of them`
  return html`${altered} disclosed <b>${parts}</b>.`
}

/** The way to the changes that were not disclosed; nothing where there is none. */
function silentLink(versions: LanesJson['versions'], address: string): Markup {
  const [told, disclosed] = [versions.slice(1).map((one) => one.told), versions.slice(1).map((one) => one.disclosed)]
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const silent = sum(told) - sum(disclosed)
  return silent === 0 ? NONE : html` <a href="${address}">${STORY.silent(silent, sum(disclosed) > 0)}</a>.`
}

/**
 * The summary of what became of the claims, in one or two sentences. It names the versions where they are a part of all. `silent` is the address of the
 * changes that were not disclosed.
 */
export function storyVerdict(
  { article, totals, versions, changes, across }: Pick<LanesJson, 'article' | 'totals' | 'versions' | 'changes' | 'across'>,
  silent: string | null = null,
): Markup {
  const [first, last] = [versions[0], versions.at(-1)]
  if (!first || !last) return html`${STORY.empty}`
  if (article.version_count === 1) return html`${counted(totals.claims, 'claim')} in its first version. Nothing to compare yet.`
  if (versions.every(({ withheld }) => withheld !== null)) return html`${STORY.allWithheld}`
  const part = versions.length < article.version_count ? STORY.inVersions(first.number, last.number) : ''
  if (changes.length === 0) return html`${part}${totalText({ ...totals, changed: 0 })}`
  const steps = [...versions.slice(1), ...across]
  const sum = (count: (step: (typeof steps)[number]) => number) => steps.reduce((all, step) => all + count(step), 0)
  return html`${part}${totalText(totals)} ${toldText(
    sum(({ told }) => told),
    sum(({ disclosed }) => disclosed),
  )}${silent === null || part !== '' ? NONE : silentLink(versions, silent)}`
}
