/** How a newsroom's note about its own text begins, or what it says. */

const OPENING =
  /^\W*(correction|corrected|clarification|clarified|update|updated|editor['’]?s['’]? note|editors['’]? note|note to readers|note from the editors?|retraction|amendment|erratum)\b(?:[^.]|[ap]\.m\.|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.){0,30}[:—–-]/i

const TEXT = '(article|story|report|piece|page|post|headline|obituary|column|review|interview|profile|feature|dispatch|account)'
const INSIDE = new RegExp(
  `\\b(an |a |the )?(earlier|previous|original|initial|first) versions? of (this|the) ${TEXT}|` +
    `\\bthis ${TEXT} (has been|was|has since been) (amended|corrected|updated|changed|edited|revised|clarified)|` +
    '\\bwe (have )?(corrected|amended|misstated)\\b|\\b(misstated|misidentified|misreported|misattributed|misspelled|misspelt|incorrectly (said|stated|reported|gave))\\b',
  'i',
)

/** Does the sentence open, or is it, a note of the newsroom about its own text? */
export const isNote = (text: string): boolean => OPENING.test(text.slice(0, 200)) || INSIDE.test(text)
