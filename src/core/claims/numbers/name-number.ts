/** Numbers that count nothing: of names, sections, telephones. */
import { CURRENCY_PREFIXES, MEASURES } from '../../lexicon/units.ts'
import type { Token } from '../words/token.ts'

type Tokens = readonly Token[]
/** Returns the number of tokens from `at` on that are such a number; 0 if none. */
type NameRule = (tokens: Tokens, at: number, headline: boolean) => number

const NUMBERED =
  /^(?:article|articles|section|sections|chapter|page|pages|paragraph|clause|annex|appendix|rule|title|proposition|prop\.?|resolution|amendment|bill|no\.?|nos\.?|number|route|highway|interstate|motorway|road|exit|junction|gate|pier|platform|terminal|room|suite|apartment|apt\.?|floor|box|flight|bus|train|channel|radio|district|ward|precinct|constituency|zone|area|unit|block|phase|stage|step|tier|level|category|type|grade|class|group|figure|table|item|episode|season|volume|vol\.?|part|act|scene|verse|psalm|version|model|windows|apollo|formula|catch|title)$/
const PLAIN = /^\d{1,4}$/

/** "Section 12", "page 12", "No. 10" */
const numbered: NameRule = (tokens, at) =>
  PLAIN.test(tokens[at]?.text ?? '') &&
  NUMBERED.test(tokens[at - 1]?.lower ?? '') &&
  !(tokens[at - 1]?.lower === 'no' && !tokens[at - 1]?.capital) &&
  !/^(?:percent|%|per)$/.test(tokens[at + 1]?.lower ?? '')
    ? 1
    : 0

/** "Boeing 737"; not "in Brant 40 boats sank", "Lee leads Roe 45 to 40", or any word of a headline in capitals */
const ofName: NameRule = (tokens, at, headline) => {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (headline || before?.tag !== 'name' || !before.capital || !PLAIN.test(tokens[at]?.text ?? '')) return 0
  if (/ed$/.test(before.lower) || CURRENCY_PREFIXES.has(before.text) || tokens[at]?.start === before.end) return 0
  if (after && (MEASURES.has(after.lower) || /^(?:percent|per|%|to|-|–|million|billion|thousand)$/.test(after.lower))) return 0
  // "Exactly 40 boats": a word that opens a sentence always has a capital
  const other = at === 1 || /^(?:in|at|from|near|across|outside)$/.test(tokens[at - 2]?.lower ?? '')
  return other && /^(?:noun|ed)$/.test(after?.tag ?? '') ? 0 : 1
}

/** "555-1234", "1-800-555-1234"; not "+1 555" */
const telephone: NameRule = (tokens, at) => {
  const text = tokens[at]?.text ?? ''
  return /^\d{3,4}-\d{4}$|^\d{1,4}-\d{3}-\d{3,4}/.test(text) && !/^(?:1[5-9]|20)\d\d-(?:1[5-9]|20)\d\d$/.test(text) ? 1 : 0
}

/** "9/11", "24/7"; not "1/2" */
const slashed: NameRule = (tokens, at) =>
  /^\d{1,4}$/.test(tokens[at]?.text ?? '') &&
  tokens[at + 1]?.text === '/' &&
  tokens[at + 1]?.start === tokens[at]?.end &&
  /^\d{1,4}$/.test(tokens[at + 2]?.text ?? '')
    ? 3
    : 0

const RULES: readonly NameRule[] = [
  telephone, // "555-1234"
  slashed, // "9/11"
  numbered, // "Section 12"
  ofName, // "Boeing 737"
]

/** Returns the length in tokens of a number that is part of a name and counts nothing; 0 if none begins here. */
export function nameNumberAt(tokens: Tokens, at: number, headline: boolean): number {
  if (tokens[at]?.tag !== 'number') return 0
  for (const rule of RULES) {
    const length = rule(tokens, at, headline)
    if (length > 0) return length
  }
  return 0
}
