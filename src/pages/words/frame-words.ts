/** The words around every page, and those of pages that report a failure. */
import type { FailureCode } from '../../failure.ts'

export const FRAME = {
  product: 'Claimtrail',
  skip: 'Skip to the content',
  search: 'Search all versions',
  searchButton: 'Search',
  navigation: 'Main',
  stories: 'Stories',
  changes: 'Changes',
  sources: 'Sources',
  tryIt: 'Try it',
  guide: 'Guide',
  api: 'API',
  json: 'JSON',
  csv: 'CSV',
  feed: 'Feed',
  hook: 'Webhook',
  about:
    'Claimtrail keeps what was published and what became of it. It reads by rules, and it errs: every finding shows the words it rests on.',
  howToRead: 'How to read it',
  record: 'The record of the archive',
  utc: 'All times are UTC.',
  /** The words of the script. */
  script: { copy: 'Copy link', copied: 'Copied', news: 'The archive has something new:', reload: 'reload' },
  description: 'A versioned archive of news articles that tracks how each claim changes.',
} as const

/** The name of a page: what it shows, the product last. */
export const titleOf = (title: string): string => `${title} – ${FRAME.product}`

/** The heading of a failure, and what a reader can do. The code of the failure decides; others are told by the last. */
const FAILURES: Readonly<Partial<Record<FailureCode, readonly [heading: string, advice: string]>>> = {
  not_found: ['There is no such page', 'The address may have a typing mistake, or the story was never archived.'],
  withheld: ['This version is withheld', 'Its place in the record stays, and so do the versions around it.'],
  invalid: ['This address asks for something that is not there', 'A part of the address is wrong or unknown.'],
  unauthorized: ['Reading this archive needs a sign-in', 'Whoever runs it gives out tokens for reading.'],
  forbidden: ['This sign-in may not do that', 'Whoever runs the archive gives out tokens, each for some things.'],
  too_many_requests: ['Too many requests came from your address', 'Wait a minute, then try again.'],
  method_not_allowed: ['This page cannot be sent to', 'Go back and try the link again.'],
}
const FAULT = ['The page could not be made', 'The fault is logged. Trying again may help.'] as const

export const failureWords = (code: FailureCode): readonly [heading: string, advice: string] => FAILURES[code] ?? FAULT
export const BACK = 'All stories'
