/** The words of the front page. */
import type { Kind } from '../../core/changes/change.ts'
import { byWeight } from '../../core/changes/weight.ts'
import type { StoryJson } from '../../http/json/stories/stories-json.ts'
import { counted } from './counts.ts'
import { KIND_WORDS } from './kinds-in-words.ts'
import { dayOf } from './times.ts'

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
  sourceHint: 'A full name',
  since: 'Since',
  show: 'Show',
  showAll: 'Show all',
  alsoDisclosed: 'Also disclosed ones',
  noneTitle: 'No story fits',
  none: 'The filters look at the latest version of each story. With a day in “Since” they look at all versions from then on.',
  version: (number: number) => `version ${number}`,
  of: (count: number) => `of ${count}`,
  firstVersion: 'first version',
  nothingToCompare: 'nothing to compare yet',
  nothingChanged: 'nothing in its claims changed',
  across: (previous: number) => `What changed since version ${previous}, across what is withheld`,
  withheld: 'withheld',
  more: 'Earlier stories',
  watched: 'The versions were handed in; no page is watched, so what stood between two versions is not known.',
  aside: 'Changes by kind',
  byKind: 'What happened to claims',
  tallest: (most: number) => `Tallest bar: ${most}.`,
  noneOf: (kinds: readonly Kind[]) => `None: ${kinds.map((kind) => KIND_WORDS[kind].label.toLowerCase()).join(', ')}.`,
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

/** Whether its latest version follows a withheld one: what changed is counted nowhere here. */
const isHidden = ({ withheld_between }: StoryJson): boolean => withheld_between > 0

/** The answer of the morning in a sentence or two. `whole`: these are all stories there are, not the latest of more. */
export function frontVerdict(stories: readonly StoryJson[], whole: boolean): string {
  const changed = stories.filter(({ previous }) => previous !== null)
  const silent = changed.filter(isSilent).length
  if (changed.length === 0) return 'No story has a second version yet.'
  const hidden = changed.filter(isHidden).length
  const also =
    hidden === 0
      ? ''
      : ` Across withheld versions ${counted(hidden, 'story', 'stories')} changed in ways that are not counted here.`
  if (changed.length === 1 && whole) {
    const [story] = changed
    if (story && isHidden(story)) return 'One story changed, across a version that is withheld.'
    if (!story || story.told === 0) return 'One story changed. Its latest version altered nothing that readers had been told.'
    return `One story changed. Its latest version altered what readers had been told and ${silent > 0 ? 'does not say so' : 'says so'}.`
  }
  if (!whole && stories.length === 1)
    return `The latest story altered ${silent > 0 ? 'what readers had been told and does not say so' : 'nothing that readers had been told without saying so'}.`
  const lead = whole ? `${changed.length} stories changed.` : `The latest ${stories.length} stories:`
  if (silent === 0) return `${lead} ${whole ? 'None' : 'none'} altered what readers had been told without saying so.${also}`
  const which = silent === changed.length ? 'all of them' : `${silent} of them`
  return `${lead} ${whole ? which.charAt(0).toUpperCase() + which.slice(1) : which} altered what readers had been told and did not say so.${also}`
}

/** How many stories a choice of filters has found: "3 stories: softened, not disclosed." */
export function chosenText(
  count: number,
  more: boolean,
  { kind, publication, source, since, acknowledged }: ChosenFilters,
): string {
  const parts = [
    ...(kind
      ? [
          byWeight(kind)
            .map((one) => KIND_WORDS[one].label.toLowerCase())
            .join(' or '),
        ]
      : []),
    ...(acknowledged === undefined ? [] : [acknowledged ? 'disclosed' : 'not disclosed']),
    ...(source === undefined ? [] : [`said by ${source}`]),
    ...(publication === undefined ? [] : [`in ${publication}`]),
    ...(since === undefined ? [] : [`since ${dayOf(since, { year: true })}`]),
  ]
  return `${counted(count, 'story', 'stories')}${more ? ' and more' : ''}: ${parts.join(', ')}.`
}

export interface ChosenFilters {
  readonly kind?: readonly Kind[] | undefined
  readonly publication?: string | undefined
  readonly source?: string | undefined
  readonly since?: string | undefined
  readonly acknowledged?: boolean | undefined
}
