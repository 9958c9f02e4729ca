/** Words of the calendar and the clock, by the forms of dates. */
import type { Token } from '../words/token.ts'

export const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)$/
export const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:'s)?$/
export const DAY = /^(?:yesterday|today|tomorrow|tonight|midnight|noon)(?:'s)?$/
export const PERIOD =
  /^(?:week|weekend|month|year|spring|summer|autumn|fall|winter|quarter|decade|century|morning|afternoon|evening|night)(?:'s)?$/
export const SEASON = /^(?:spring|summer|autumn|fall|winter)$/
export const DAY_NUMBER = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/
export const DAY_RANGE = /^(?:[12]?\d|3[01])-(?:[12]?\d|3[01])$/
export const YEAR = /^(?:1[5-9]|20|21)\d\d(?:'?s)?$/
export const YEAR_RANGE = /^(?:1[5-9]|20)\d\d-(?:(?:1[5-9]|20)\d\d|\d\d)$/

/** Returns the number of tokens of a date that begins at `at`; 0 if none does. Each rule covers one form. */
export type DateRule = (tokens: readonly Token[], at: number) => number

/** Returns the lower-case word at an index, '' past either end. */
export const word = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? ''

export const isMonth = (tokens: readonly Token[], at: number): boolean =>
  MONTH.test(word(tokens, at)) && tokens[at]?.capital === true
