/** "(Reuters)", "GBP=D4", "ENDS": an agency's name, a code or an end mark alone. */
import type { LineRule } from './line-rule.ts'
import { CLOSE, OPEN } from './names.ts'

const AGENCY =
  '(?:(?:the )?associated press|ap|reuters|(?:thomson reuters)|agence france-presse|afp|press association|pa(?: media)?|bloomberg|upi|dpa|efe|ansa|interfax|tass|xinhua|kyodo(?: news)?|aap|cnn|bbc(?: news)?|getty images|(?:the )?canadian press|nova news)'
const TAG = new RegExp(`${OPEN}(?:(?:source|via|from)s?:? )?${AGENCY}(?:\\s?(?:[,/|&]|and)\\s?${AGENCY})*${CLOSE}`, 'i')

/** "GBP=D4", "<FB.O>", "(NYSE: ABC)" */
const CODE =
  /^[([<]*(?:[A-Z0-9.]{1,8}=[A-Z0-9]{0,6}|<[A-Z0-9.^=]{1,12}>?|[A-Z]{1,5}\.[A-Z]{1,2}|(?:NYSE|NASDAQ|Nasdaq|LSE|LON|ASX|TSX): ?[A-Z.]{1,6})[)\]>]*(?:[\s,;]+[(<[]*(?:[A-Z0-9.]{1,8}=[A-Z0-9]{0,6}|[A-Z]{1,5}\.[A-Z]{1,2})[)\]>]*)*$/

/** "FTSE 100 7,512.30 +0.42%" */
const QUOTE_ROW = /^[\p{Lu}][\p{L}\d&. /-]{0,30} [\d,]*\d\.\d+ (?:[▲▼] ?)?[+−–-]?[\d.,]+%?(?: ?[(]?[+−–-]?\d+\.\d+ ?%[)]?)?$/u

/** "ENDS", "-30-" */
const END = /^[-–—#*(\s]*(?:ends|end|30|more)[-–—#*)\s]*$/
const END_CAPITALS = /^[-–—#*(\s]*(?:ENDS|END|MORE TO COME|MORE FOLLOWS)[-–—#*).\s]*$/

export const agencyTag: LineRule = (line) =>
  TAG.test(line) || CODE.test(line) || isQuoteRow(line) || END_CAPITALS.test(line) || (/^[-–—#*]/.test(line) && END.test(line))

/** A row of prices has a signed change in percent or a mark of direction. */
const isQuoteRow = (line: string) => /[+−▲▼]/.test(line) && QUOTE_ROW.test(line)
