/** The form of a source (named, anonymous, or described by office or body), and the comparison of two sources. */
import type { Span } from '../../article.ts'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { BODY_NOUNS, DOCUMENT_NOUNS, PEOPLE_NOUNS } from '../../lexicon/source-nouns.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { type Token, tokensOf, wordsOnly } from '../compare/compare-tokens.ts'
import type { Wording } from '../compare/comparison.ts'

/** "a neighbour", "one of the pilots", "people with knowledge of the talks", "officials" */
const INDEFINITE =
  /^(a|an|one|two|three|some|several|many|few|another|someone|somebody|people|persons?|individuals?|officials|sources|witnesses|aides|insiders|diplomats|executives|analysts|experts|advisers|advisors|relatives|neighbou?rs|residents|colleagues|friends|workers|employees|staff|observers|lawyers|traders|investors|bankers|critics|opponents|supporters)$/

export type SourceForm = 'named' | 'anonymous' | 'described'

/** "Orla Dunnet, a pilot" and "a pilot, Orla Dunnet," are named; "a pilot at Orle" is anonymous; "the port" is described. */
export function formOf(spans: readonly Span[], wording: Wording): SourceForm {
  if (namesOf(spans, wording).size > 0) return 'named'
  const [first] = sourceWords(spans, wording)
  return INDEFINITE.test(first?.key ?? '') ? 'anonymous' : 'described'
}

const sourceWords = (spans: readonly Span[], { text }: Wording): Token[] =>
  spans.flatMap(([from, to]) => wordsOnly(tokensOf(text.slice(from, to))))

const TITLES = new Set('mr mrs ms miss dr prof professor sir lady lord st'.split(' '))

/**
 * Returns the words of the names in a source, in lower case: capitals that end their part of the phrase, or stand before a
 * preposition or a relative clause. Not "Danish officials", "a clerk at Marsk Hall", "Ms. Orde's lawyer".
 */
export const namesOf = memoizeByIdentity((spans: readonly Span[], { text }: Wording): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const [from, to] of spans) {
    const opens = !/[\p{L}\p{N}]/u.test(text.slice(0, from))
    for (const part of text.slice(from, to).matchAll(/[^,;()“”"]+/g)) {
      const all = wordsOnly(tokensOf(part[0]))
      const clause = all.findIndex((w) => /^(who|which|that|whose|including)$/.test(w.key))
      const words = clause < 0 ? all : all.slice(0, clause)
      const capital = words.map((w) => /^\p{Lu}/u.test(part[0].charAt(w.start)))
      if (opens && part.index === 0 && isCommon(words[0]?.key ?? '', words.length)) capital[0] = false
      for (let i = 0; i < words.length; i++) {
        if (!capital[i]) continue
        const start = i
        while (capital[i + 1]) i++
        const [before, last, after] = [words[start - 1]?.key ?? '', words[i]?.key ?? '', words[i + 1]?.key ?? '']
        const acronym = start === i && /^\p{Lu}{2,}$/u.test(part[0].slice(words[i]?.start, words[i]?.end))
        if (OF.test(before) || before === 'the' || acronym || last.endsWith("'s")) continue
        if (after !== '' && !OF.test(after) && !AFTER_NAME.test(after)) continue
        for (const word of words.slice(start, i + 1)) if (!TITLES.has(word.key)) names.add(word.key)
      }
    }
  }
  return names
})

/** True for a body with a proper name: "the Harbour Courier". */
export const isBody = (spans: readonly Span[], { text }: Wording): boolean =>
  spans.some(([from, to]) => /\s\p{Lu}/u.test(text.slice(from, to)))

/** True for a word whose only reason for a capital is that it opens the sentence. */
const isCommon = (key: string, length: number): boolean =>
  FUNCTION_WORDS.has(key) ||
  PEOPLE_NOUNS.has(key) ||
  BODY_NOUNS.has(key) ||
  DOCUMENT_NOUNS.has(key) ||
  INDEFINITE.test(key) ||
  (length === 1 && /[^s]s$/.test(key))

const OF = /^(at|of|in|on|above|below|from|for|with|near|behind|under|inside|outside|beside|beyond|by|to)$/
const AFTER_NAME = /^(who|which|that|whose|and|or|a|an|the|his|her|its|their|\d+)$/

/**
 * Returns the source with its whole noun phrase: one that was read from a preposition on ("at the town hall") or as an adverb
 * ("there") begins at the last mark before it.
 */
