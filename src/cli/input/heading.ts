/** The heading of a text that says nowhere else what its title is. */

/** In characters. Hardly a headline has more. */
const LONGEST = 150

/** `# Ferry Fares Rise` */
const MARKED = /^# +(.+?)[ \t]*\r?$/m

/** The first line, with a blank one and more text behind it. */
const FIRST = /^\s*(\S[^\r\n]*?)[ \t]*\r?\n[ \t]*\r?\n(?=\s*\S)/

/** Lines of Markdown that are no plain line, and bylines. */
const OTHER = /^(?:[#>|`~]|[-*+•] |\d+[.)] |by \S)/i

/** The ends of a sentence, of an introduction and of a dateline; a headline may ask or exclaim. */
const NO_HEADLINE = /[.…,;:—–-]["”’')\]]*$/

/**
 * Splits a text into its heading and the rest: the first `# ` line, or else a first line that is short, has no full stop and stands alone above
 * a blank line. `heading` is null where there is none.
 */
export function withoutHeading(text: string): { readonly heading: string | null; readonly rest: string } {
  const marked = MARKED.exec(text)
  if (marked !== null) {
    return { heading: marked[1] ?? null, rest: text.slice(0, marked.index) + text.slice(marked.index + marked[0].length) }
  }
  const [lines = '', line = ''] = FIRST.exec(text) ?? []
  if (line === '' || line.length > LONGEST || OTHER.test(line) || NO_HEADLINE.test(line)) return { heading: null, rest: text }
  return { heading: line, rest: text.slice(lines.length) }
}
