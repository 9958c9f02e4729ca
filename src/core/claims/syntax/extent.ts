/** The right end of a content: it is read to the token at which a rule ends it. */

import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Token } from '../words/token.ts'
import type { Complement } from './clause.ts'
import { clauseLimit } from './clause-limit.ts'
import { EXTENT_RULES, type Place } from './extent-rules.ts'
import { isFiniteVerb } from './lookahead.ts'
export interface Extent {
  /** The end of the last token. */
  readonly end: number
  /** The rule that ended it. */
  readonly rule: string
}

/** The context of a content: see `Place`; and the token of its cue. */
export type Around = Partial<Pick<Place, 'inside' | 'form' | 'relative'>> & { readonly cue?: number }

/** Returns the extent of a content that begins at `start`. */
export function extentOf(parsed: ParsedSentence, start: number, kind: Complement, around: Around = {}): Extent {
  const { inside = false, form = 'past', relative = false, cue = -1 } = around
  const limit = cue < 0 ? parsed.end : Math.min(parsed.end, clauseLimit(parsed, cue, start, kind))
  const reader = new ContentReader({ parsed, start, kind, inside, form, relative })
  const found = reader.read(limit)
  const rule = found ?? (limit < parsed.end ? 'clause-limit' : 'sentence-end')
  return { end: withoutLooseEnd(parsed.tokens, start, Math.min(reader.at, limit), rule), rule }
}

/** Reads a content to the token that ends it. */
class ContentReader {
  at: number
  readonly #given: Omit<Place, 'at' | 'token' | 'next' | 'embedded' | 'depth'>
  #kind: Complement
  #embedded = false
  #depth = 0

  constructor(given: Omit<Place, 'at' | 'token' | 'next' | 'embedded' | 'depth'>) {
    this.#given = given
    this.#kind = given.kind
    this.at = given.start
  }

  /** Returns the rule that ends the content before `limit`, if one does. */
  read(limit: number): string | undefined {
    const { tokens, quotations, quoted } = this.#given.parsed
    for (; this.at < limit; this.at++) {
      const token = tokens[this.at]
      if (!token) return undefined
      const index = quoted[this.at] ?? -1
      const quotation = index < 0 ? undefined : quotations[index]
      if (quotation) this.at = quotation[1] - 1
      const stop = quotation ? this.#stopAfter(quotation[0]) : this.#stopAt(token)
      if (stop) {
        if (quotation) this.at++
        return stop
      }
      if (!quotation) this.#note(token, tokens[this.at + 1])
    }
    return undefined
  }

  /** The rule that ends the content at a token that stands here, or, a comma, directly before: `“It rained,” and`. */
  #stopAt(token: Token): string | undefined {
    const { parsed } = this.#given
    const [at, embedded, depth] = [this.at, this.#embedded, this.#depth]
    const place: Place = { ...this.#given, kind: this.#kind, at, token, next: parsed.tokens[at + 1], embedded, depth }
    // "said the bridge, built in 1931, was unsafe"
    if (token.text === ',' && inSubject(parsed, this.#given.start, at)) return undefined
    return EXTENT_RULES.find(([, ends]) => ends(place))?.[0]
  }

  /** The same at the end of a quotation: `called “a mistake” | cost them`. */
  #stopAfter(from: number): string | undefined {
    const { parsed, start } = this.#given
    if (this.#kind === 'phrase' && from === start && isFiniteVerb(parsed.tokens[this.at + 1])) return 'quotation-object'
    const comma = parsed.tokens[this.at - 1]
    return comma?.text === ',' ? this.#stopAt(comma) : undefined
  }

  #note({ text, tag }: Token, next: Token | undefined): void {
    if (text === '(') this.#depth++
    if (text === ')') this.#depth--
    if (tag === 'relative' || tag === 'that' || tag === 'subordinator') this.#embedded = true
    if (this.#kind === 'phrase' && tag === 'to' && this.at > this.#given.start && isBase(next)) this.#kind = 'infinitive'
  }
}

/** True for a comma inside the subject of the clause that begins at `start` or behind its "that", or at the subject's end. */
const inSubject = ({ clauses, tokens }: ParsedSentence, start: number, at: number): boolean => {
  const from = tokens[start]?.tag === 'that' ? start + 1 : start
  return [...clauses.values()].some(({ subject }) => subject !== null && subject[0] === from && at > from && at <= subject[1])
}

/** Returns the end of a content without final marks and conjunctions. */
function withoutLooseEnd(tokens: readonly Token[], start: number, end: number, rule: string): number {
  let at = end
  while (at > start && /^[,:;—–-]$|^--$|^and$|^but$/.test(tokens[at - 1]?.lower ?? '')) at--
  // "of walking out late | on Tuesday"
  if (rule === 'occasion' && /^(?:late|early)$/.test(tokens[at - 1]?.lower ?? '')) at--
  // "a truce as recently as | May"
  if (rule === 'adverbial' && tokens[at]?.tag === 'time')
    while (at > start + 1 && /^(?:as|preposition|adverb)$/.test(asOrTag(tokens[at - 1]))) at--
  return at
}

const asOrTag = (token: Token | undefined): string => (token?.lower === 'as' ? 'as' : (token?.tag ?? ''))

const isBase = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tag === 'noun' ||
    token.tag === 'verb' ||
    token.tag === 'be' ||
    token.tag === 'have' ||
    token.tag === 'do' ||
    token.tag === 'adverb')
