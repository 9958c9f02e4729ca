/** "By Ann Lee, Health Correspondent": who wrote the article. */
import type { LineRule } from './line-rule.ts'
import { anyCase, FULL_NAME, listFrom } from './names.ts'

const POST = String.raw`(?:[,|–—-]|\sin\s\p{Lu}[\p{L} ]*,)?\s?(?:[\p{L}'’-]+ ){0,4}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Ss]taff|[Pp]roducer|[Bb]ureau [Cc]hief|[Jj]ournalist)s?`
const BY = new RegExp(`^(?:[Ss]tory |[Ww]ords |[Tt]ext )?${anyCase('by')}:? ${listFrom(FULL_NAME)}(?:${POST})?$`, 'u')
/** "By Friday Evening", "By Our Correspondent" */
const NO_NAME =
  /\bby:? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|new|the|this|that|his|her|its|their|my)\b/i

/** "Ann Lee, Health Correspondent" */
const WITH_POST = new RegExp(`^${FULL_NAME},? (?:[\\p{L}'’-]+ ){0,3}(?:[Cc]orrespondent|[Rr]eporter|[Ss]taff [Ww]riter)$`, 'u')

export const authorLine: LineRule = (line) => (BY.test(line) && !NO_NAME.test(line)) || WITH_POST.test(line)
