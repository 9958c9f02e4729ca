/** "(Reporting by Ann Lee in Lima; Editing by Bo Ray)": who worked on the article. */
import type { LineRule } from './line-rule.ts'
import { anyCase, CLOSE, listFrom, OPEN, PERSON } from './names.ts'

const WORK = anyCase(
  'reporting editing writing research graphics design production translation photography compilation compiled edited reported written produced translated photographed illustrated',
)
const CREDIT = `(?:${anyCase('additional further with original')} )?${WORK}(?:(?:, | and | & )${WORK})* ${anyCase('by')} ${listFrom(PERSON)}`
const CREDITS = new RegExp(`${OPEN}${CREDIT}(?:\\s?[;,.|]\\s?(?:and )?${CREDIT})*${CLOSE}`, 'u')

/** "Ann Lee and Bo Ray contributed to this report." */
const CONTRIBUTED =
  /^\W*\p{Lu}[^!?:"“”]{1,160} (?:also )?contributed (?:(?:additional |further )?(?:reporting|research|writing)(?: (?:to|for) this (?:report|story|article))?|to this (?:report|story|article|dispatch))(?: from [\p{L} ,]+)?[.)]*$/u

/** "With files from Ann Lee" */
const FILES = new RegExp(
  `${OPEN}[Ww]ith (?:files|reporting|contributions|additional reporting) (?:from|by) (?:the )?${listFrom(PERSON)}${CLOSE}`,
  'u',
)

export const creditLine: LineRule = (line) => CREDITS.test(line) || CONTRIBUTED.test(line) || FILES.test(line)
