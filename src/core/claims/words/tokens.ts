/** A sentence as tokens with rough tags: the input of the extraction rules. */

import { BASE_OF_PAST } from '../../lexicon/base-forms.ts'
import { COMMON_NOUNS } from '../../lexicon/common-nouns.ts'
import { COMMON_VERBS } from '../../lexicon/common-verbs.ts'
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import { ADVERBS_TOO, NOT_ADVERBS } from '../../lexicon/ending-exceptions.ts'
import { FUNCTION_WORDS, type Tag } from '../../lexicon/function-words.ts'
import { inflectionsOf } from '../../lexicon/inflections.ts'
import { NOUN_VERBS } from '../../lexicon/noun-verbs.ts'
import { BODY_NOUNS, DOCUMENT_NOUNS, PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import { LEADING_ABBREVIATIONS, TRAILING_ABBREVIATIONS } from '../../text/abbreviations.ts'
import { type CharacterKind, characterKind, LATIN_DIGITS, LATIN_LETTERS, LATIN_TEXT } from '../../text/character-kind.ts'
import { memoize } from '../../text/memoize.ts'
import { singleQuotationsIn } from '../../text/single-quotation-marks.ts'
import type { Token } from './token.ts'
import { decideWordClasses } from './word-class.ts'

/** The word and the tag of a token, '' past either end. */
export const lower = (tokens: readonly Token[], at: number): string => (at < 0 ? '' : (tokens[at]?.lower ?? ''))
export const tag = (tokens: readonly Token[], at: number): Tag | '' => (at < 0 ? '' : (tokens[at]?.tag ?? ''))

/** A number with its sign and its ending: "$12.8", "10mg", "90km/h", "4x4". */
const numberPattern = (letter: string, mark: string, digit: string): string =>
  `[$€£¥]?[${digit}]+(?:[.,:][${digit}]+)*(?:%|[${letter}${mark}]+(?:/[${letter}${mark}]+|[${digit}][${letter}${digit}]*)?)?`

/** Word, number or two numbers joined (with inner marks), the two-apostrophe quotation mark, or one character. */
const tokenPattern = (letter: string, mark: string, digit: string): string =>
  `${numberPattern(letter, mark, digit)}(?:[-‐‑–]${numberPattern(letter, mark, digit)}|-[${letter}${digit}]+)*` +
  `|[${letter}][${letter}${mark}${digit}_]*(?:['’.&/-][${letter}${digit}][${letter}${mark}${digit}_]*)*` +
  `|(?<=\\s)['’](?:re|ve|ll|[smd])(?=\\s)|''|\`\`|--+|\\.\\.\\.|\\S`
const TOKEN = new RegExp(tokenPattern('\\p{L}', '\\p{M}', '\\p{N}'), 'gu')
/** Finds the same tokens in Latin text, faster. */
const LATIN_TOKEN = new RegExp(tokenPattern(LATIN_LETTERS, '', LATIN_DIGITS), 'g')

const FINITE = new Set<string>()
for (const base of COMMON_VERBS) {
  for (const [form, kind] of inflectionsOf(base))
    if ((kind === 'third' && !COMMON_NOUNS.has(base)) || kind === 'past') FINITE.add(form)
}
for (const [form, { verb, form: kind }] of CUE_FORMS) {
  const noun = NOUN_VERBS.has(verb.lemma) || (/^(?:base|third)$/.test(kind) && COMMON_NOUNS.has(verb.lemma))
  if (kind !== 'ing' && !/ed$/.test(form) && !noun) FINITE.add(form)
}
/** Third-person forms that are nouns as often. */
for (const noun of 'ends runs drops falls rests results returns rises sets shares shifts shows starts steps stops tests tops tracks turns uses visits walks works looks needs lies lives marks matters moves plays hosts forms covers costs changes faces gains helps hits holds deals cuts cut closes counts'.split(
  ' ',
)) {
  FINITE.delete(noun)
}

/** Returns the tokens of a sentence, in order. Linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const shouted = isShouted(text)
  const singles = new Set(singleQuotationsIn(text).flatMap(({ span: [from, to] }) => [from, to - 1]))
  const pattern = LATIN_TEXT.test(text) ? LATIN_TOKEN : TOKEN
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: found, index: start } = match
    let end = start + found.length
    if (start < (tokens.at(-1)?.end ?? 0)) continue
    const { kind, bare } = formOf(found)
    // "Mr.", "J.", "U.S." keep their stop, but not at the end of the sentence.
    const abbreviated =
      text[end] === '.' &&
      end + 1 < text.length &&
      (LEADING_ABBREVIATIONS.has(bare) ||
        (kind === 'capital' && TRAILING_ABBREVIATIONS.has(bare)) ||
        (kind === 'capital' && /^.$/u.test(found)) ||
        /^(?:\p{L}\.)+\p{L}$/u.test(found))
    if (abbreviated) end++
    const lower = abbreviated ? `${bare}.` : bare
    // "ca n't", as some corpora and agencies write it
    const modal = lower === "n't" && /^(?:ca|wo|sha)$/.test(tokens.at(-1)?.lower ?? '') ? tokens.pop() : undefined
    if (modal) tokens.push({ ...modal, tag: 'modal' })
    const tag =
      kind === 'other' && singles.has(start)
        ? 'quote'
        : shouted
          ? tagOfShouted(found, kind, lower, tokens.at(-1))
          : tagOf(found, kind, lower, tokens.at(-1))
    tokens.push({
      start,
      end,
      text: abbreviated ? text.slice(start, end) : found,
      lower,
      tag,
      capital: kind === 'capital' && (!shouted || tag === 'name'),
    })
  }
  decideWordClasses(tokens)
  return tokens
}

/** The kind of a word's first character; its lower case, with straight apostrophes and hyphens. */
const formOf = memoize((found) => {
  const kind = characterKind(found)
  const lower = found.toLowerCase()
  return { kind, bare: kind === 'digit' ? lower.replaceAll(/[‐‑–]/g, '-') : lower.replaceAll('’', "'") }
})

/** The length of the sample that decides if a text is in capitals. */
const SAMPLE = 200

/** Returns true for three words or more, all in capitals: `THE MAYOR SAID IT WOULD HOLD`. */
function isShouted(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  if (/[a-z]/.test(sample)) return false
  return sample === sample.toUpperCase() && sample !== sample.toLowerCase() && /\S{2}\s+\S+\s+\S/.test(sample)
}

/**
 * Returns the tag of a word in capitals, which do not mark a name: an unknown word is a name, except after "to", an auxiliary
 * or an article.
 */
function tagOfShouted(text: string, kind: CharacterKind, lower: string, before: Token | undefined): Tag {
  const tag = tagOf(text.toLowerCase(), kind === 'capital' ? 'letter' : kind, lower, before)
  if (lower === 'us') return 'name'
  if (tag !== 'noun' || kind === 'other' || SHOUTED_NOUNS.has(lower) || CUE_FORMS.has(lower)) return tag
  return /^(?:to|modal|do|determiner|possessive)$/.test(before?.tag ?? '') ? 'noun' : 'name'
}
const SHOUTED_NOUNS = new Set([...PEOPLE_NOUNS, ...BODY_NOUNS, ...DOCUMENT_NOUNS])

/** Separate clitics: "they 're". */
const CLITICS: ReadonlyMap<string, Tag> = new Map([
  ["'re", 'be'],
  ["'m", 'be'],
  ["'ve", 'have'],
  ["'ll", 'modal'],
  ["'d", 'modal'],
])

const QUOTES: ReadonlySet<string> = new Set([...'"“”„«»‟', "''", '``'])

function tagOf(text: string, kind: CharacterKind, lower: string, before: Token | undefined): Tag {
  if (lower === "'s") return before && /^(?:he|she|it|that|there|what|who|here)$/.test(before.lower) ? 'be' : 'mark'
  const clitic = lower.startsWith("'") ? CLITICS.get(lower) : undefined
  if (clitic) return clitic
  if (kind === 'other' && !/^[$€£¥]/.test(text)) return QUOTES.has(text) ? 'quote' : 'mark'
  if (kind === 'digit' || (kind === 'other' && characterKind(text, 1) === 'digit')) return 'number'
  const capital = kind === 'capital'
  const first = capital && (before === undefined || before.tag === 'quote' || /^[:.!?]$/.test(before.lower))
  const closed = FUNCTION_WORDS.get(lower)
  if (closed && (!capital || first || lower === 'i' || lower.startsWith("i'") || closed === 'time')) return closed
  if (capital && !first) return 'name'
  if (FINITE.has(lower)) return 'verb'
  if (PRONOUNS.has(lower)) return 'object'
  const ing = lower.endsWith('ing') && lower.length > 5 && !/^(?:anti|pro|non|pre|post|mid)-/.test(lower)
  if (capital && lower.endsWith('ed') && CUE_FORMS.has(lower)) return 'ed'
  if (capital) return ing ? 'ing' : 'name'
  if (lower.endsWith('ly') && lower.length > 2) return lyTag(lower, before)
  if (lower.endsWith('ed') && (!lower.endsWith('eed') || BASE_OF_PAST.has(lower)) && lower.length > 3) return 'ed'
  if (ing) return 'ing'
  return 'noun'
}

const PRONOUNS: ReadonlySet<string> = new Set(['something', 'anything', 'everything', 'nothing'])

/** "family", "elderly" are no adverbs; "daily" is one but after an article. */
function lyTag(lower: string, before: Token | undefined): Tag {
  if (!NOT_ADVERBS.has(lower)) return 'adverb'
  return ADVERBS_TOO.has(lower) && !/^(?:determiner|possessive)$/.test(before?.tag ?? '') ? 'adverb' : 'noun'
}
