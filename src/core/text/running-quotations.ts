/** Quotations that open in one sentence and close in a later one, also over paragraphs that each open anew. */
import type { Sentence } from '../article.ts'
import { type QuotationEdges, quotationEdges, quotationsIn } from './quotations.ts'

export interface RunningQuotation {
  /** The index of the sentence that opens it. */
  readonly from: number
  /** The sentence stands inside from its first word to its last. */
  readonly whole: boolean
}

/** Returns for each sentence the running quotation that contains it, or null. A mark without its partner opens nothing. */
export function runningQuotations(sentences: readonly Sentence[]): (RunningQuotation | null)[] {
  const found: (RunningQuotation | null)[] = sentences.map(() => null)
  let run: number[] = []
  sentences.forEach((sentence, at) => {
    if (sentence.zone === 'headline') return
    const edges = quotationEdges(sentence.text)
    if (run.length > 0) {
      if (!goesOn(edges, sentences[at - 1], sentence)) run = []
      else {
        run.push(at)
        if (edges.closes !== null || (edges.begins && !edges.opens)) {
          for (const each of run)
            found[each] = { from: run[0] ?? at, whole: isWhole(sentences[each]?.text ?? '', each > (run[0] ?? at)) }
          run = []
        }
      }
    }
    if (run.length === 0 && edges.opens) run = [at]
  })
  return found
}

/** A new paragraph of a quotation opens anew; a sentence inside a paragraph opens nothing before the quotation is closed. */
function goesOn({ begins, closes, opens }: QuotationEdges, before: Sentence | undefined, { start }: Sentence): boolean {
  const paragraph = start - (before?.end ?? 0) > 1
  return paragraph ? begins : closes !== null || !(begins || opens)
}

/** No word stands before the opening mark or after the closing one. */
function isWhole(text: string, inside: boolean): boolean {
  const { begins, closes } = quotationEdges(text)
  const end = closes ?? (begins ? (quotationsIn(text)[0]?.[1] ?? 0) : inside ? text.length : 0)
  return !/[\p{L}\p{N}]/u.test(text.slice(end))
}
