/** The parts of a phrase, or of what follows a verb: a label keeps or cuts each of them as a whole. */
import type { Tag } from '../../lexicon/function-words.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import { joinsAdjectives } from '../words/paired-adjectives.ts'
import type { Token } from '../words/token.ts'
import { lower, tag } from '../words/tokens.ts'
import { bound, type Part } from './bonds.ts'
import { isFiniteVerb, isNominal, isVerb, kindAt, type PartKind, TIME_NOUN } from './part-rules.ts'

/** Returns the parts of the tokens at the indices `input`, up to the first one that belongs to another clause. */
export function partsOf(parsed: ParsedSentence, input: readonly number[]): Part[] {
  const reader = new PartReader(parsed, input)
  while (reader.reads()) {}
  return bound(
    parsed,
    reader.parts.map(({ kind: opens, at }) => {
      const kind = kindByHead(parsed.tokens, opens, at)
      return { kind, at, ends: kind, from: 0, held: 0 }
    }),
  )
}

class PartReader {
  readonly parts: { kind: PartKind; at: number[] }[] = []
  readonly #parsed: ParsedSentence
  readonly #input: readonly number[]
  #order = 0
  /** The last token that was read. */
  #last: number
  /** A conjunction that waits for what it joins. */
  #joint: number[] = []

  constructor(parsed: ParsedSentence, input: readonly number[]) {
    this.#parsed = parsed
    this.#input = input
    const before = (input[0] ?? 0) - 1
    this.#last = isVerb(parsed, before) ? before : -1
  }

