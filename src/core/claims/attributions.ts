/** The attributions of a sentence: an ordered list of rules, each of which sees the results of those before it. */

import { holdsWord, type ParsedSentence } from './parsed-sentence.ts'
import { accordingTo } from './rules/according-to.ts'
import type { Attribution, AttributionRule, Progress } from './rules/attribution.ts'
import { byline } from './rules/byline.ts'
import { complementClause } from './rules/complement-clause.ts'
import { hearing } from './rules/hearing.ts'
import { hearsay } from './rules/hearsay.ts'
import { loneQuotation } from './rules/lone-quotation.ts'
import { nominal } from './rules/nominal.ts'
import { objectRelative } from './rules/object-relative.ts'
import { parenthetical } from './rules/parenthetical.ts'
import { passive } from './rules/passive.ts'
import { speakerColon } from './rules/speaker-colon.ts'
import { stanceColon } from './rules/stance-colon.ts'
import { unlistedCue } from './rules/unlisted-cue.ts'
import { valuation } from './rules/valuation.ts'

const RULES: readonly AttributionRule[] = [
  speakerColon, // "Lee: Bridge will reopen"
  accordingTo, // "It rained, according to Lee."
  parenthetical, // "It rained, Lee said."
  hearsay, // "Rumours that it rained spread"
  complementClause, // "Lee said it rained."
  objectRelative, // "the loss, which Lee blamed on rain"
  hearing, // "The court heard that it rained"
  stanceColon, // "Lee was blunt: it had rained"
  unlistedCue, // `“It rained,” grumbled Lee`
  passive, // "It was criticised by Lee"
  valuation, // "Lee put the number at 40"
  nominal, // "his claim that it rained"
  byline, // `“It rained.” — Ann Lee`
  loneQuotation, // `“It rained.”`
]

/** Returns attributions in the order of their contents, without those whose content has no word: `She said: “…”`. */
export function attributionsIn(parsed: ParsedSentence): Attribution[] {
  const progress: Progress = { found: [], taken: new Array<boolean>(parsed.tokens.length).fill(false), used: new Set() }
  for (const rule of RULES) rule(parsed, progress)
  return progress.found
    .filter(({ content }) => holdsWord(parsed, content))
    .sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
}
