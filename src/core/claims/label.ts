/** A claim as a short headline: actor first, present tense or participle, without articles and auxiliaries. */
import type { Attribution } from './attribution.ts'
import { actorOf, shortened } from './label-actor.ts'
import { BASE_OF_PAST } from './lexicon/base-forms.ts'
import { mainGroup } from './main-predicate.ts'
import { formsOf } from './morphology.ts'
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokens.ts'

const LONGEST = 8
const SHORTEST = 3
/** A longer subject is shortened, in words. */
const ROOM = 5

/** Left out wherever they stand. */
const DROPPED =
  /^(?:a|an|the|very|also|just|really|quite|now|then|already|currently|still|again|too|even|once|only|mr\.?|mrs\.?|ms\.?|dr\.?)$/
/** No label ends with one of these. */
const DANGLING =
  /^(?:a|an|the|of|in|on|at|by|for|from|with|to|and|or|but|nor|as|than|that|which|who|whom|whose|if|whether|because|while|when|where|into|onto|about|over|under|against|between|among|through|during|after|before|since|until|without|within|toward|towards|upon|is|are|was|were|be|been|being|has|have|had|will|would|may|might|could|can|should|must|not|its|their|his|her|our|your|my|this|these|those|some|any|every|more|most|so|such|per|via|it|he|she|they|we|i|there)$/

/** A label, and the rule that made it. */
interface ToldLabel {
  readonly label: string
  readonly rule: 'as-told' | 'with-actor' | 'short-subject' | 'words'
}

/**
 * The label of a claim. `Lee said the port was closing next week` → "Port closing next week"; a content without a verb of its own
 * is told with its source and cue: `Lee criticised the plan` → "Lee criticises plan"; a clause without a subject with what it is
 * about: `Lee, who lost the vote, left` → "Lee loses vote".
 */
export function labelOf(scene: Scene, content: readonly Range[], attribution: Attribution | null): ToldLabel {
  const pieces = content.flatMap(([from, to]) => scene.tokens.slice(from, to))
  // "said that talks go on"
  const told = attribution && pieces[0]?.tag === 'that' ? pieces.slice(1) : pieces
  const before = opening(scene, content, attribution)
  const room = withShortSubject(scene, content, told)
  const tokens = [...before, ...room]
  const named = attribution?.source ? scene.tokens.slice(...attribution.source) : []
  const brief = headline(tokens, named, false)
  const long = brief.length < SHORTEST ? headline(tokens, named, true) : brief
  const words = long.length < SHORTEST ? undefined : long
  const short = words ?? plainWords(tokens.length >= SHORTEST ? tokens : scene.tokens.slice(scene.start))
  const text = short.join(' ') || plainWords(scene.tokens).join(' ') || scene.text.trim().split(/\s+/, LONGEST).join(' ')
  const label = text.length > 120 ? text.slice(0, 120).toWellFormed() : text
  const rule = words === undefined ? 'words' : before.length > 0 ? 'with-actor' : room === told ? 'as-told' : 'short-subject'
  return { label: label.charAt(0).toLocaleUpperCase('en') + label.slice(1), rule }
}

/** What the label begins with that the content lacks. */
function opening(scene: Scene, [first]: readonly Range[], attribution: Attribution | null): Token[] {
  const bound =
    attribution?.rule === 'complement-phrase' ||
    attribution?.rule === 'complement-infinitive' ||
    attribution?.rule === 'valuation'
  if (bound) return [...actor(scene, attribution), ...verbOf(scene, attribution)]
  const own = attribution === null || attribution.rule.startsWith('embedded-')
  return own && first ? actorOf(scene, first[0]) : []
}

/** The content with a subject so short that the verb has room. */
function withShortSubject({ tokens, groups }: Scene, content: readonly Range[], told: readonly Token[]): readonly Token[] {
  const verb = tokens[groups[mainGroup(tokens, groups, content)?.index ?? -1]?.from ?? -1]
  const at = verb ? told.indexOf(verb) : -1
  let start = pastOpening(told)
  while (/^(?:that|conjunction|adverb|quote)$/.test(told[start]?.tag ?? '') || told[start]?.text === ',') start++
  if (at - start <= ROOM || told[start]?.tag === 'relative') return told
  return [...shortened(told.slice(start, at)), ...told.slice(at)]
}

