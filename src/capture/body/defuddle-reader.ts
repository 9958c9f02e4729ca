/** The body by Defuddle: the second opinion. */
import Defuddle from 'defuddle'
import { type Block, blocksOf } from '../document/blocks.ts'
import { parseDocument } from '../document/page-document.ts'

/** The blocks that Defuddle finds in a document, which it changes; none where it fails. It fetches nothing. */
export function readByDefuddle(document: Document, url: string): Block[] {
  // Defuddle writes to the console where it cannot parse them.
  for (const script of document.querySelectorAll('script')) script.remove()
  try {
    const { content } = new Defuddle(document, { url, useAsync: false, removeImages: true, standardize: false }).parse()
    return blocksOf(parseDocument(content).body)
  } catch {
    return []
  }
}
