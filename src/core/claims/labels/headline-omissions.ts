/** The words of a claim that a headline omits: articles, most forms of "be", words that may not come first. */
import type { Tag } from '../../lexicon/function-words.ts'
import type { Token } from '../syntax/token.ts'

/** Words omitted at any place. */
const DROPPED: ReadonlySet<string> = new Set(
  'a an the very also just really quite now then already currently too even mr mr. mrs mrs. ms ms. dr dr.'.split(' '),
)
/** Adverbs that may come first, because they change the claim. */
const KEPT_FIRST =
  /^(?:hardly|barely|scarcely|seldom|rarely|never|not|no|perhaps|maybe|probably|possibly|allegedly|reportedly|apparently|presumably|supposedly|nearly|almost|about|only|roughly|likely|sometimes|often|less|more)$/
/** A clause that opens with one of these words is no assertion, so that the word stays. */
const OPEN = /^(?:if|unless|whether|until|without|how|why|when|where|before|after)$/

const KEPT: ReadonlySet<Tag> = new Set<Tag>([
  'noun',
  'name',
  'verb',
  'ed',
  'ing',
  'number',
  'preposition',
  'possessive',
  'adverb',
  'modal',
])

/** Returns true for articles, auxiliaries, relative pronouns, and words that may not come first. */
export function isOmittedInHeadline(tokens: readonly Token[], at: number, first: boolean): boolean {
  const token = tokens[at]
  if (!token) return true
  // "a few" is not "few"
  if (token.lower === 'a' && /^(?:few|little)$/.test(tokens[at + 1]?.lower ?? '')) return false
  if (DROPPED.has(token.lower)) return true
  if (KEPT.has(token.tag) && !(first && token.tag === 'adverb')) return false
  const next = nextWord(tokens, at)
  // "asked what would become of it"
  if (token.tag === 'relative') return !(first && (token.lower === 'what' || token.capital))
  if (first && /^(?:subordinator|adverb)$/.test(token.tag)) return !KEPT_FIRST.test(token.lower) && !OPEN.test(token.lower)
  if (first && /^(?:conjunction|object|to)$/.test(token.tag)) return token.lower !== 'nor'
  if (first && token.tag === 'that') return !/^(?:verb|noun|be|have|modal|do|adverb)$/.test(next?.tag ?? '')
  if (token.tag === 'be') return !keepsBe(tokens, at, next)
  return token.tag === 'have' && !keepsHave(tokens, at, next)
}

/** "hasn't", "would have", "have a boat" keep "have"; "has closed" does not. */
function keepsHave(tokens: readonly Token[], at: number, next: Token | undefined): boolean {
  if (/n't$/.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.tag === 'negation') return true
  const before = tokens[at - 1]?.tag === 'quote' ? tokens[at - 2] : tokens[at - 1]
  if (/^(?:modal|to|negation)$/.test(before?.tag ?? '') || before?.lower === 'there') return true
  return !/^(?:ed|be|verb)$/.test(next?.tag ?? '')
}

/** "They are old", "Lee is a painter" keep "be"; "Lee leaving", "gates closed" do not. */
function keepsBe(tokens: readonly Token[], at: number, next: Token | undefined): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || token.lower === 'be' || before?.lower === 'there') return true
  if (token.lower === 'been' && tokens[at - 2]?.lower === 'there') return true
  // "had long been closed": "had" is in the label already
  if (token.lower === 'been' && /^(?:adverb|negation)$/.test(before?.tag ?? '')) return true
  if (/^(?:been|being)$/.test(token.lower)) return tokens[at - 2]?.tag === 'modal' && !/^(?:ed|ing)$/.test(next?.tag ?? '')
  if (next?.tag === 'ing' || next?.tag === 'ed' || next?.tag === 'to') return before?.tag === 'subject' && next.tag !== 'to'
  return (
    before === undefined ||
    /^(?:subject|determiner|relative|that|quote|object)$/.test(before.tag) ||
    /^(?:determiner|possessive|number|subordinator|that|relative)$/.test(next?.tag ?? '') ||
    /^(?:what|who|how|why)$/.test(next?.lower ?? '')
  )
}

function nextWord(tokens: readonly Token[], at: number): Token | undefined {
  let next = at + 1
  while (tokens[next]?.tag === 'negation' || tokens[next]?.tag === 'quote' || DROPPED_ADVERB.test(tokens[next]?.lower ?? ''))
    next++
  return tokens[next]
}
const DROPPED_ADVERB = /^(?:also|just|really|quite|now|then|already|currently|very|too|even|still)$/

/** "has not closed", "he's closed": a participle keeps its form. */
export function auxiliaryBefore(tokens: readonly Token[], at: number): boolean {
  let before = at - 1
  while (/^(?:adverb|negation)$/.test(tokens[before]?.tag ?? '')) before--
  return /^(?:be|have|modal|do|to)$/.test(tokens[before]?.tag ?? '') || /'(?:s|ve|re|m|d|ll)$/.test(tokens[before]?.lower ?? '')
}