export function wholeSource(spans: readonly Span[], { text, words }: Wording): readonly Span[] {
  const [first, ...rest] = spans
  if (!first || rest.length > 0) return spans
  const at = words.findIndex((word) => word.start >= first[0])
  const before = words[at - 1]
  if (!before || ((!OF.test(before.key) || /^(by|to)$/.test(before.key)) && !/^(there|here)$/i.test(text.slice(...first))))
    return spans
  let from = at
  while (from > 0 && !/[,;:"“”()—–]/.test(text.slice(words[from - 1]?.end ?? 0, words[from]?.start ?? 0))) from--
  return [[words[from]?.start ?? first[0], first[1]]]
}

const FUNCTION = new Set(
  'the a an of in at on for and or to with by from as who which that has his her its their my our mr mrs ms dr'.split(' '),
)

/** Returns the words that identify a source. */
const nounsOf = memoizeByIdentity(
  (spans: readonly Span[], wording: Wording): ReadonlySet<string> =>
    new Set(
      sourceWords(spans, wording)
        .map((t) => t.key.replace(/'s$/, ''))
        .filter((key) => !FUNCTION.has(key)),
    ),
)

/** Roles of many sources: they identify a source only together with another word. */
const ROLES = new Set(
  (
    'spokesman spokeswoman spokesperson spokespeople official officials officer officers member members person people source sources lawyer ' +
    'lawyers head chief chairman chairwoman director manager leader minister ministry secretary president deputy representative adviser ' +
    'expert experts analyst analysts aide survey study report poll review statement analysis letter document figures data office senior former ' +
    'local state national one two three four five several some'
  ).split(' '),
)

const PRONOUN = /^(he|she|it|they|i|we|you|who|which|that)$/
/** Returns true if the source is only a pronoun. */
export const isPronoun = (spans: readonly Span[], wording: Wording): boolean =>
  [...nounsOf(spans, wording)].every((word) => PRONOUN.test(word))

/**
 * Returns true if one name or noun phrase contains the other: "Ms. Orde" and "Ines Orde, the mayor"; never for two names, nor
 * for two bodies of one kind.
 */
export function isSameSource(s: readonly Span[], before: Wording, t: readonly Span[], after: Wording): boolean {
  const [namesA, namesB] = [namesOf(s, before), namesOf(t, after)]
  if (namesA.size > 0 && namesB.size > 0) return [...namesA].some((name) => namesB.has(name))
  const [x, y] = [nounsOf(s, before), nounsOf(t, after)]
  const own = (words: ReadonlySet<string>) => [...words].filter((word) => !ROLES.has(word))
  const [ownX, ownY] = [own(x), own(y)]
  if (namesA.size + namesB.size === 0 && ownX.length > 0 && ownY.length > 0 && !ownX.some((word) => y.has(word))) return false
  const common = [...x].filter((word) => y.has(word)).length
  return common > 0 && 2 * common >= Math.min(x.size, y.size)
}

/** Returns the spans without what stands in brackets: tickers, addresses, parties. */
export function withoutBrackets(spans: readonly Span[], { text }: Wording): readonly Span[] {
  return spans.flatMap(([from, to]): Span[] => {
    const open = text.slice(from, to).search(/[([]/)
    if (open < 0) return [[from, to]]
    const close = text.slice(from + open, to).search(/[)\]]/)
    const rest: Span[] = close < 0 || from + open + close + 1 >= to ? [] : [[from + open + close + 1, to]]
    return [[from, from + open], ...rest]
  })
}

/**
 * Returns true for one source under two forms of its name: an acronym and the words that it stands for, an abbreviation, a
 * spelling.
 *
 *     "The U.N." / "The United Nations"     "protestors" / "protesters"     "the Finance Comm." / "the finance committee"
 */
export function isSpeltAlike(s: readonly Span[], before: Wording, t: readonly Span[], after: Wording): boolean {
  const [x, y] = [wordsOf(s, before), wordsOf(t, after)]
  if (x.length === 0 || y.length === 0) return false
  if (x.length === y.length && x.every((word, n) => sameSpelling(word, y[n] ?? ''))) return true
  return isAcronym(x, y) || isAcronym(y, x)
}

const wordsOf = (spans: readonly Span[], wording: Wording): string[] =>
  sourceWords(spans, wording)
    .map(({ key }) => key.replace(/'s$/, ''))
    .filter((key) => key !== 'the' && key !== 'a' && key !== 'an')

/** "fbi" for "federal bureau of investigation"; the words after it may stay. */
function isAcronym([acronym = '', ...rest]: readonly string[], words: readonly string[]): boolean {
  const full = words.slice(0, words.length - rest.length)
  const initials = full.filter((word) => !/^(?:of|and|for|the)$/.test(word)).map((word) => word[0])
  const tail = words.slice(words.length - rest.length)
  return acronym.length > 1 && initials.join('') === acronym && rest.every((word, n) => word === tail[n])
}

/** Equal words, words of which one letter differs, and a word and its beginning: "protestors", "comm". */
function sameSpelling(x: string, y: string): boolean {
  if (x === y) return true
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (short.length >= 3 && short.length + 3 <= long.length && long.startsWith(short)) return true
  if (short.length < 6 || long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  const skipped = long.length > short.length ? 0 : 1
  return short.slice(from + skipped) === long.slice(from + 1)
}
