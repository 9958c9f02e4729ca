/** Quotation marks: opening and closing characters, and the quotations in a text. */
import type { Span } from '../article.ts'
import { singleQuotationsIn } from './single-quotation-marks.ts'

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
/** Most sentences hold no mark. */
const MAY_QUOTE = new RegExp(MARK.source)

function marksIn(text: string): Mark[] {
  const marks: Mark[] = []
  if (!MAY_QUOTE.test(text)) return marks
  MARK.lastIndex = 0
  for (let found = MARK.exec(text); found; found = MARK.exec(text)) {
    const { 0: mark, index: at } = found
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
 * Returns the quotations in a text, marks included, in order and not overlapping. A quotation that is never closed ends with
 * the text if it has its opening mark only (a quotation that goes on in the next paragraph is not closed), and one whose closing
 * mark alone stands here, after a comma or a stop, begins with the text; with `openToo` false both are left out. A “ without its ”
 * ends where the next one opens. Single marks inside a quotation in double ones are part of it, and the reverse.
 */
export function quotationsIn(text: string, openToo = true): Span[] {
  const double = doubleQuotationsIn(text, openToo)
  const single = singleQuotationsIn(text).filter(({ whole }) => whole || openToo)
  const outer = single.filter(({ span }) => !double.some((other) => overlaps(other, span) && !holds(span, other)))
  if (outer.length === 0) return double
  const inner = double.filter((span) => !outer.some((other) => overlaps(other.span, span)))
  return [...outer.map(({ span }) => span), ...inner].sort((a, b) => a[0] - b[0])
}

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]
const holds = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

function doubleQuotationsIn(text: string, openToo: boolean): Span[] {
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

/** The relation of a text to quotations that extend beyond it. */
export interface QuotationEdges {
  /** It begins with an opening mark. */
  readonly begins: boolean
  /** The end of a mark that closes a quotation opened before; null if none does. */
  readonly closes: number | null
  /** A quotation that opens in it is not closed. */
  readonly opens: boolean
}

export function quotationEdges(text: string): QuotationEdges {
  let closes: number | null = null
  let open = false
  marksIn(text).forEach((mark, index) => {
    if (index === 0 && mark.way === 'close') closes = mark.at + mark.length
    else open = open ? mark.way === 'open' : mark.way !== 'close'
  })
  for (const { span, whole } of singleQuotationsIn(text)) {
    if (whole) continue
    if (/^['‘]/.test(text.slice(span[0]))) open = true
    else closes = span[1]
  }
  return { begins: /^["“„«‟'‘]|^``/.test(text), closes, opens: open }
}
