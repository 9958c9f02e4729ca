/** Quotation marks: opening and closing characters, and the quotations in a text. */
import type { Span } from '../article.ts'

const OPENING = '“„«‟'
const CLOSING = '”»'
/** Closing marks of these opening marks that open a quotation elsewhere. */
const CLOSED_BY: Readonly<Record<string, string>> = { '„': '“', '»': '«' }

/** A double quotation mark: one character, or the two apostrophes that some agencies send. */
interface Mark {
  readonly text: string
  readonly at: number
  readonly length: 1 | 2
  readonly way: 'open' | 'close' | 'either'
}

const MARK = /["“”„«»‟]|''|``/g

function marksIn(text: string): Mark[] {
  const marks: Mark[] = []
  for (const { 0: mark, index: at } of text.matchAll(MARK)) {
    const length = mark.length === 2 ? 2 : 1
    const before = text[at - 1] ?? ' '
    const after = text[at + length] ?? ' '
    const opens = /[\s([{—–-]/.test(before) && !/\s/.test(after)
    const closes = !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after)
    const way =
      OPENING.includes(mark) || mark === '``'
        ? 'open'
        : CLOSING.includes(mark)
          ? 'close'
          : opens
            ? 'open'
            : closes
              ? 'close'
              : 'either'
    marks.push({ text: mark, at, length, way })
  }
  return marks
}

/**
 * Returns the quotations in a text, marks included, in order and not overlapping. A quotation with its opening mark only ends
 * with the text (a quotation that continues in the next paragraph is not closed). One with its closing mark only, after a comma
 * or a stop, begins with the text. With `openToo` false both are ignored. A “ without its ” ends where the next one opens.
 */
export function quotationsIn(text: string, openToo = true): Span[] {
  const found: Span[] = []
  let open: Mark | null = null
  for (const mark of marksIn(text)) {
    if (openToo && open === null && found.length === 0 && closesOnly(text, mark)) {
      found.push([0, mark.at + mark.length])
      continue
    }
    const opens = open === null ? mark.way !== 'close' : mark.way === 'open' && CLOSED_BY[open.text] !== mark.text
    if (opens) open = mark
    else if (open !== null) {
      if (mark.at > open.at + open.length) found.push([open.at, mark.at + mark.length])
      open = null
    }
  }
  if (open !== null && openToo && open.at + open.length < text.length) found.push([open.at, text.length])
  return found
}

/** `It rained,” she said.`: the quotation was opened before this text. */
function closesOnly(text: string, { at, length, way }: Mark): boolean {
  return (
    way !== 'open' &&
    /[,.!?…] ?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^ ?\p{L}/u.test(text.slice(at + length, at + length + 3))
  )
}
