/** Reads the body of an article. */
import { clean } from '../cleaning/clean.ts'
import type { Block } from '../document/blocks.ts'
import { parseDocument } from '../document/page-document.ts'
import { trimmed } from '../trimming/trim.ts'
import { readByDefuddle } from './defuddle-reader.ts'
import { readMarked } from './marked-reader.ts'
import { readByReadability } from './readability-reader.ts'

/** A text of fewer words is in doubt. */
const DOUBTFUL = 120

/** The blocks of the article that `html` holds; none where there is no article. */
export function readBody(html: string, url: string, title: string | null): Block[] {
  const document = cleanDocument(html)
  const marked = trimmed(readMarked(document), title)
  const found = trimmed(readByReadability(document), title)
  if (wordsIn(found) >= DOUBTFUL) return found
  const second = trimmed(readByDefuddle(cleanDocument(html), url), title)
  return [marked, second].reduce((best, blocks) => (wordsIn(blocks) > wordsIn(best) ? blocks : best), found)
}

function cleanDocument(html: string): Document {
  const document = parseDocument(html)
  clean(document)
  return document
}

const wordsIn = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
