/** The outcomes of captures, and which of them read the page. */
import type { FetchFault } from '../web/fetch-resource.ts'

/** Captures that read what they were sent for. */
const GOOD_OUTCOMES = ['created', 'unchanged', 'not_modified', 'read_again', 'feed_read'] as const

/** Pages that came and are no article, by the judge of pages. */
const JUDGED_OUTCOMES = [
  'block_page',
  'bot_check',
  'consent_wall',
  'paywall',
  'soft_404',
  'empty_shell',
  'live_blog',
  'not_an_article',
  'redirected_away',
  'truncated',
] as const

/** Answers that are no page. */
const ANSWER_OUTCOMES = [
  'not_found',
  'gone',
  'refused',
  'rate_limited',
  'server_error',
  'not_html',
  'not_a_feed',
  'not_stored',
] as const

/** No answer. */
const FETCH_OUTCOMES = [
  'address_refused',
  'robots_disallowed',
  'timeout',
  'network_error',
  'redirect_loop',
  'too_large',
] as const satisfies readonly Exclude<FetchFault, 'host_busy'>[]

/** Captures that read nothing. */
export const BAD_OUTCOMES = [...JUDGED_OUTCOMES, ...ANSWER_OUTCOMES, ...FETCH_OUTCOMES] as const

export const OUTCOMES = [...GOOD_OUTCOMES, ...BAD_OUTCOMES] as const

export type CaptureOutcome = (typeof OUTCOMES)[number]

export const isGood = (outcome: string): boolean => (GOOD_OUTCOMES as readonly string[]).includes(outcome)

/** Faults that pass by themselves: they are tried again soon. */
const PASSING: readonly string[] = ['timeout', 'network_error', 'server_error', 'rate_limited']

export const passes = (outcome: string): boolean => PASSING.includes(outcome)

/** The outcome of an HTTP status that is none of success; null: it is one. */
export function outcomeOfStatus(status: number): CaptureOutcome | null {
  if (status === 304) return 'not_modified'
  if (status >= 200 && status < 300) return null
  if (status === 404) return 'not_found'
  if (status === 410) return 'gone'
  if (status === 429) return 'rate_limited'
  return status >= 500 ? 'server_error' : 'refused'
}

/** After how many failures in a row a watch stops, by the last outcome. */
const STOPS: Readonly<Record<string, number>> = { gone: 3, not_found: 10, robots_disallowed: 10, address_refused: 3 }
const STOPS_OTHERWISE = 50

/** Why a watch stops after so many failures in a row; null: it does not. */
export function stopReason(outcome: CaptureOutcome, failures: number): string | null {
  return failures >= (STOPS[outcome] ?? STOPS_OTHERWISE)
    ? `${failures} checks in a row read nothing; the last: ${outcome}.`
    : null
}
