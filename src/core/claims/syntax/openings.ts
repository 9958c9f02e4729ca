/** Openings of a sentence that belong to no content: "1.", "10:42 a.m. —", a dateline, "But", "Still,". */
import type { Token } from '../words/token.ts'
import { tag } from '../words/tokens.ts'

/** Returns the token after an opening that begins at a token, else that token. */
type OpeningRule = (tokens: readonly Token[], at: number) => number

const CONNECTIVES = new Set(
  'but and yet so still however indeed meanwhile instead nevertheless nonetheless moreover furthermore thus therefore also'.split(
    ' ',
  ),
)

/** The tokens of a line between its opening and its end. */
interface Line {
  readonly tokens: readonly Token[]
  readonly start: number
  readonly end: number
}

/** Returns the first token at or after `floor` that a content may begin with. */
export function firstContentToken({ tokens, start, end }: Line, floor: number): number {
  let at = Math.max(floor, start)
  while (at < end) {
    const token = tokens[at]
    if (!token) break
    const separator = token.tag === 'mark' && !/^[([$#@]$/.test(token.text)
    const connective = CONNECTIVES.has(token.lower) && (token.tag === 'conjunction' || tokens[at + 1]?.text === ',')
    if (!separator && !connective) break
    at++
  }
  return at
}

/** "1.", "2)", "(a)": the number of a list item. */
const enumerator: OpeningRule = (tokens, at) => {
  const bracket = /^[([]$/.test(tokens[at]?.text ?? '') ? 1 : 0
  if (!/^(?:\d{1,3}|[a-z]|[ivx]{1,4})$/.test(tokens[at + bracket]?.text ?? '')) return at
  const closed = tokens[at + bracket + 1]?.text ?? ''
  return /^[)\]]$/.test(closed) || (closed === '.' && bracket === 0) ? at + bracket + 2 : at
}

/** "10:42 a.m.", "14:05 GMT:", "[9pm]", "11:03 —": the time stamp of an entry in a live report. */
const timeStamp: OpeningRule = (tokens, start) => {
  let at = start
  if (/^[([]$/.test(tokens[at]?.text ?? '')) at++
  const clock = tokens[at]?.lower ?? ''
  const half = /^[ap]\.?m\b/.test(tokens[at + 1]?.lower ?? '')
  if (!(half ? CLOCK_OF_TWELVE : CLOCK).test(clock)) return start
  at += half ? 2 : 1
  // "4 p.m" without its last stop, at the end of a sentence
  if (half && tokens[at]?.text === '.') at++
  if (/^(?:GMT|UTC|BST|CES?T|EES?T|MSK|[ECMP][SD]?T)$/.test(tokens[at]?.text ?? '')) at++
  const written = at
  while (/^(?:[)\]:|—–-]|--)$/.test(tokens[at]?.text ?? '')) at++
  const opens = at > written || tokens[at]?.capital || tag(tokens, at) === 'quote'
  return opens && tag(tokens, at) !== 'time' ? at : start
}
const CLOCK = /^(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::\d\d)?|(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?[ap]m)$/
const CLOCK_OF_TWELVE = /^(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?$/

/** "LESK, March 3 (Meridian Wire) — ": a place in capitals, then any text before a dash in the first twenty tokens. */
const dateline: OpeningRule = (tokens, start) => {
  if (!/^\p{Lu}{2,}/u.test(tokens[start]?.text ?? '')) return start
  for (let at = start + 1; at < start + 20; at++) {
    const token = tokens[at]
    if (!token || token.tag === 'quote') return start
    if (/^(?:—|–|--|-|_)$/.test(token.text)) return at + 1
    const part =
      token.tag === 'name' ||
      token.tag === 'time' ||
      token.tag === 'number' ||
      token.tag === 'mark' ||
      token.tag === 'conjunction' ||
      token.lower === 'of' ||
      token.tag === 'preposition' ||
      token.capital
    if (!part) return start
  }
  return start
}

const WORD = /[\p{L}\p{N}]/u
const OPENINGS: readonly OpeningRule[] = [enumerator, timeStamp, dateline]

/** Returns the first token after the number of a list item, a time stamp and a dateline; 0 if nothing would be left. */
export function openingEnd(tokens: readonly Token[], end: number): number {
  const at = OPENINGS.reduce((from, rule) => rule(tokens, from), 0)
  return at > 0 && tokens.slice(at, end).some(({ text }) => WORD.test(text)) ? at : 0
}
