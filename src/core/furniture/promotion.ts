/** "Share this article", "Read more: …", "Sign up for our newsletter": what the page asks of its reader. */
import type { LineRule } from './line-rule.ts'

const PIECE = '(?:article|story|page|post|report|video|interview|gallery|content)'
const SITE =
  '(?:facebook|twitter|x|whatsapp|linkedin|instagram|telegram|reddit|tiktok|youtube|bluesky|threads|google news|apple news|email|e-mail|social media)'
const MAIL = '(?:newsletters?|e-?mails?|alerts?|briefings?|inbox|notifications?|updates|digest|podcasts?|app|channel)'

const RULES: readonly RegExp[] = [
  // "Share this article on Facebook", "Print this page"
  new RegExp(
    `^(?:share|print|save|e-?mail|gift|bookmark|copy|comment on|report|rate) (?:(?:this|the) ${PIECE}|this)(?: (?:on|via|with|by|to|for) [\\w -]{1,30})*$`,
  ),
  // "Share on Facebook", "Share"
  new RegExp(
    `^(?:share|tweet|share (?:on|via|to|with) ${SITE}|(?:copy|share) (?:the )?link|link copied|share options|view comments|show comments|leave a comment|post a comment|save for later|add to favou?rites|listen to (?:this|the) ${PIECE}|listen now|watch now|play video|view (?:image|gallery) (?:in )?fullscreen|view gallery|back to top|skip to (?:main )?content|read (?:the )?full (?:story|article)(?: here)?|more on this story|more from [\\w ]{2,30}|you (?:may|might) also like|(?:most read|most viewed|most popular|trending(?: now)?|editors['’]? picks?|recommended(?: for you| stories)?|related (?:stories|articles|topics|content|links|coverage)|top stories|latest news)|join the conversation|show more|load more|continue reading(?: below)?)$`,
  ),
  // "Read more: …", "Related: …"
  /^(?:read more|read also|also read|read next|read on|read|more|related(?: (?:story|stories|article|articles|coverage))?|see also|watch(?: live| now| more| the video)?|listen(?: now| to)?|in pictures|in case you missed it|don['’]t miss|you may also like|(?:related )?topics?|tags?|filed under|keywords)\s?[:»›>|–—]/,
  // "Read more about the flood here"
  /^(?:read|see|learn|find out|discover) more (?:about|on|from|in|at) .*\b(?:here|below|page|website|site)$/,
  /^(?:read|see|learn) more$|^read more (?:about|on|from) [^,]{1,60}$/,
  // "Click here to subscribe"
  /^(?:click|tap) (?:here|below|on the (?:link|button))\b.{0,100}$/,
  // "Sign up for our newsletter"
  new RegExp(
    `^(?:please )?(?:sign up|subscribe|register|join|opt in)\\b(?: (?:here|now|today|free))*(?: (?:for|to|and|with))? ?.{0,80}\\b${MAIL}\\b.{0,40}$`,
  ),
  new RegExp(
    `^(?:get|receive|have) (?:the |our |all |more |your |breaking |top )*.{0,80}\\b(?:${MAIL}|delivered)\\b(?: (?:here|every|each|by|for|straight|directly|delivered).{0,40})?$`,
  ),
  /^(?:subscribe|sign up|sign in|log in|register)(?: (?:now|here|today|for free|to (?:read|continue|comment).{0,40}))?$/,
  // "Follow us on X", "Follow Ann Lee on Twitter @annlee"
  new RegExp(`^(?:please )?(?:follow|like|join|find|connect with|message) .{1,60} (?:on|via) ${SITE}\\b.{0,60}$`),
  /^(?:follow|join) (?:us|me|our|@\w+).{0,60}$/,
  /^(?:download|get|try|install) (?:the|our) .{0,30}\bapp\b.{0,40}$/,
  /^(?:support|help fund|donate to|become a (?:member|supporter|subscriber) of) (?:our|us|independent|the).{0,60}$/,
  // "23 comments", "Comments (23)"
  /^(?:\d[\d,.]* (?:comments?|shares?|views?|likes?)|comments? ?[(]?\d*[)]?|\d+ min(?:ute)?s?(?: read)?)$/,
]
/** The author's own voice: such a line reports something. */
const REPORTS = /\b(?:said|says|told|was|were|has|had|have been|will|would|rose|fell)\b/

export const promotion: LineRule = (line) => {
  const plain = line.toLowerCase().replace(/^[\s•*>»›▶►|-]+|[\s.!…»›>→*|-]+$/g, '')
  return RULES.some((rule) => rule.test(plain)) && (/^[^:]{1,40}:/.test(plain) || !REPORTS.test(plain))
}
