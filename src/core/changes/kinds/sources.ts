/** How a source is told: by name, as someone unnamed, or by office or body alone. */
import type { Span } from '../../article.ts'
import type { Wording } from './comparison.ts'
import { tokensOf, wordsOnly } from './tokens.ts'

/** "a neighbour", "one of the pilots", "people with knowledge of the talks", "officials" */
const INDEFINITE =
  /^(a|an|one|two|three|some|several|many|few|another|someone|somebody|people|persons?|individuals?|officials|sources|witnesses|aides|insiders|diplomats|executives|analysts|experts|advisers|advisors|relatives|neighbou?rs|residents|colleagues|friends|workers|employees|staff|observers|lawyers|traders|investors|bankers|critics|opponents|supporters)$/

export type SourceForm = 'named' | 'anonymous' | 'described'

/** "Orla Dunnet, a pilot" is named, "a pilot at Orle" anonymous, "the harbour office" described. */
export function formOf(spans: readonly Span[], { text }: Wording): SourceForm {
  const source = spans.map(([from, to]) => text.slice(from, to)).join(' ')
  const words = wordsOnly(tokensOf(source))
  if (INDEFINITE.test(words[0]?.key ?? '')) return 'anonymous'
  const first = spans[0]?.[0] ?? 0
  const opens = !/[\p{L}\p{N}]/u.test(text.slice(0, first))
  const capitals = words.filter((w) => /^\p{Lu}/u.test(source.charAt(w.start)))
  const own = opens && words.length > 1 && capitals[0]?.start === words[0]?.start ? capitals.slice(1) : capitals
  return own.length > 0 || (!opens && capitals.length > 0) ? 'named' : 'described'
}

const PREPOSITION = /^(at|of|in|on|above|below|from|for|with|near|behind|under|inside|outside|beside|beyond)$/

/** The source with all that its noun phrase holds: one that was read from a preposition on ("at the town hall") or as an adverb
 * ("there") begins at the last mark before it. */
export function wholeSource(spans: readonly Span[], { text, words }: Wording): readonly Span[] {
  const [first, ...rest] = spans
  if (!first || rest.length > 0) return spans
  const at = words.findIndex((word) => word.start >= first[0])
  const before = words[at - 1]
  if (!before || (!PREPOSITION.test(before.key) && !/^(there|here)$/i.test(text.slice(...first)))) return spans
  let from = at
  while (from > 0 && !/[,;:"“”()—–]/.test(text.slice(words[from - 1]?.end ?? 0, words[from]?.start ?? 0))) from--
  return [[words[from]?.start ?? first[0], first[1]]]
}

const FUNCTION = new Set(
  'the a an of in at on for and or to with who which that his her its their my our mr mrs ms dr'.split(' '),
)

/** The words of a source that tell who it is. */
export const nounsOf = (spans: readonly Span[], { text }: Wording): Set<string> =>
  new Set(
    spans
      .flatMap(([from, to]) => wordsOnly(tokensOf(text.slice(from, to))))
      .map((t) => t.key.replace(/'s$/, ''))
      .filter((key) => !FUNCTION.has(key)),
  )
