/** Times and occasions between a cue and its content: "said last week", "said in a statement on Friday". */
import { OCCASIONS } from '../../lexicon/occasions.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'

const PERIOD = /^(?:night|week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|winter|fall|day|days)$/
const PERIODS = /^(?:minutes?|hours?|days?|weeks?|months?|years?)$/
/** The longest occasion, in tokens: "in a joint statement". */
const OCCASION = 5

/** Returns the token after the adjuncts that begin at `at`; `at` if none does. */
export function pastCueAdjuncts(tokens: readonly Token[], at: number): number {
  let past = at
  for (;;) {
    const next = pastTime(tokens, past) ?? pastOccasion(tokens, past) ?? past
    if (next === past) return past
    past = next
  }
}

/** "Tuesday night", "late on Tuesday", "last week", "earlier this year", "two days ago", "on March 11" */
function pastTime(tokens: readonly Token[], at: number): number | null {
  let from = at
  if (/^(?:late|early|earlier|later)$/.test(lower(tokens, from))) from++
  if (/^(?:on|in)$/.test(lower(tokens, from)) && tag(tokens, from + 1) === 'time') from++
  if (tag(tokens, from) === 'time') {
    let past = from + 1
    while (tag(tokens, past) === 'time' || PERIOD.test(lower(tokens, past))) past++
    return tag(tokens, past) === 'number' && !PERIODS.test(lower(tokens, past + 1)) ? past + 1 : past
  }
  if (/^(?:last|this|next|that)$/.test(lower(tokens, from)) && PERIOD.test(lower(tokens, from + 1))) return from + 2
  // "two days ago", "a few weeks later"
  let unit = from
  while (
    unit < from + 3 &&
    (tag(tokens, unit) === 'number' || /^(?:a|an|few|several|couple|of|some|many)$/.test(lower(tokens, unit)))
  )
    unit++
  const period = unit > from && (PERIODS.test(lower(tokens, unit)) || PERIOD.test(lower(tokens, unit)))
  return period && /^(?:ago|earlier|later)$/.test(lower(tokens, unit + 1)) ? unit + 2 : null
}

/** "in a statement", "at the hearing" */
function pastOccasion(tokens: readonly Token[], at: number): number | null {
  if (!/^(?:in|at|during|on)$/.test(lower(tokens, at))) return null
  for (let noun = at + 1; noun <= at + OCCASION; noun++) {
    if (OCCASIONS.has(lower(tokens, noun)) && !/^(?:noun|name)$/.test(tag(tokens, noun + 1))) return noun + 1
    if (!/^(?:determiner|possessive|noun|name|ing|ed|number)$/.test(tag(tokens, noun))) return null
  }
  return null
}
