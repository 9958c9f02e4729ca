/** Adjuncts that open a clause before its subject: "In May,", "On Sunday the dam", "After the vote the speaker". */
import { ROLE_NOUNS } from '../../lexicon/titles.ts'
import { comparesAt } from '../words/comparators.ts'
import type { Token } from '../words/token.ts'

/** Words that open an adjunct of time besides the days: "Last night Ms Orr said". */
const TIME_OPENERS: ReadonlySet<string> = new Set(
  'last this next earlier later late early yesterday today tomorrow tonight'.split(' '),
)
const TIME_HEADS =
  /^(?:night|week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|winter|fall|ago|later|earlier|today|yesterday)$/
const YEAR = /^(?:1[89]|20)\d\d$/

const tagAt = (tokens: readonly Token[], at: number): string => tokens[at]?.tag ?? ''

/** Past what opens a clause before its subject; `to` where nothing is left for one. */
export function openingAdjunctEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from
  for (let guard = 0; guard < 6; guard++) {
    while (at < to && /^(?:conjunction|quote|mark)$/.test(tagAt(tokens, at)) && !/^[$]$/.test(tokens[at]?.text ?? '')) at++
    if (tokens[at]?.lower === 'so' && tokens[at + 1]?.lower === 'far') {
      at += 2
      continue
    }
    if (isAdverb(tokens, at)) {
      at++
      continue
    }
    const past = adjunctEnd(tokens, at, to)
    if (past === at) return at
    at = past
  }
  return at
}

const isAdverb = (tokens: readonly Token[], at: number): boolean => tagAt(tokens, at) === 'adverb' && !comparesAt(tokens, at)

/** Past the adjunct that begins at `at`, with its comma; `at` if none begins there. */
function adjunctEnd(tokens: readonly Token[], at: number, to: number): number {
  const token = tokens[at]
  if (!token || at >= to || comparesAt(tokens, at)) return at
  const opens = /^(?:preposition|subordinator|ing|ed|to|verb|be|have|do|modal)$/.test(token.tag) || token.lower === 'as'
  const comma = commaAfter(tokens, at, to)
  const timed = token.tag === 'time' || TIME_OPENERS.has(token.lower)
  if ((opens || timed) && comma !== null) return comma + 1
  // "Late on Tuesday"
  if (/^(?:late|early|earlier|later)$/.test(token.lower) && tagAt(tokens, at + 1) === 'preposition') return at + 1
  if (timed) return timeEnd(tokens, at, to)
  return token.tag === 'preposition' || token.tag === 'subordinator' ? phraseEnd(tokens, at, to) : at
}

/** The first comma behind which a subject with its asides is left: "In Leeds, York and Hull, police". */
function commaAfter(tokens: readonly Token[], at: number, to: number): number | null {
  for (let comma = at + 1; comma < to - 1; comma++) {
    if (tokens[comma]?.text !== ',') continue
    // An aside has two commas, the second one before the verb.
    let others = tokens[to]?.text === ',' ? 1 : 0
    for (let next = comma + 1; next < to; next++) if (tokens[next]?.text === ',') others++
    if (others % 2 === 0) return comma
  }
  return null
}

function timeEnd(tokens: readonly Token[], at: number, to: number): number {
  let end = at + 1
  while (
    end < to &&
    (tagAt(tokens, end) === 'time' || tagAt(tokens, end) === 'number' || TIME_HEADS.test(tokens[end]?.lower ?? ''))
  )
    end++
  return end > at + 1 || tagAt(tokens, at) === 'time' ? end : at
}

/** Past a preposition and its noun phrase, where another noun phrase follows: "After the vote | the speaker". */
function phraseEnd(tokens: readonly Token[], at: number, to: number): number {
  let nominal = false
  for (let next = at + 1; next < to; next++) {
    const [token, before] = [tokens[next], tokens[next - 1]]
    if (!token || !before || token.text === ',') break
    const fresh =
      /^(?:determiner|possessive|subject)$/.test(token.tag) && !/^(?:determiner|preposition|to|conjunction)$/.test(before.tag)
    const number =
      token.tag === 'number' && before.tag === 'time' && !/^\d{1,2}$/.test(token.text) && !/^\d{4}$/.test(token.text)
    const named = token.capital && before.tag === 'noun' && !before.capital && !ROLE_NOUNS.has(before.lower)
    const common =
      (before.tag === 'time' || (before.capital && before.tag === 'name')) &&
      token.tag === 'noun' &&
      /s$|^police$|^people$/.test(token.lower)
    const role = token.tag === 'noun' && !TIME_HEADS.test(token.lower) && tagAt(tokens, next + 1) === 'name'
    const afterTime = (before.tag === 'time' || YEAR.test(before.text)) && (token.tag === 'name' || role)
    const afterHead = TIME_HEADS.test(before.lower) && /^(?:name|noun|determiner|number)$/.test(token.tag) && next > at + 1
    if (nominal && (fresh || number || named || common || afterTime || afterHead)) return next
    if (/^(?:noun|name|number|time|object)$/.test(token.tag)) nominal = true
  }
  return at
}
