/** "Contact the reporter at ann@post.example": how to reach the newsroom. */
import type { LineRule } from './line-rule.ts'

const EMAIL = String.raw`[\w.+-]+@[\w-]+\.[\w.-]+`
const HANDLE = String.raw`@\w{2,30}`
const REACHED = String.raw`(?:${EMAIL}|${HANDLE}|https?:\/\/\S+|www\.\S+|\+?\(?\d[\d ().-]{5,}\d)`
/** "ann@post.example", "@annlee", "Twitter: @annlee" */
const ALONE = new RegExp(
  `^[\\s([*•|—–-]*(?:(?:e-?mail|twitter|x|instagram|facebook|mastodon|bluesky|tel|phone|tips?|website|web)\\s?:?\\s*)?(?:${EMAIL}|${HANDLE}|https?:\\/\\/\\S+)(?:\\s*[|,;•]?\\s*(?:${EMAIL}|${HANDLE}|https?:\\/\\/\\S+))*[\\s)\\].]*$`,
  'i',
)
/** "Contact the reporter at …", "Ann Lee can be reached at …" */
const REACH = new RegExp(
  `^(?:(?:to |please |you can |you may )*(?:contact|reach|e-?mail|write to|message|tweet|text|send (?:tips|letters|comments|corrections|feedback|your \\w+)|get in touch with|have a tip)\\b|(?:tips?|contact|comments?|feedback|corrections?)\\s?[:?]|follow (?:him|her|them|[A-Z])|[A-Z][\\p{L} .'’-]{2,60} (?:can be reached|may be reached|is reachable|can be contacted|tweets?)\\b).{0,120}${REACHED}[^a-z]{0,40}$`,
  'u',
)
const REACH_SMALL = new RegExp(REACH.source, 'iu')
/** "Got a tip?", "Do you have a story to share?" */
const ASKS =
  /^(?:(?:have|got|do you have|know) (?:a|any|more) (?:tips?|story|stories|news tip|information (?:about|on) this story)\b[^.]{0,60}\?|(?:get|let us|please get) in touch(?: with us)?\b.{0,60})$/i

export const contactLine: LineRule = (line) => ALONE.test(line) || REACH_SMALL.test(line) || ASKS.test(line)
