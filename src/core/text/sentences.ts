/** Cuts an article into sentences: an ordered list of small rules for possible sentence ends. */
import type { ArticleText, Sentence, Span, Zone } from '../article.ts'
import type { Boundary, JoinRule } from './boundary.ts'
import { cutLongSentence } from './cut-long-sentence.ts'
import { meantText } from './meant-text.ts'
import { quotationsIn } from './quotations.ts'
import { joinAbbreviations } from './rules/join-abbreviations.ts'
import { joinBylines } from './rules/join-bylines.ts'
import { joinEnumerators } from './rules/join-enumerators.ts'
import { joinInitials } from './rules/join-initials.ts'
import { joinOpenQuotes } from './rules/join-open-quotes.ts'
import { joinQuoteTags } from './rules/join-quote-tags.ts'
import { joinTimeStamps } from './rules/join-time-stamps.ts'

/** A sentence continues if any rule applies. */
const RULES: readonly JoinRule[] = [
  joinEnumerators, // "1. Close the gate."
  joinTimeStamps, // "10:42 a.m. The wall held."
  joinInitials, // "Dana R. Holt stayed."
  joinAbbreviations, // "Dr. Lee stayed."
  joinOpenQuotes, // `"We came. We saw," she said.`
  joinQuoteTags, // `"Why now?" Ms. Lee asked.`
  joinBylines, // `"We lost all." — Ann Lee`
]

/**
 * Terminal marks, closing marks after them, and space before a character that may open a sentence; or a terminal mark of a
 * script that writes no space. A run of marks is tried only at its beginning: trying each mark would take quadratic time.
 */
const TERMINAL =
  /(?<![.!?…؟۔।])[.!?…؟۔।]+["”’»')\]]*(?=\s+(["“‘'«„([*•–—-]*\s?[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{S}]))|[。！？]+["”’»」』）]*/gu

/**
 * Returns the sentences of an article, in order: the title as one (zone headline), those of the first paragraph (zone lead),
 * the rest (zone body). Offsets count from the title or from the body. Text without a letter or digit is no sentence. A line
 * end ends a sentence unless the next line continues with a small letter; so does the maximum length. Linear in the length of
 * the text.
 */
export function sentencesOf({ title, body }: Pick<ArticleText, 'title' | 'body'>): Sentence[] {
  const sentences: Sentence[] = []
  const headline = trimmed(title, 0, title.length)
  if (headline) sentences.push(sentenceAt(title, headline, 'headline'))
  let zone: Zone = 'lead'
  for (const paragraph of paragraphsOf(body)) {
    const found = sentencesIn(body, paragraph)
    for (const span of found) sentences.push(sentenceAt(body, span, zone))
    if (found.length > 0) zone = 'body'
  }
  return sentences
}

function sentenceAt(text: string, [start, end]: Span, zone: Zone): Sentence {
  return { zone, start, end, text: text.slice(start, end) }
}

/** Returns the paragraphs: cut at blank lines, and at line ends that do not merely wrap. */
function paragraphsOf(body: string): Span[] {
  const found: Span[] = []
  let start = 0
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) {
    const wrapped =
      body[at + 1] !== '\n' &&
      body[at - 1] !== '\n' &&
      /\p{Ll}/u.test(body[at + 1] ?? '') &&
      !/[.!?:;…]/.test(body[at - 1] ?? '')
    if (wrapped) continue
    found.push([start, at])
    start = at + 1
  }
  found.push([start, body.length])
  return found
}

/** Returns the sentences of a paragraph; artefacts of scraping are read as what they mean. */
function sentencesIn(body: string, [start, end]: Span): Span[] {
  const paragraph = body.slice(start, end)
  const meant = meantText(paragraph)
  const toRaw = (offset: number) => start + (meant?.toRaw(offset) ?? offset)
  return spansIn(meant?.text ?? paragraph).map(([from, to]) => [toRaw(from), toRaw(to)])
}

function spansIn(text: string): Span[] {
  const found: Span[] = []
  const quotations = quotationsIn(text, false)
  let from = 0
  const add = (until: number) => {
    const span = trimmed(text, from, until)
    for (const [a, b] of span ? cutLongSentence(text, span) : []) {
      const piece = trimmed(text, a, b)
      if (piece) found.push(piece)
    }
    from = until
  }
  TERMINAL.lastIndex = 0
  for (let match = TERMINAL.exec(text); match; match = TERMINAL.exec(text)) {
    const until = match.index + match[0].length
    let next = until
    while (next < text.length && /\s/.test(text[next] ?? '')) next++
    let begin = from
    while (begin < until && /\s/.test(text[begin] ?? '')) begin++
    const boundary: Boundary = { text, from: begin, mark: match.index, end: until, next, quotations }
    if (!RULES.some((joins) => joins(boundary))) add(until)
  }
  add(text.length)
  return found
}

/** Returns the span without white space at its ends; null if it contains no letter or digit. */
function trimmed(text: string, start: number, end: number): Span | null {
  let from = start
  let until = end
  while (from < until && /\s/.test(text[from] ?? '')) from++
  while (until > from && /\s/.test(text[until - 1] ?? '')) until--
  return /[\p{L}\p{N}]/u.test(text.slice(from, until)) ? [from, until] : null
}
