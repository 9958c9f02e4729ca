/** How surely a content is told, relative to its source, and with which polarity. */
import type { Certainty, CertaintyLevel, Hedge, Polarity } from '../article.ts'
import { HEDGES, type HedgeLevel } from './lexicon/hedges.ts'
import { DENIAL_VERBS, NEGATIVE_VERBS, NEGATIVE_WORDS } from './lexicon/negations.ts'
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokens.ts'

const ORDER: readonly CertaintyLevel[] = ['unknown', 'possible', 'probable', 'certain']

export interface Stance {
  /** The cue denies: "denied that". */
  readonly denied: boolean
  /** The cue leaves it open: "asked whether". */
  readonly open: boolean
  /** The cue tells it as wanted: "urged them to stay". */
  readonly wished?: boolean
}

/**
 * The certainty of a content. Its least sure hedge gives the level; one in a relative clause is listed and gives
 * nothing. A negation counts where it stands with the main clause's verb or subject.
 */
export function certaintyOf(scene: Scene, content: readonly Range[], { denied, open, wished }: Stance): Certainty {
  const hedges: Hedge[] = []
  let level: CertaintyLevel = open ? 'unknown' : wished ? 'possible' : 'certain'
  for (const range of content) {
    let relative = false
    for (let at = range[0]; at < range[1]; at++) {
      if (scene.tokens[at]?.tag === 'relative' && at > range[0]) relative = true
      const hedge = hedgeAt(scene.tokens, at, range[1])
      if (!hedge) continue
      hedges.push({ start: scene.tokens[at]?.start ?? 0, end: scene.tokens[at + hedge.length - 1]?.end ?? 0 })
      if (!relative && ORDER.indexOf(hedge.level) < ORDER.indexOf(level)) level = hedge.level
      at += hedge.length - 1
    }
  }
  const negative = content.some((range) => isNegative(scene, mainClause(scene, range)))
  const polarity: Polarity = negative !== denied ? 'negative' : 'positive'
  return { level, polarity, hedges }
}

/** The hedge that begins at a token. "May" the month and "can" the noun are none. */
function hedgeAt(tokens: readonly Token[], at: number, end: number): { length: number; level: HedgeLevel } | null {
  const token = tokens[at]
  if (!token) return null
  const list = HEDGES.get(token.lower)
  if (!list) return null
  if (token.lower === 'may' && token.capital && (at > 0 || tokens[at + 1]?.tag === 'number')) return null
  for (const { words, level } of list) {
    if (at + words.length <= end && words.every((word, i) => tokens[at + i]?.lower === word))
      return { length: words.length, level }
  }
  return null
}

/** From the content's start to where a subordinate or relative clause, or a further coordinate clause, begins. */
function mainClause({ tokens, quoted }: Scene, [from, to]: Range): Range {
  let start = from
  while (start < to && (tokens[start]?.tag === 'that' || tokens[start]?.tag === 'quote')) start++
  // "If it rains, they stay": what follows the comma is the main clause, and "if" hedges it.
  let verb = false
  for (let at = start + 1; at < to; at++) {
    const token = tokens[at]
    if (!token) break
    if (
      token.tag === 'be' ||
      token.tag === 'have' ||
      token.tag === 'modal' ||
      token.tag === 'verb' ||
      token.tag === 'do' ||
      token.tag === 'ed'
    )
      verb = true
    if (!verb) continue
    if (token.tag === 'relative' || token.tag === 'that' || token.text === ';') return [start, at]
    if (
      token.tag === 'subordinator' &&
      token.lower !== 'so' &&
      token.lower !== 'than' &&
      token.lower !== 'as' &&
      token.lower !== 'if' &&
      token.lower !== 'whether' &&
      token.lower !== 'unless'
    )
      return [start, at]
    if (token.text === ',' && /^(?:and|but|while|which|who|although)$/.test(tokens[at + 1]?.lower ?? '')) return [start, at]
    if (quoted[at] !== -1 && quoted[from] === -1 && token.text === '.') return [start, at]
  }
  return [start, to]
}

/** The main clause's first verb group or its subject is negated. */
function isNegative({ tokens }: Scene, [from, to]: Range): boolean {
  let groups = 0
  let relative = false
  for (let at = from; at < to && groups < 3; at++) {
    const token = tokens[at]
    if (!token) break
    if (groups === 0 && at > from && (token.tag === 'relative' || token.tag === 'that')) relative = true
    // A verb begins a new group unless an auxiliary or "not" stands directly before it.
    if (VERBAL.test(token.tag) && !(at > from && AUXILIARY.test(tokens[at - 1]?.tag ?? ''))) {
      groups++
      // "The dam that was not mended held": the second group is the main clause's.
      if (relative && groups === 2) {
        relative = false
        groups = 1
      }
    }
    if (relative) continue
    if (negates(tokens, at)) return groups <= 1
  }
  return false
}

const VERBAL = /^(?:be|have|modal|do|verb|ed)$/
const AUXILIARY = /^(?:be|have|modal|do|negation|adverb|to)$/

/** "not", "won't", "no dam", "failed to", "denied". */
function negates(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  const next = tokens[at + 1]
  if (/n't$/.test(lower)) return true
  if (NEGATIVE_WORDS.has(lower)) return !(lower === 'nor' || (lower === 'not' && next?.lower === 'only'))
  return (NEGATIVE_VERBS.has(lower) && next?.tag === 'to') || DENIAL_VERBS.has(lower)
}
