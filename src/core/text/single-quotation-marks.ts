/** Single quotation marks, as British papers set them: which of them open and close a quotation, and which are apostrophes. */
import type { Span } from '../article.ts'
import { CUE_FORMS } from '../lexicon/cue-forms.ts'
import { FUNCTION_WORDS } from '../lexicon/function-words.ts'

/** Opens after space, a bracket or a dash and before a word. */
const OPENS = /(?<![^\s([{—–-])(?:‘|'(?!'))(?=[\p{L}\p{N}$£€([“"…])/gu
/** Closes after a word or a mark, with no word after it. */
const CLOSES = /(?<=[^\s'‘])['’](?![\p{L}\p{N}'’])/gu
/** `It's late,' she said.`: apostrophes between letters, then a mark after a comma or a stop. */
const CLOSED_ONLY = /^[^'‘’]*(?:\p{L}['’]\p{L}[^'‘’]*)*[,.!?…]['’](?= \p{L}|$)/u
/** The marks of `OPENS` and `CLOSED_ONLY`, in any place: most sentences hold none. */
const MAY_OPEN = new RegExp(OPENS.source, 'u')
const MAY_CLOSE = /[,.!?…]['’](?: |$)/

/** Letters left out at the beginning of a word: "'90s", "rock 'n' roll", "'em", "they 're". */
const ELISION =
  /^['‘](?:\d\ds?(?!\p{L}| people)|n['’]|(?:em|er|im|til|till|twas|tis|tisn|cause|bout|round|cos|cuz|nuff|s|re|ve|ll|[dmt])(?![\p{L}]))/iu

/** A quotation in single marks. One that is not whole runs to the end of the text, or from its beginning. */
export interface SingleQuotation {
  readonly span: Span
  /** Both marks stand in the text. */
  readonly whole: boolean
}

/** The quotations in single marks, in order and not overlapping. A mark that is never closed counts if it opens the text or follows
 * a colon, one that was never opened if it closes the first words after a comma or a stop. */
export function singleQuotationsIn(text: string): SingleQuotation[] {
  const found: SingleQuotation[] = []
  const before = MAY_CLOSE.test(text) ? (CLOSED_ONLY.exec(text)?.[0].length ?? 0) : 0
  if (before > 0) found.push({ span: [0, before], whole: false })
  if (!MAY_OPEN.test(text)) return found
  const openings = [...text.matchAll(OPENS)].map(({ index }) => index).filter((at) => at >= before && !isElision(text, at))
  if (openings.length === 0) return found
  const closings = [...text.matchAll(CLOSES)].map(({ index }) => index)
  let next = 0
  openings.forEach((open, index) => {
    while (next < closings.length && (closings[next] ?? 0) < open) next++
    const until = openings[index + 1] ?? text.length
    const inside: number[] = []
    for (let n = next; n < closings.length && (closings[n] ?? 0) < until; n++) inside.push(closings[n] ?? 0)
    const close = closingOf(text, open, inside)
    if (close !== null) found.push({ span: [open, close + 1], whole: true })
    else if (until === text.length && /(?:^|: )$/.test(text.slice(Math.max(0, open - 2), open)))
      found.push({ span: [open, text.length], whole: false })
  })
  return found
}

/** "the summer of '69" has a word before, "'12 people died,' he said" has none. */
function isElision(text: string, at: number): boolean {
  const elision = ELISION.exec(text.slice(at, at + 8))?.[0]
  if (elision === undefined) return false
  return !/^['‘]\d\d$/.test(elision) || /\p{L} $/u.test(text.slice(Math.max(0, at - 2), at))
}

/** The first mark that can close nothing but a quotation; else the first at all, if no sentence ends before it. */
function closingOf(text: string, open: number, closings: readonly number[]): number | null {
  const sure = closings.find((at) => !isPossessive(text, at))
  if (sure !== undefined) return sure
  const [first] = closings
  return first !== undefined && !/[.!?]\s+\p{Lu}/u.test(text.slice(open, first)) ? first : null
}

/** "the firms' plan", "goin' home": an s or n before, a noun or name after. */
function isPossessive(text: string, at: number): boolean {
  if (!/[sxz]$|in$/i.test(text.slice(Math.max(0, at - 2), at))) return false
  const word = /^ (\p{L}[\p{L}'’-]*)/u.exec(text.slice(at + 1, at + 32))?.[1]?.toLowerCase()
  return word !== undefined && !FUNCTION_WORDS.has(word) && CUE_FORMS.get(word)?.form !== 'past'
}
