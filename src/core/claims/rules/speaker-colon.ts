/** `Lee: Bridge will reopen`, `MR. LEE: We will go.`, `Orla Quist, mayor: We will go.`: the speaker stands before a colon. */

import { LINE_LABELS } from '../../lexicon/line-labels.ts'
import type { Token } from '../words/token.ts'
import type { AttributionRule } from './attribution.ts'
import { recordAttribution } from './record-attribution.ts'

/** The longest name, and the longest title or party after it, in tokens. */
const NAME = 6
const ASIDE = 9

export const speakerColon: AttributionRule = (parsed, progress) => {
  const { tokens, end } = parsed
  // “LEE: We will go.”
  const start = tokens[parsed.start]?.tag === 'quote' ? parsed.start + 1 : parsed.start
  // "Q: Did it hold?", "A: It did."
  const anonymous = /^[QA]$/.test(tokens[start]?.text ?? '') && tokens[start + 1]?.text === ':'
  const at = anonymous ? start + 1 : speakerEnd(tokens, start)
  if (at === start || tokens[at]?.text !== ':' || at + 2 >= end || isLabel(tokens, start, at)) return
  recordAttribution(progress, {
    rule: 'speaker-colon',
    source: [start, at],
    cue: [at, at + 1],
    lemma: 'say',
    content: [[at + 1, end]],
    denied: false,
    level: 'certain',
    ...(anonymous ? { kind: 'unnamed' } : {}),
  })
}

/** "Read more", "Editor’s note". */
const isLabel = (tokens: readonly Token[], from: number, to: number): boolean =>
  LINE_LABELS.has(tokens[from]?.lower ?? '') || LINE_LABELS.has(tokens[to - 1]?.lower ?? '')

const isName = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'name' || token.text === '.' || token.lower === 'of')

/**
 * Returns the token after "THE COURT", "Ann Lee", "Ann Lee, mayor of Lesk", "Sen. Ann Lee (D-Ohio)"; `start` if no name stands
 * there.
 */
function speakerEnd(tokens: readonly Token[], start: number): number {
  const first = tokens[start]?.text === 'THE' ? start + 1 : start
  let at = first
  while (at < first + NAME && (isName(tokens[at]) || (first > start && at === first && tokens[at]?.tag === 'noun'))) at++
  if (at === first) return start
  const opens = tokens[at]?.text
  if (opens !== '(' && !(opens === ',' && /^(?:noun|determiner|possessive)$/.test(tokens[at + 1]?.tag ?? ''))) return at
  for (let next = at + 1; next < at + ASIDE; next++) {
    const token = tokens[next]
    if (!token || /^(?:quote|time|verb|be|have|do|modal|subject|that|relative|conjunction)$/.test(token.tag)) return start
    if (token.text === ')') return opens === '(' ? next + 1 : start
    if (token.text === ':') return opens === ',' ? next : start
  }
  return start
}