/** The source's own words up to its apposition. */
function actor({ tokens }: Scene, { source }: Attribution): Token[] {
  if (!source) return []
  const words = tokens.slice(...source)
  const aside = words.findIndex((token) => token.text === ',' || token.text === '(')
  return (aside > 0 ? words.slice(0, aside) : words).slice(0, 6)
}

function verbOf({ tokens }: Scene, { cue }: Attribution): Token[] {
  return cue ? tokens.slice(...cue) : []
}

/** The words of a headline; `full` leaves auxiliaries in. */
function headline(tokens: readonly Token[], source: readonly Token[], full: boolean): string[] {
  const kept: Token[] = []
  const words: string[] = []
  let verb = false
  let plural: 'and' | boolean = false
  let aside = false
  let at = pastOpening(tokens)
  for (; at < tokens.length && words.length < LONGEST; at++) {
    const token = tokens[at]
    if (!token) break
    const enough = words.length >= SHORTEST
    if (token.text === ',' || /^(?:—|–|--|;|\(|\))$/.test(token.text)) {
      if (verb && enough) break
      // "Lee, the mayor, left": an aside between the actor and the verb is passed over.
      if (!verb && words.length > 0) aside = token.text !== ')' && !aside
      continue
    }
    if (aside || token.tag === 'quote' || token.tag === 'mark') continue
    if (verb && enough && endsHeadline(tokens, at, words.length)) break
    const day = lengthOfDay(tokens, at)
    if (day > 0) {
      at += day - 1
      continue
    }
    if (isLeftOut(tokens, at, words.length === 0) && !(full && /^(?:be|have)$/.test(token.tag))) {
      if (/^(?:be|have)$/.test(token.tag)) verb = true
      if (/n't$/.test(token.lower)) words.push('not')
      continue
    }
    if (token.tag === 'modal' || token.tag === 'do') verb = true
    kept.push(token)
    words.push(word(token, verb, plural !== false, words.length === 0, source))
    if (token.tag === 'verb' || (token.tag === 'ed' && words.length > 1)) verb = true
    if (token.lower === 'and') plural = 'and'
    if (!verb && plural !== 'and')
      plural =
        (/[^s]s$/.test(token.lower) && token.tag !== 'name') ||
        /^(?:people|police|they|we|i|them|those|both|several|few|many|some|most)$/.test(token.lower)
  }
  const counts = kept.at(-1)?.tag === 'number' && tokens[at] !== undefined && tokens[at]?.tag !== 'mark'
  if (words.length === LONGEST && (counts || isNounLike(tokens[at]))) {
    dropCutPhrase(words, kept)
    if (/['’]s?$/.test(words.at(-1) ?? '')) words.pop()
  }
  while (words.length > 0 && DANGLING.test(words.at(-1)?.toLowerCase() ?? '')) words.pop()
  return words
}

/** A further clause, or "as quickly as possible"; "and" only if it joins no nouns. */
function endsHeadline(tokens: readonly Token[], at: number, length: number): boolean {
  const { tag, lower } = tokens[at] ?? { tag: 'mark', lower: '' }
  if (lower === 'as') return length > SHORTEST
  if (tag === 'conjunction')
    return !isNounLike(tokens[at + 1]) || /^(?:verb|be|have|modal|do|ed)$/.test(tokens[at + 2]?.tag ?? '')
  return (
    tag === 'relative' || tag === 'that' || (tag === 'subordinator' && !/^(?:if|whether|how|why|where|than|so)$/.test(lower))
  )
}

const isNounLike = (token: Token | undefined): boolean => token !== undefined && /^(?:noun|name|number)$/.test(token.tag)

/** "within coming" of "within coming days": a noun phrase that the length cuts goes as a whole, if enough stays. */
function dropCutPhrase(words: string[], kept: readonly Token[]): void {
  let last = kept.length
  while (last > 0 && (isNounLike(kept[last - 1]) || /^(?:ed|ing)$/.test(kept[last - 1]?.tag ?? ''))) last--
  if (kept[last - 1]?.tag === 'preposition' && words.length === kept.length && last - 1 >= SHORTEST + 1) words.length = last - 1
}

/** "on Monday", "late on Thursday night", "on March 11": the length in tokens, else 0. */
function lengthOfDay(tokens: readonly Token[], at: number): number {
  const on = /^(?:late|early)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at
  const day = tokens[on]?.lower === 'on' ? on + 1 : on
  if (day === at || tokens[day]?.tag !== 'time') return 0
  const more = tokens[day + 1]?.tag === 'number' || /^(?:morning|afternoon|evening|night)$/.test(tokens[day + 1]?.lower ?? '')
  return day + (more ? 2 : 1) - at
}

/** Past "In a vote on Monday," and "While it rained,": the actor comes first. */
function pastOpening(tokens: readonly Token[]): number {
  if (!/^(?:preposition|subordinator|time)$/.test(tokens[0]?.tag ?? '')) return 0
  const comma = tokens.findIndex(({ text }) => text === ',')
  return comma > 0 && comma < 25 && tokens.length - comma > 2 * SHORTEST ? comma + 1 : tokens[0]?.tag === 'subordinator' ? 1 : 0
}

/** Articles, auxiliaries, relative pronouns; what may not stand first. */
function isLeftOut(tokens: readonly Token[], at: number, first: boolean): boolean {
  const token = tokens[at]
  if (!token || DROPPED.test(token.lower)) return true
  // "asked what would become of it"
  if (token.tag === 'relative') return !(first && token.lower === 'what')
  const next = nextWord(tokens, at)
  if (first && /^(?:conjunction|adverb|object|to|subordinator)$/.test(token.tag)) return true
  if (first && token.tag === 'that') return next?.tag !== 'verb' && next?.tag !== 'noun'
  if (token.tag === 'be') return token.lower !== 'be' && tokens[at - 1]?.lower !== 'there'
  return token.tag === 'have' && tokens[at - 1]?.tag !== 'modal' && /^(?:ed|be|verb|adverb)$/.test(next?.tag ?? '')
}

function nextWord(tokens: readonly Token[], at: number): Token | undefined {
  let next = at + 1
  while (tokens[next]?.tag === 'negation' || tokens[next]?.tag === 'quote') next++
  return tokens[next]
}

/** A past tense as a present one, a pronoun as the source that it stands for. */
function word(token: Token, verb: boolean, plural: boolean, opens: boolean, source: readonly Token[]): string {
  if (!verb && (token.tag === 'verb' || (token.tag === 'ed' && !opens))) {
    const base = BASE_OF_PAST.get(token.lower)
    if (base !== undefined) return plural ? base : ([...formsOf(base)].find(([, form]) => form === 'third')?.[0] ?? token.text)
  }
  if (opens && token.tag === 'subject') {
    const stands = /^(?:he|she|they)(?:'.*)?$/.exec(token.lower)
    const name = stands
      ? source.filter(({ tag }) => tag === 'name').find(({ text }) => !DROPPED.test(text.toLowerCase()))
      : undefined
    const aside = source.findIndex(({ text }) => text === ',')
    const last = (aside > 0 ? source.slice(0, aside) : source).findLast(({ tag }) => tag === 'name')
    if (name && last) return last.text
  }
  return token.text.replace(/['’]s$/, (ending) => (token.tag === 'subject' ? '' : ending))
}

/** The first words as they stand. */
function plainWords(tokens: readonly Token[]): string[] {
  const words: string[] = []
  for (const token of tokens) {
    if (token.tag === 'mark' || token.tag === 'quote' || (words.length === 0 && /^(?:that|conjunction)$/.test(token.tag)))
      continue
    words.push(token.text)
    if (words.length === LONGEST) break
  }
  while (words.length > SHORTEST && DANGLING.test(words.at(-1)?.toLowerCase() ?? '')) words.pop()
  return words
}
