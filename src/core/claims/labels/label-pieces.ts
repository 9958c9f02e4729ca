/** A part of a label as words, and where it may be cut. */
import { isAdjective } from '../../lexicon/plain-adjectives.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { lower, tag } from '../words/tokens.ts'
import type { Part } from './bonds.ts'
import { headlineWords } from './headline-words.ts'
import type { Piece } from './label-fit.ts'
import { isFiniteVerb, isVerb } from './part-rules.ts'

/** Returns a part as words, with the places at which it may end. */
export function pieceOf(parsed: ParsedSentence, part: Part, rank: Piece['rank']): Piece {
  const whole = /^(?:relative|time|day)$/.test(part.kind) || tag(parsed.tokens, part.at[0] ?? -1) === 'subordinator'
  const cuts = (marks: RegExp) => () => (whole ? [] : cutsOf(parsed, part, marks))
  return { words: wordsOf(parsed, part), rank, cuts: cuts(ADJUNCT), least: cuts(ANY) }
}

/** The words that open a part without which the sense holds; a label that would be too long is cut before them, or before the others here. */
const ADJUNCT = /^(?:preposition|relative|that)$/
export const OF = /^of$/
const ANY = /^(?:of|preposition|relative|that|conjunction)$/

export const wordsOf = ({ tokens }: ParsedSentence, part: Part | undefined): string[] =>
  part ? headlineWords(tokens, part.at) : []

/** Words that are no phrase without what follows "of". */
const COUNTS =
  /^(?:half|third|quarter|fifth|sixth|eighth|tenth|two-thirds|majority|most|some|none|neither|either|number|dozens|hundreds|thousands|millions|lot|lots|part|kind|sort|series|loss|profit|cost|risk|lack)$/

/** The numbers of words inside a part before what opens a part of its own. */
export function cutsOf(parsed: ParsedSentence, { kind, at, held }: Part, marks: RegExp): number[] {
  const { tokens } = parsed
  // No clause is cut before its verb, no participle off its adjunct.
  const verb = kind === 'clause' || kind === 'relative' ? at.findIndex((index) => isFiniteVerb(parsed, index)) : -1
  const least = Math.max(held, (kind === 'participle' ? 1 : verb) + 1)
  const cuts: number[] = []
  let paired = false
  for (const [order, index] of at.entries()) {
    const word = lower(tokens, index)
    const own = word === 'of' ? 'of' : tag(tokens, index)
    // Nothing before a number is cut off.
    if (own === 'number' && word !== 'one') cuts.length = 0
    paired ||= PAIRED.has(word)
    if (order <= least || !marks.test(own) || (own === 'conjunction' && paired)) continue
    const before = at[order - 1] ?? -1
    // "Church of England"
    if (own === 'of' && tokens[before]?.capital && tokens[index + 1]?.capital) continue
    const nominal =
      /^(?:noun|name|object|ed)$/.test(tag(tokens, before)) &&
      !isVerb(parsed, before) &&
      !isAdjective(lower(tokens, before)) &&
      !/^\d/.test(lower(tokens, before)) &&
      !COUNTS.test(lower(tokens, before))
    if (nominal) cuts.push(headlineWords(tokens, at.slice(0, order)).length)
  }
  return cuts
}
const PAIRED: ReadonlySet<string> = new Set(['between', 'both', 'either', 'neither'])
