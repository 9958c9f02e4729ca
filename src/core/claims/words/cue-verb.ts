/** Tells a reporting verb from a noun or an adjective of the same form. */
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import type { VerbForm } from '../../lexicon/inflections.ts'
import { NOUN_VERBS } from '../../lexicon/noun-verbs.ts'
import type { Token } from './token.ts'

/** The dictionary form of a reporting verb, '' for another word. */
export const lemmaOf = (token: Token | undefined): string => CUE_FORMS.get(token?.lower ?? '')?.verb.lemma ?? ''

/** A form of a reporting verb, the word before it without adverbs and negations, and the word after it. */
interface Place {
  readonly word: Token
  readonly before: Token | undefined
  readonly after: Token | undefined
  /** Its forms are nouns as often. */
  readonly ambiguous: boolean
  /** It is part of a phrase: "called for". */
  readonly phrase: boolean
}

const NOMINAL = /^(?:noun|name|number|object|time|ing|ed)$/
/** "Both said", "Many fear" */
const PRONOMINAL = /^(?:some|many|most|others|several|few|both|all|these|those|neither|none|each|either)$/
/** "Farmers — and some traders — say" */
const CLOSES_ASIDE = /^(?:[,)–—-]|--)$/
const OBJECT = /^(?:determiner|possessive|that|subject|object|to|name|number|relative|quote)$/

const opensObject = (token: Token | undefined): boolean =>
  token !== undefined && (OBJECT.test(token.tag) || /^(?:if|whether|how|why|about|for|against)$/.test(token.lower))

/** Returns true if a form that may be a noun or an adjective is a verb here. */
export function isVerb(tokens: readonly Token[], at: number, form: VerbForm, phrase: boolean): boolean {
  const word = tokens[at]
  // "said planning director Ann Orr"
  if (!word || (form === 'ing' && word.tag === 'noun')) return false
  const ambiguous = NOUN_VERBS.has(lemmaOf(word))
  if (word.tag === 'verb' && form !== 'participle' && ambiguous) return true
  let left = at - 1
  while (tokens[left]?.tag === 'adverb' || tokens[left]?.tag === 'negation') left--
  const before = tokens[left]
  if (word.tag === 'name' && at > 0 && !/^(?:quote|name|modal)$/.test(before?.tag ?? '')) return false
  const place: Place = { word, before, after: tokens[at + 1], ambiguous, phrase }
  if (form === 'base') return isBaseVerb(place)
  if (form === 'third') return isThirdVerb(place)
  return form === 'ing' ? isParticipleVerb(place) : isPastVerb(place, form === 'participle')
}

/** "They say", "Farmers fear it", "Editor’s note: the dam held" */
function isBaseVerb({ word, before, after, ambiguous }: Place): boolean {
  const [tag, earlier] = [before?.tag ?? '', before?.lower ?? '']
  if (/['’]s$/.test(earlier)) return false
  // "like" is a preposition unless a subject or an auxiliary precedes it.
  if (/^(?:modal|do|to|subject)$/.test(tag)) return true
  if (word.lower === 'like') return false
  if (earlier === 'who') return true
  if (tag === 'determiner') return PRONOMINAL.test(earlier) && (!ambiguous || opensObject(after))
  if (tag === 'conjunction') return !ambiguous || opensObject(after)
  if (tag === 'mark') return !ambiguous && CLOSES_ASIDE.test(before?.text ?? '')
  if (!NOMINAL.test(tag) || !ambiguous) return NOMINAL.test(tag)
  return /s$/.test(earlier) && (opensObject(after) || after === undefined || after.tag === 'mark')
}

/** "Lee claims that", not "the claims", "two wishes that" */
function isThirdVerb({ before, after, ambiguous, phrase }: Place): boolean {
  const [tag, earlier] = [before?.tag ?? '', before?.lower ?? '']
  if (/^(?:determiner|possessive|preposition|be|modal|to|)$/.test(tag) || /['’]s$|['’]$/.test(earlier)) return false
  if (!ambiguous || tag === 'subject' || /^(?:who|that|which)$/.test(earlier)) return true
  if (tag === 'number' || (after?.tag === 'preposition' && !phrase)) return false
  return (NOMINAL.test(tag) || /^(?:mark|conjunction)$/.test(tag)) && (opensObject(after) || phrase)
}

/** "Lee named a coach", not "the 41 confirmed cases", "the party's newly named leader", "her own stated aim" */
function isPastVerb({ word, before, after, ambiguous, phrase }: Place, participle: boolean): boolean {
  const [tag, earlier] = [before?.tag ?? '', before?.lower ?? '']
  // "left with estimated losses"
  if (
    tag === 'possessive' ||
    (tag === 'preposition' && earlier !== 'as') ||
    (tag === 'determiner' && !(PRONOMINAL.test(earlier) && opensObject(after)))
  )
    return false
  if (tag === 'number' && /ed$/.test(word.lower) && after?.tag === 'noun') return false
  if (/['’]s?$|^own$/.test(earlier) && tag !== 'subject' && /^(?:noun|name|ing)$/.test(after?.tag ?? '')) return false
  if (participle && tag !== 'have' && tag !== 'be' && !/'(?:s|ve|d|re)$/.test(earlier)) return phrase && tag === 'subject'
  return ambiguous && word.lower === lemmaOf(word) ? opensObject(after) : true
}

/** "Lee, saying it held", not "the jury's finding that" */
function isParticipleVerb({ before, after, phrase }: Place): boolean {
  const tag = before?.tag ?? ''
  // "under questioning"
  if (
    /^(?:determiner|possessive)$/.test(tag) ||
    before?.lower === 'under' ||
    (tag !== 'subject' && /['’]s?$/.test(before?.lower ?? ''))
  )
    return false
  return /^(?:noun|name)$/.test(tag) ? opensObject(after) || phrase : true
}
