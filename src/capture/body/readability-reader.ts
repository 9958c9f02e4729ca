/** The body by Mozilla's Readability. */
import { Readability } from '@mozilla/readability'
import { type Block, blocksOf } from '../document/blocks.ts'

/** The blocks that Readability finds in a document, which it changes; none where it finds no article or fails. */
export function readByReadability(document: Document): Block[] {
  try {
    const options = { serializer: (node: Node) => node as Element, keepClasses: true, disableJSONLD: true, charThreshold: 250 }
    const content = new Readability<Element>(document, options).parse()?.content
    return content ? blocksOf(content) : []
  } catch {
    // It throws on some trees, for example where an element has lost its parent.
    return []
  }
}
