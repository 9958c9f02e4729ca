/** The words of the front page. */
import type { Kind } from '../../core/changes/change.ts'
import { byWeight } from '../../core/changes/weight.ts'
import type { StoryJson } from '../../http/json/stories/stories-json.ts'
import { counted, thousands, upper } from '../../http/words/counts.ts'
import { KIND_WORDS } from '../../http/words/kinds-in-words.ts'
import { dayOf, timeText } from '../../http/words/times.ts'
import { html, type Markup, NONE } from '../markup.ts'

export const FRONT = {
  firstTitle: 'What became of each claim in the news',
  title: 'What changed',
  introTitle: 'News stories change after they are published. See what became of each claim.',
  intro:
    'Claimtrail keeps every version of a story and follows each claim through them: who says it, how surely, what was changed, and whether readers were told.',
  tryIt: 'Paste two texts',
  openStory: 'Open this story',
  example: 'One claim of',
  saidBy: 'said by',
  hide: 'Do not show this again',
  tabs: 'Disclosed or not',
  all: 'All',
  silent: 'Not disclosed',
  said: 'Disclosed',
  kind: 'What happened',
  anyKind: 'Anything',
  publication: 'Publication',
  anyPublication: 'All',
  source: 'Who says it',
  sourceHint: 'A name',
  anySource: 'Whoever says it',
  since: 'Since',
  show: 'Show',
  showAll: 'Show all',
  alsoDisclosed: 'Also disclosed ones',
  noneTitle: 'No story fits',
  none: 'The filters look at what changed in all versions of each story; with a day in “Since”, in the versions from then on.',
  version: (number: number) => `version ${number}`,
  of: (count: number) => `of ${count}`,
  firstVersion: 'first version',
  nothingToCompare: 'nothing to compare yet',
  nothingChanged: 'nothing in its claims changed',
  across: (previous: number) => `What changed since version ${previous}, across what is withheld`,
  withheld: 'withheld',
  more: 'Earlier stories',
  watched: (pages: number) =>
    pages === 0
      ? 'The versions were handed in; no page is watched, so what stood between two versions is not known.'
      : `${upper(counted(pages, 'address is', 'addresses are'))} watched. Where a page could not be read, nothing is taken as dropped.`,
  unread: 'What could not be read',
  aside: 'Changes by kind',
  byKind: 'What happened to claims',
  firstToo: 'first versions too',
  wholeArchive: 'Of all stories, whatever is chosen beside it.',
  wholeStory: 'In the whole story:',
  fits: (count: number) => `${counted(count, 'change')} ${count === 1 ? 'fits' : 'fit'}.`,
  tallest: (most: number) => `Tallest bar: ${most}.`,
  noneOf: (kinds: readonly Kind[]) => `None: ${kinds.map((kind) => KIND_WORDS[kind].label.toLowerCase()).join(', ')}.`,
  inVersion: (number: number, time: string) => `version ${number}, ${timeText(time)}`,
  moreMatches: (count: number) => `${thousands(count)} more`,
  chart: 'Changes of each kind by day',
  day: 'Day',
  changes: 'Changes',
  statistics: 'Statistics',
} as const

/** The text of an empty archive, with the ways to fill it. */
export const EMPTY = {
  title: 'Nothing is archived yet',
  lede: 'Claimtrail keeps every version of a story and follows each claim through them. Give it a first one:',
  demo: 'Look at the demo',
  demoText: 'One story in six versions, with everything that can happen to a claim.',
  demoCommand: 'npx claimtrail seed',
  own: 'Archive a story of your own',
  ownText: 'A text file is enough. Edit it, send it again, and see what moved.',
  ownCommand: 'npx claimtrail ingest story.txt --title "Ferry Fares Rise"',
  only: 'Only try it',
  onlyText: 'Paste two texts',
  nothingStored: 'Nothing is stored.',
} as const

/** Whether a story altered what readers had been told and did not say all of it. */
export const isSilent = ({ told, disclosed }: Pick<StoryJson, 'told' | 'disclosed'>): boolean => disclosed < told

/** The count of a tab: "3"; of many "more than 100". */
export const tabCount = (count: number): string => (count > 100 ? 'more than 100' : String(count))

