/** "Advertisement", "Story continues below": the place of an advertisement. */
import type { LineRule } from './line-rule.ts'

const LINE =
  /^[\s([*•|—–-]*(?:(?:skip |after |paid )?advertise?ment|advertising|sponsored(?: content| post| by [\p{L} ]{2,30})?|promoted(?: content)?|paid (?:content|partnership)|partner content|ad|(?:(?:story|article|report|post) )?continues? (?:reading )?(?:below|after)(?: (?:the )?(?:ad|ads|advertisement|promotion|video|gallery|newsletter promotion))?|(?:scroll|keep reading|scroll down) (?:to|for) (?:continue|more)(?: (?:reading|with content))?|skip past (?:newsletter )?promotion|(?:after|skip) newsletter promotion|newsletter promotion|this (?:ad|advertisement) (?:has not loaded yet|will close)[^.]{0,60}|(?:article|story) content|loading)[\s)\]*.…|—–-]*$/iu

export const advertisement: LineRule = (line) => LINE.test(line)
