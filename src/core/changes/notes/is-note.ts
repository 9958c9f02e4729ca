/** Recognizes a newsroom's note about its own text, by its beginning or its words. */
import type { Sentence } from '../../article.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'

const OPENING =
  /^\W*(corrections?|corrected|clarifications?|clarified|corrections? and clarifications?|update|updated|amended|revised|editor['’]?s['’]? note|editors['’]? note|publisher['’]?s note|note to readers|note from the editors?|for the record|retraction|amendment|addendum|erratum|errata)\b(?:[^.]|[ap]\.m\.|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.){0,30}[:—–-]/i

const TEXT =
  '(article|story|report|piece|page|post|headline|caption|obituary|column|review|interview|profile|feature|dispatch|account|item|live blog)'
const WRONGLY = '(wrongly|incorrectly|mistakenly|erroneously)'
const AT_FIRST = `(${WRONGLY}|originally|initially|previously|at first|first)`
const GAVE = '(said|stated|reported|gave|wrote|named|described|called|put|identified|attributed|quoted|had)'
const AMENDED = '(amended|corrected|updated|changed|edited|revised|clarified)'

const INSIDE = new RegExp(
  [
    `\\b(an |a |the )?(earlier|previous|original|initial|first) versions? of (this|the|our) ${TEXT}`,
    `\\bthis ${TEXT} (has been|was|has since been|has now been) ${AMENDED}`,
    `\\bthis ${TEXT} ${AT_FIRST} ${GAVE}\\b`,
    `\\bthis version (corrects|updates|clarifies)\\b`,
    // "Amended on Monday to correct the price."
    `^\\W*${AMENDED}\\b.{0,40}\\bto (correct|clarify|reflect|make clear|remove)\\b`,
    // "(Corrects the price in the second paragraph)", "Story corrected to fix the price.", "Refiles to add a name"
    '^\\W*(corrects|refiles|clarifies|amends|fixes|updates (with|to|throughout|number|figure|name))\\b',
    `^\\W*${TEXT} (corrected|amended|refiled|edited|changed) (to|after)\\b`,
    // "We originally reported that", "Our earlier figure was wrong.", "not 60 as we had it"
    `\\bwe ${AT_FIRST} ${GAVE}\\b|^\\W*we (said|reported|wrote|stated|gave) (?!\\.)`,
    `\\bour (earlier|original|previous|first|initial) (figure|number|report|story|version|article|headline|estimate|item|post|account)\\b`,
    `\\bas we (first |originally |previously |initially |wrongly |earlier )?(had it|said|reported|stated|wrote)\\b`,
    '\\b(a|an|the following) (correction|clarification|amendment) (was|has been|is being) (made|added|appended|issued|published)\\b',
    '\\b(because of|due to|owing to|through|in) an? (editing|reporting|production|typing|transcription|translation|typographical) (error|mistake|slip)\\b',
    `\\bwe (have |had )?(corrected|amended|misstated|misunderstood|misquoted|${WRONGLY} ${GAVE})\\b|\\bwe (regret|apologi[sz]e for) (the|this|our) (error|mistake)\\b`,
    `\\b(misstated|misidentified|misreported|misattributed|misspelled|misspelt|${WRONGLY} (said|stated|reported|gave))\\b`,
  ].join('|'),
  'i',
)

/** Quoted words are no note: "We misunderstood," she said. */
const QUOTED = /["“][^"“”]{0,400}["”]/g

/** An aside in a sentence of the story: "16 people (not 60, as this article first said)". */
const ASIDE = /(?<=[\p{L}\p{N}]\s)\([^()]{0,400}\)/gu

/** Returns true if the sentence is, or opens, a note of the newsroom about its own text. */
export const isNote = memoizeByIdentity(
  ({ text }: Pick<Sentence, 'text'>): boolean =>
    OPENING.test(text.slice(0, 200)) || INSIDE.test(text.slice(0, LONGEST).replace(QUOTED, ' ').replace(ASIDE, ' ')),
)

const LONGEST = 2000
