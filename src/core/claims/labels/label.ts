/** A claim as a short headline: actor first, present tense or participle, without articles and auxiliaries. */

import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Attribution } from '../rules/attribution.ts'
import { mainGroup } from '../syntax/main-predicate.ts'
import type { Range, Token } from '../syntax/token.ts'
import { headlineWords, LONGEST, pastOpening, SHORTEST } from './headline-words.ts'
import { actorOf, shortened } from './label-actor.ts'
import { isDangling } from './label-length.ts'

/** The number of words above which a subject is shortened. */
const ROOM = 5

/** The last token of the input for a label. */
const REACH = 80

/** A label, and the rule that made it. */
interface LabelWithRule {
  readonly label: string
  readonly rule: 'as-told' | 'with-actor' | 'short-subject' | 'words'
}

/**
 * Returns the label of a claim, a function of its sentence alone. `Lee said the port was closing next week` → "Port closing
 * next week". A content without a verb of its own keeps its source and cue: `Lee criticised the plan` → "Lee criticises plan";
 * so does a content that the source denies, because alone it would say the contrary. A clause without a subject gets its
 * logical subject: `Lee, who lost the vote, left` → "Lee loses vote".
 */
export function labelOf(parsed: ParsedSentence, content: readonly Range[], attribution: Attribution | null): LabelWithRule {
  const pieces = content.slice(0, REACH).flatMap(([from, to]) => parsed.tokens.slice(from, Math.min(to, from + REACH)))
  const before = opening(parsed, content, attribution)
  // "said that talks go on", "Lee, who lost"
  const linked = (attribution || before.length > 0) && /^(?:that|who|which)$/.test(pieces[0]?.lower ?? '')
  const contentTokens = linked && (before.length > 0 || pieces[0]?.lower === 'that') ? pieces.slice(1) : pieces
  const verb = mainVerb(parsed, content)
  const room = before.length > 0 ? contentTokens : withShortSubject(contentTokens, verb)
  const tokens = [...before, ...room]
  const source = attribution?.source ? parsed.tokens.slice(...attribution.source) : []
  const main = attribution && cueLeads(attribution) && before.length > 0 ? (verbOf(parsed, attribution)[0] ?? null) : verb
  // "The use of her old boat would not be an issue": only the head of a long subject leaves room for the verb.
  const narrow = () => [...before, ...withShortSubject(contentTokens, verb, 1)]
  const words = firstOf([
    () => headlineWords({ tokens, source, verb: main, full: false }),
    () => headlineWords({ tokens, source, verb: main, full: true }),
    () => headlineWords({ tokens: narrow(), source, verb: main, full: true }),
    () => headlineWords({ tokens, source, verb: null, full: false }),
    () => headlineWords({ tokens, source, verb: null, full: false, cut: true }),
  ])
  const short = words.length > 0 ? words : plainWords(tokens.length >= SHORTEST ? tokens : parsed.tokens.slice(parsed.start))
  const text = short.join(' ') || plainWords(parsed.tokens).join(' ') || parsed.text.trim().split(/\s+/, LONGEST).join(' ')
  const label = text.length > 120 ? text.slice(0, 120).toWellFormed() : text
  const rule =
    words.length === 0 ? 'words' : before.length > 0 ? 'with-actor' : room === contentTokens ? 'as-told' : 'short-subject'
  return { label: label.charAt(0).toLocaleUpperCase('en') + label.slice(1), rule }
}

/** Returns the first result that has words. */
function firstOf(ways: readonly (() => string[])[]): string[] {
  for (const way of ways) {
    const words = way()
    if (words.length > 0) return words
  }
  return []
}

/** Returns true if the label includes source and cue. */
function cueLeads(attribution: Attribution | null): boolean {
  return (
    attribution !== null &&
    (attribution.denied || /^(?:complement-phrase|complement-infinitive|valuation)$/.test(attribution.rule))
  )
}

/** Returns the beginning of the label that the content lacks. */
function opening(parsed: ParsedSentence, [first]: readonly Range[], attribution: Attribution | null): Token[] {
  if (attribution && cueLeads(attribution)) return [...actor(parsed, attribution), ...verbOf(parsed, attribution)]
  const own = attribution === null || attribution.rule.startsWith('embedded-')
  return own && first ? actorOf(parsed, first[0]) : []
}

/** Returns the verb of the content's main clause; not "cited" of "the plan cited by Lee fails". */
function mainVerb({ tokens, groups }: ParsedSentence, content: readonly Range[]): Token | null {
  const main = mainGroup(tokens, groups, content)
  if (!main) return null
  let index = main.index
  const group = groups[index]
  const next = groups[index + 1]
  const reduced =
    group &&
    next &&
    group.to - group.from === 1 &&
    tokens[group.verb]?.tag === 'ed' &&
    tokens[group.to]?.tag === 'preposition' &&
    !next.infinitive &&
    next.from < main.end &&
    tokens
      .slice(group.to, Math.min(next.from, group.to + 12))
      .every(({ tag }) => /^(?:preposition|determiner|possessive|noun|name|number|time)$/.test(tag)) &&
    next.from - group.to < 12
  if (reduced) index++
  return tokens[groups[index]?.verb ?? -1] ?? null
}

/** Returns the content with its subject shortened to leave room for the verb. */
function withShortSubject(contentTokens: readonly Token[], verb: Token | null, room = ROOM): readonly Token[] {
  const at = verb ? contentTokens.indexOf(verb) : -1
  let start = pastOpening(contentTokens)
  while (/^(?:that|adverb)$/.test(contentTokens[start]?.tag ?? '') || contentTokens[start]?.text === ',') start++
  if (at - start <= room || /^(?:relative|subordinator)$/.test(contentTokens[start]?.tag ?? '')) return contentTokens
  const group = contentTokens.slice(start, at).findLastIndex(({ tag }) => !/^(?:be|have|modal|do|adverb|negation)$/.test(tag))
  const subject = contentTokens.slice(start, start + group + 1)
  // Another clause stands in between, so that the verb belongs to another subject.
  if (subject.some(({ tag, text }) => tag === 'subject' || tag === 'modal' || /^[.;:?!—]$/.test(text))) return contentTokens
  return [...shortened(subject, room), ...contentTokens.slice(start + group + 1)]
}

/** Returns the source's own words up to its apposition. */
function actor(parsed: ParsedSentence, { source }: Attribution): Token[] {
  const { tokens } = parsed
  if (!source) return []
  // "the firm, which said"
  if (source[1] - source[0] === 1 && /^(?:who|which|that)$/.test(tokens[source[0]]?.lower ?? ''))
    return actorOf(parsed, source[0])
  const words = tokens.slice(...source)
  const aside = words.findIndex((token) => token.text === ',' || token.text === '(')
  return (aside > 0 ? words.slice(0, aside) : words).slice(0, 6)
}

function verbOf({ tokens }: ParsedSentence, { cue }: Attribution): Token[] {
  return cue ? tokens.slice(...cue) : []
}

/** Returns the first words unchanged. */
function plainWords(tokens: readonly Token[]): string[] {
  const words: string[] = []
  for (const token of tokens) {
    if (words.length >= SHORTEST && /^[.!?,;]$/.test(token.text)) break
    if (token.tag === 'mark' || token.tag === 'quote' || (words.length === 0 && /^(?:that|conjunction)$/.test(token.tag)))
      continue
    words.push(token.text)
    if (words.length === LONGEST) break
  }
  while (words.length > SHORTEST && isDangling(words.at(-1) ?? '')) words.pop()
  return words
}
