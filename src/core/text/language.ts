/** Detects the language of a text by its letters and its function words. */
import { LATIN_LETTERS, LATIN_TEXT } from './character-kind.ts'
import { LANGUAGE_WORDS } from './lexicon/language-words.ts'

const LATIN_WORD = new RegExp(`[${LATIN_LETTERS}]+`, 'g')

/** Languages with a script of their own, the rarer script first. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Thai}/u, 'th'],
]

/** The number of words examined, and the length of the beginning from which they are taken, in UTF-16 units. */
const WORDS = 300
export const BEGINNING = 4_000

/** The least number of function words of a language. It also needs twice the weight of the supported language. */
const LEAST = 5
/** Two languages whose weights differ by less than this factor are not distinguished. */
const CLEAR = 1.15
/** The least share of function words among all words. */
const SHARE = 0.15

const BY_WORD: ReadonlyMap<string, readonly string[]> = (() => {
  const languages = new Map<string, string[]>()
  for (const [language, words] of Object.entries(LANGUAGE_WORDS)) {
    for (const word of new Set(words.split(' '))) languages.set(word, [...(languages.get(word) ?? []), language])
  }
  return languages
})()

export interface TextLanguage {
  /** BCP 47 code, null if the text is too short or too mixed. */
  readonly language: string | null
  /** True if the extraction rules do not support the language. */
  readonly unsupported: boolean
}

/**
 * Returns the language of a text by its first `WORDS` words: by script if that decides, else the language with the most
 * function words (a word that several languages share counts as a fraction), if they are enough and clearly more than those of
 * English. An undetermined text in Latin letters counts as English.
 */
export function languageOf(text: string): TextLanguage {
  const beginning = text.slice(0, BEGINNING)
  const others = beginning.match(LATIN_TEXT.test(beginning) ? /[ªµºÀ-ÖØ-öø-ÿ]/g : /[^\P{L}a-zA-Z]/gu)?.join('') ?? ''
  let plain = 0
  for (let at = 0; at < beginning.length; at++) if (isPlain(beginning.charCodeAt(at))) plain++
  const letters = plain + others.length
  const latin = plain + (others.match(/\p{Script=Latin}/gu)?.length ?? 0)
  if (letters === 0) return { language: null, unsupported: false }
  const cyrillic = others.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  if (2 * (latin + cyrillic) < letters) return { language: byScript(beginning, letters), unsupported: true }
  return byWords(beginning) ?? { language: null, unsupported: 2 * latin < letters }
}

/** A letter of ASCII. */
const isPlain = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)

function byScript(text: string, letters: number): string | null {
  const found = SCRIPTS.find(([script]) => 5 * (text.match(new RegExp(script.source, 'gu'))?.length ?? 0) > letters)
  return found?.[1] ?? null
}

/**
 * Returns null if the words do not decide. If two other languages are too similar, the text is unsupported without a language.
 */
function byWords(text: string): TextLanguage | null {
  /** By language: the number of its function words in the text, and their weight. */
  const counts = new Map<string, { hits: number; weight: number }>()
  let words = 0
  for (const [word] of text.toLowerCase().matchAll(LATIN_TEXT.test(text) ? LATIN_WORD : /\p{L}+/gu)) {
    const languages = BY_WORD.get(word) ?? []
    for (const language of languages) {
      const count = counts.get(language) ?? { hits: 0, weight: 0 }
      count.hits++
      count.weight += 1 / languages.length
      counts.set(language, count)
    }
    if (++words === WORDS) break
  }
  const [best, second] = [...counts].sort((a, b) => b[1].weight - a[1].weight)
  if (!best) return null
  const [language, { hits, weight }] = best
  if (hits < SHARE * words) return null
  if (language === 'en') return hits >= 2 ? { language, unsupported: false } : null
  if (hits < LEAST || weight < 2 * (counts.get('en')?.weight ?? 0)) return null
  return { language: second && weight < CLEAR * second[1].weight ? null : language, unsupported: true }
}
