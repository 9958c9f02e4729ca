/** "Questions for the council": a short heading between two paragraphs of prose. It names a matter and states nothing. */
import type { Sentence } from '../article.ts'
import { verbGroupsIn } from '../claims/syntax/verb-groups.ts'
import { tokenize } from '../claims/words/tokens.ts'
import { isAdjective } from '../lexicon/plain-adjectives.ts'

const LONGEST = 45
const MOST_WORDS = 5
const LEAST_WORDS_OF_PROSE = 5
/** Letters only, from a capital on: a figure, a quotation or a mark between words may state something. */
const FORM = /^\p{Lu}[\p{L}’'-]*(?: (?:\p{L}[\p{L}’'-]*|&))*$/u
/** Words that make a fragment a statement ("No charges", "Mayor under fire", "Two dead"). */
const STATES =
  /\b(?:no|not|never|none|without|nobody|nothing|still|now|again|already|yet|back|off|out|up|down|away|under|amid|against|after|before|over|near|behind|in|on|at|by|from|with|to|into|than|as|more|less|fewer|most|all|every|both|half|dozens|hundreds|thousands|millions|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|dead|missing|unknown|unclear|injured|wounded|guilty|open|closed|shut|possible|likely|suspected|alleged|update|updates|updated|correction|corrections|clarification|note)\b/i
const PROSE = /[.!?…]["'”’)\]]*$/
const TIME = /^\W*\d{1,2}[:.]\d{2}\b/

/** Returns the indices of the cross-heads. A text with time stamps is a live blog: its headings are headlines. */
export function crossHeadsIn(sentences: readonly Sentence[]): number[] {
  if (sentences.filter(({ text }) => TIME.test(text)).length > 1) return []
  return [...sentences.keys()].filter((i) => isCrossHead(sentences[i - 1], sentences[i], sentences[i + 1]))
}

function isCrossHead(before: Sentence | undefined, line: Sentence | undefined, after: Sentence | undefined): boolean {
  if (!before || !line || !after || before.zone === 'headline') return false
  const { text } = line
  if (text.length > LONGEST || !FORM.test(text) || STATES.test(text)) return false
  const alone = line.start - before.end > 1 && after.start - line.end > 1
  return alone && isProse(before) && isProse(after) && isNominal(text)
}

const isProse = ({ text }: Sentence) =>
  PROSE.test(text) && text.split(' ', LEAST_WORDS_OF_PROSE).length === LEAST_WORDS_OF_PROSE

/** Returns true for a short line without a verb or a predicate adjective. */
function isNominal(text: string): boolean {
  const words = text.split(' ')
  if (words.length > MOST_WORDS) return false
  const last = words.at(-1)?.toLowerCase() ?? ''
  return !(words.length > 1 && isAdjective(last)) && verbGroupsIn(tokenize(text)).length === 0
}
