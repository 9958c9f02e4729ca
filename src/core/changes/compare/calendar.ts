/** Words of the calendar and the clock. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const WEEKDAYS = set('monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri')
export const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
/** Parts of the day, days relative to the day of writing, and seasons. */
export const DAYTIMES = set('today tomorrow yesterday tonight noon midnight midday dawn dusk morning afternoon evening')
export const SEASONS = set('spring summer autumn winter')
export const HALVES = set('am pm')
/** "next week", "last month" */
export const RELATIVE = set('next last this coming past')
export const PERIODS = set('week weekend month year quarter decade century night season term')
/** Words that may precede a year, or a month that could be another word ("may", "march"). */
export const BEFORE_DATES = set(
  'in since by of from until till to through after before during early late mid and between or on for last next this',
)
