/** The words of captures, watches and gaps. */
import type { CoverageJson } from '../../http/json/captures/coverage-json.ts'
import type { WatchJson } from '../../http/json/captures/watch-json.ts'
import { counted, listed } from '../../http/words/counts.ts'
import { timeText } from '../../http/words/times.ts'
import { html, type Markup } from '../markup.ts'

type Outcome = NonNullable<WatchJson['last_outcome']>

/** The outcomes of captures. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  created: 'a new version',
  unchanged: 'the same text',
  not_modified: 'the same page',
  read_again: 'the last page, read again',
  feed_read: 'the feed was read',
  block_page: 'a block page',
  bot_check: 'a check for robots',
  consent_wall: 'a consent wall',
  paywall: 'a paywall',
  soft_404: 'a page that says that it is not there',
  empty_shell: 'a page without its text',
  live_blog: 'a live blog',
  not_an_article: 'no article',
  redirected_away: 'led to another page',
  truncated: 'the text breaks off',
  not_found: 'not found (404)',
  gone: 'gone (410)',
  refused: 'refused',
  rate_limited: 'asked too often (429)',
  server_error: 'the site failed',
  not_html: 'no page of text',
  not_a_feed: 'no feed',
  not_stored: 'too long to store',
  address_refused: 'an address that is not called',
  robots_disallowed: 'robots.txt disallows it',
  timeout: 'timed out',
  network_error: 'no answer',
  redirect_loop: 'redirects without end',
  too_large: 'too large',
}

export const WATCHES = {
  title: 'Watched pages',
  lede: 'Pages and feeds that the archive reads by itself, often while they are new and ever more seldom after that.',
  none: 'Nothing is watched yet.',
  noneSuch: 'No watch is in that state.',
  add: 'Watch an address',
  url: 'Address of an article or a feed',
  article: 'Story (its slug)',
  articleHint: 'Left out: the story that is known at that address, or a new one.',
  publication: 'Publication',
  publicationHint: 'Left out: the name that the page gives.',
  every: 'Fixed interval in minutes',
  everyHint: 'Left out: by the time since the last change.',
  keep: 'CSS selectors of the text',
  drop: 'CSS selectors of what is no part of it',
  selectorsHint: 'A line each, for a site that is read wrongly.',
  button: 'Watch it',
  change: 'How it is read',
  save: 'Save',
  one: (id: number) => `Watch ${id}`,
  check: 'Check now',
  busy: 'The site is being read just now. It is checked as soon as it is free.',
  pause: 'Pause',
  resume: 'Resume',
  remove: 'Remove it',
  removeLede: 'What it captured stays.',
  more: 'More watches',
  states: { watching: 'watched', paused: 'paused', stopped: 'stopped' },
  stateTabs: 'State',
  all: 'All',
  feed: 'feed',
  ofFeed: 'named by a feed',
  pagesOfFeed: 'The pages that it named',
  notYet: 'not read yet',
  last: (outcome: string, time: string) => `last ${time}: ${outcome}`,
  next: (time: string) => `next ${time}`,
  failures: (count: number) => `${counted(count, 'check')} in a row read nothing`,
  captures: 'Captures',
  story: 'Its story',
} as const

type Hub = NonNullable<WatchJson['hub']>

const HUB_STATES: Readonly<Record<Hub['state'], (hub: Hub) => string>> = {
  pending: () => 'was asked to report what is new, and has not confirmed it yet.',
  active: ({ lease_until }) =>
    `reports what is new${lease_until === null ? '' : `, until ${timeText(lease_until, { year: true })} unless that is renewed`}.`,
  denied: ({ reason }) => `does not want to report what is new${reason === null ? '.' : `: ${reason}`}`,
  failed: ({ reason }) => `could not be asked to report what is new${reason === null ? '.' : `: ${reason}`}`,
}

/** "The hub https://… reports what is new, until 11 March 2026, 08:00 unless that is renewed. It last did so on …." */
export function hubText(hub: Hub): Markup {
  const last = hub.notified_at === null ? '' : ` It last did so on ${timeText(hub.notified_at, { year: true })}.`
  return html`The hub <span dir="auto">${hub.url}</span> ${HUB_STATES[hub.state](hub)}${last}`
}

export const CHECKS = {
  title: 'What could not be read',
  allTitle: 'Captures',
  lede: 'Where a page could not be read, it is not known what it said. Nothing is taken as dropped for it.',
  ofStory: (headline: string) => `Captures: ${headline}`,
  bad: 'Could not be read',
  all: 'All captures',
  which: 'Which',
  noneBad: 'Every page that was checked could be read.',
  none: 'Nothing was captured yet.',
  columns: ['Time', 'Came', 'Because', 'Story or address', 'Data'],
  version: (number: number) => `version ${number}`,
  data: 'JSON',
  more: 'Earlier captures',
  gaps: 'Gaps',
  gapColumns: ['Not read', 'Why'],
  until: (from: string, to: string) => `${from} to ${to}`,
  lasts: (from: string) => `since ${from}`,
} as const

/** "41 checks since 18 March, 19:20; 11 of them read nothing. The last on …, the next on ….": how well a story is watched. */
export function coverageText(coverage: CoverageJson): Markup {
  const { watches, checks, failed, since, last_check, next_check, stopped } = coverage
  if (watches === 0) return html``
  const made = `${counted(checks, 'check')}${since === null ? '' : ` since ${timeText(since, { year: true })}`}`
  const times = [
    ...(last_check === null ? [] : [`the last on ${timeText(last_check, { year: true })}`]),
    ...(next_check === null ? [] : [`the next is due on ${timeText(next_check)}`]),
  ]
  const failing =
    failed === 0
      ? html`none failed.`
      : html`<b>${failed} failed.</b> What stood meanwhile is not known, and nothing is taken as dropped for it.`
  const state =
    stopped !== null
      ? html` <b>No more checks are made:</b> ${stopped}`
      : next_check === null
        ? html` <b>The checks are paused.</b>`
        : html``
  return html`<b>${made}</b>${times.length > 0 ? `, ${listed(times)}` : ''}; ${failing}${state}`
}

/** Why a gap could not be read, each reason once. */
export const gapReasons = (outcomes: readonly Outcome[]): string =>
  listed([...new Set(outcomes.map((one) => OUTCOME_WORDS[one]))])