  /** Reads one token; false at the end. */
  reads(): boolean {
    const { tokens } = this.#parsed
    const index = this.#input[this.#order++] ?? tokens.length
    const token = tokens[index]
    if (!token) return false
    if (token.tag === 'quote') return true
    if (token.text === '(') {
      const close = this.#input.findIndex((at, order) => order >= this.#order && tokens[at]?.text === ')')
      this.#order = close < 0 ? this.#input.length : close + 1
      return true
    }
    if (token.tag === 'mark' && !belongsToWord(tokens, index)) return this.#mark(index, token.text)
    if (token.tag !== 'conjunction' || (this.parts.length === 0 && this.#last < 0)) return this.#word(index)
    this.#joint = [index]
    return (
      (this.parts.length > 0 || token.lower === 'nor' || contrasts(this.#parsed, index)) &&
      !endsAtConjunction(this.#parsed, index)
    )
  }

  /** A comma goes on in a list, and before words that stand apart: `“It is,” he said, “a failure”`. */
  #mark(index: number, text: string): boolean {
    const open = this.parts.at(-1)
    const next = this.#input[this.#order] ?? index + 1
    if (open === undefined || (text === ',' && next !== index + 1)) return true
    // "found Dwyer, 40, guilty"
    const age =
      text === ',' && tag(this.#parsed.tokens, index + 1) === 'number' && lower(this.#parsed.tokens, index + 2) === ','
    if (age && next === index + 1 && !/^(?:determiner|possessive)$/.test(tag(this.#parsed.tokens, index + 3))) {
      this.#order += 2
      return true
    }
    // "the five-year, $42 million award"
    const compound =
      text === ',' &&
      /-/.test(lower(this.#parsed.tokens, index - 1)) &&
      /^(?:number|noun|mark)$/.test(tag(this.#parsed.tokens, index + 1))
    if (compound) return true
    if (text === ',' && inList(this.#parsed, index, this.#last)) return open.at.push(index) > 0
    if (text === ',' && contrasts(this.#parsed, index + 1)) return true
    return false
  }

  #word(index: number): boolean {
    const parsed = this.#parsed
    const { tokens } = parsed
    const part = this.parts.at(-1)
    const last = this.#last
    const joined = this.#joint.length > 0
    const kind = kindAt({
      parsed,
      tokens,
      index,
      last,
      open: part?.at ?? [],
      kind: part?.kind ?? 'phrase',
      word: lower(tokens, index),
      before: tag(tokens, last),
      next: tag(tokens, index + 1),
      nominal: isNominal(parsed, last),
      verbal: isVerb(parsed, last),
    })
    if (kind === 'end') return false
    const at = [...this.#joint, index]
    if (part !== undefined && (kind === 'same' || (joined && kind === 'phrase'))) part.at.push(...at)
    else this.parts.push({ kind: kind === 'same' ? 'phrase' : kind, at })
    this.#joint = []
    this.#last = index
    return true
  }
}

/** "$", "%", an apostrophe, a hyphen: marks without a space on the side of their word. */
function belongsToWord(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token || /^[,;:!?…—–()]$/.test(token.text)) return false
  const [left, right] = [before?.end === token.start, next?.start === token.end]
  if (token.text === '.') return (right && next?.tag !== 'quote') || /^\p{L}\.\p{L}$/u.test(before?.text ?? '')
  return left || right || token.text === '&'
}

/** "Leeds, York and Hull", "a long, cold winter" */
function inList(parsed: ParsedSentence, comma: number, last: number): boolean {
  const { tokens } = parsed
  const item = /^(?:noun|name|number|determiner|possessive)$/
  if (!isNominal(parsed, last) || !item.test(tag(tokens, comma + 1))) return false
  if (/^an?$/.test(lower(tokens, last - 1)) && tag(tokens, comma + 1) === 'noun' && tag(tokens, comma + 2) === 'noun')
    return true
  for (let at = comma + 1; at < comma + 10; at++) {
    if (isVerb(parsed, at) || /^(?:preposition|that|relative|subordinator|subject|quote|ing|to|)$/.test(tag(tokens, at)))
      return false
    if (tag(tokens, at) === 'conjunction')
      return item.test(tag(tokens, at + 1)) && lower(tokens, at) !== 'but' && !endsAside(parsed, at)
  }
  return false
}

/** "hurt, but not surprised", "cheap but not easy" */
function contrasts(parsed: ParsedSentence, at: number): boolean {
  const { tokens } = parsed
  if (lower(tokens, at) !== 'but' || lower(tokens, at + 1) !== 'not' || lower(tokens, at + 2) === 'to') return false
  let next = tag(tokens, at + 2) === 'ed' ? at + 3 : at + 2
  while (!/^(?:mark|quote|)$/.test(tag(tokens, next)) && !isFiniteVerb(parsed, next)) next++
  return !isFiniteVerb(parsed, next) && next < at + 8
}

/** "The group, two men and a woman, | left": what stands between commas is no list. */
function endsAside(parsed: ParsedSentence, conjunction: number): boolean {
  let at = conjunction + 1
  while (isNominal(parsed, at) || /^(?:determiner|possessive|number)$/.test(tag(parsed.tokens, at))) at++
  return lower(parsed.tokens, at) === ',' && isVerb(parsed, at + 1)
}

/** Returns true if a conjunction joins clauses or predicates, not phrases. */
function endsAtConjunction(parsed: ParsedSentence, at: number): boolean {
  const { tokens, clauses, groups } = parsed
  // "neither knew nor cared what it was"
  if (lower(tokens, at) === 'nor') return false
  let next = at + 1
  while (tag(tokens, next) === 'adverb') next++
  if (isVerb(parsed, next) || /^(?:that|subject|subordinator|to|mark|)$/.test(tag(tokens, next))) return true
  // "all but two"
  if (lower(tokens, at - 1) === 'all' && lower(tokens, at) === 'but') return false
  if (contrasts(parsed, at)) return false
  if (/^(?:but|yet)$/.test(lower(tokens, at))) return !joinsAdjectives(tokens, at)
  const coordinates = [...clauses.values()].filter(
    ({ kind, from }) => kind === 'coordinate' && (from === at + 1 || from === next),
  )
  return coordinates.some(({ group }) => (groups[group]?.from ?? 0) > at)
}

/** A phrase of time is known by its head: "in the three months to May", "on Monday", "three years ago". */
function kindByHead(tokens: readonly Token[], kind: PartKind, at: readonly number[]): PartKind {
  if (kind !== 'phrase' && kind !== 'preposition' && kind !== 'time' && kind !== 'adverb') return kind
  // "describes it as a dark day"
  if (lower(tokens, at[0] ?? -1) === 'as') return kind
  const [first, last] = [lower(tokens, at[0] ?? -1), lower(tokens, at.at(-1) ?? -1)]
  if (last === 'ago' || last === 'earlier') return 'time'
  const of = at.findIndex((index, n) => n > 1 && (lower(tokens, index) === 'of' || lower(tokens, index) === 'to'))
  const head = at.findLast((index, n) => (of < 0 || n < of) && HEADS.has(tag(tokens, index))) ?? -1
  const dated = at.some((index) => tag(tokens, index) === 'time' && /^\d{1,2}(?:st|nd|rd|th)?$/.test(lower(tokens, index + 1)))
  const named = kind === 'time' || dated || tag(tokens, head) === 'time'
  const opens = kind === 'preposition' || /^(?:last|next|this|every|each|all|earlier|later)$/.test(first)
  // "babies under nine months"
  if (/^(?:under|over|aged)$/.test(first) && !named) return kind
  if (!named && !(opens && first !== 'to' && TIME_NOUN.test(lower(tokens, head)))) return kind
  const day = (index: number) =>
    (tag(tokens, index) === 'time' && /day$|^(?:tomorrow|tonight)$/.test(lower(tokens, index))) ||
    /^[ap]\.?m\.?$/.test(lower(tokens, index))
  return dated || at.some(day) ? 'day' : 'time'
}
const HEADS: ReadonlySet<Tag | ''> = new Set<Tag>(['noun', 'name', 'number', 'time'])