/** Whether its latest version follows a withheld one: what changed is counted nowhere here. */
const isHidden = ({ withheld_between }: StoryJson): boolean => withheld_between > 0

/** The answer of the morning in a sentence or two. `whole`: these are all stories there are, not the latest of more. */
export function frontVerdict(stories: readonly StoryJson[], whole: boolean, lists: ListsOfChanges): Markup {
  const changed = stories.filter(({ previous }) => previous !== null)
  const silent = changed.filter(isSilent).length
  const [only] = changed
  if (!only) return html`No story has a second version yet.`
  const hidden = changed.filter(isHidden).length
  const also =
    hidden === 0
      ? NONE
      : html` Across withheld versions ${counted(hidden, 'story', 'stories')} changed in ways that are not counted here.`
  if (changed.length === 1 && whole)
    return isHidden(only) && only.told === 0
      ? html`One story changed, across a version that is withheld.`
      : html`One story changed. ${ofOne(only, lists)}`
  if (!whole && stories.length === 1) return html`The latest story: ${ofOne(only, lists)}`
  const lead = whole
    ? `${counted(changed.length, 'story', 'stories')} changed.`
    : `The latest ${counted(stories.length, 'story', 'stories')}:`
  if (silent === 0) return html`${lead} ${whole ? 'None' : 'none'} altered what readers had been told without saying so.${also}`
  const which = silent === changed.length ? 'all of them' : `${silent} of them`
  return html`${lead} ${whole ? upper(which) : which} altered what readers had been told and <a href="${lists.silent}">did not say so</a>.${also}`
}

/** The addresses of the changes that were not disclosed, and of those that were. */
export interface ListsOfChanges {
  readonly silent: string
  readonly said: string
}

function ofOne({ told, disclosed }: StoryJson, lists: ListsOfChanges): Markup {
  if (told === 0) return html`Nothing that readers had been told was altered.`
  const silent = told - disclosed
  const altered = `${upper(counted(told, 'change'))} altered what readers had been told;`
  if (silent === 0)
    return html`${altered} <a href="${lists.said}">${told === 1 ? 'it was disclosed' : 'all of them were disclosed'}</a>.`
  const which =
    told === 1 ? 'it was' : silent === told ? 'none of them was' : `${silent} of them ${silent === 1 ? 'was' : 'were'} not`
  const rest = told === 1 ? 'not disclosed' : 'disclosed'
  return html`${altered} <a href="${lists.silent}">${which} ${rest}</a>.`
}

/** How many stories a choice of filters has found: "3 stories with undisclosed changes: softened." */
export function chosenText(count: number, more: boolean, { acknowledged, since, ...filters }: ChosenStories): string {
  const which = acknowledged === undefined ? '' : ` with ${acknowledged ? 'disclosed' : 'undisclosed'} changes`
  const parts = chosenParts({ ...filters, from: since })
  return `${counted(count, 'story', 'stories')}${more ? ' and more' : ''}${which}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

interface ChosenStories {
  readonly kind?: readonly Kind[] | undefined
  readonly publication?: string | undefined
  readonly source?: string | undefined
  readonly since?: string | undefined
  readonly acknowledged?: boolean | undefined
}

export interface ChosenChanges {
  readonly kind?: readonly Kind[] | undefined
  readonly publication?: string | undefined
  readonly source?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly disclosed?: boolean | undefined
}

/** The choice in words: "softened or reversed", "not disclosed", "said by Ada Quill", "since 12 March 2025". */
export function chosenParts({ kind, publication, source, from, to, disclosed }: ChosenChanges): string[] {
  const day = (time: string) => dayOf(time, { year: true })
  return [
    ...(kind
      ? [
          byWeight(kind)
            .map((one) => KIND_WORDS[one].label.toLowerCase())
            .join(' or '),
        ]
      : []),
    ...(disclosed === undefined ? [] : [disclosed ? 'disclosed' : 'not disclosed']),
    ...(source === undefined ? [] : [`said by ${source}`]),
    ...(publication === undefined ? [] : [`in ${publication}`]),
    ...(from === undefined ? [] : [`since ${day(from)}`]),
    ...(to === undefined ? [] : [`until ${day(to)}`]),
  ]
}
