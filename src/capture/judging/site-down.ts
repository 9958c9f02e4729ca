import { firstMatch, type JudgingRule } from './judging-rule.ts'

const MOST_WORDS = 400
const MOST_BODY = 180

const PHRASES: readonly RegExp[] = [
  /\b(?:site|website|page|service|server) (?:is |are )?(?:currently |temporarily |now )*(?:unavailable|down|offline|under maintenance|not available|undergoing)\b|down for maintenance|scheduled maintenance|service unavailable|technical difficult|temporary error|some error has occ?ured|page (?:can['’]t|cannot|could not) be displayed|try (?:again|after) (?:later|some time)|internal server error|bad gateway|gateway time-?out|too many requests/i,
  /(?:wartungsarbeiten|en maintenance|en mantenimiento|in manutenzione|технические работы|vorübergehend nicht (?:erreichbar|verfügbar))/iu,
]

/** The site is down or fails; on a short page. */
export const siteDown: JudgingRule = {
  name: 'site-down',
  outcome: 'block_page',
  find: ({ heads, text, textWords, bodyWords, read }) => {
    if (textWords > MOST_WORDS || bodyWords > MOST_BODY) return null
    return firstMatch([...heads, textWords > 0 ? text : (read.body ?? '')].join(' ¶ '), PHRASES)
  },
}
