/** Reads the body of an article. */
import { clean } from '../cleaning/clean.ts'
import { type Block, blocksOf } from '../document/blocks.ts'
import { parseDocument } from '../document/page-document.ts'
import type { PageFacts } from '../metadata/page-facts.ts'
import { trimmed } from '../trimming/trim.ts'
import { readByDefuddle } from './defuddle-reader.ts'
import { readMarked } from './marked-reader.ts'
import { readByReadability } from './readability-reader.ts'
import { standfirstOf } from './standfirst.ts'

/** The least words of a marked body, and the least share of what Readability finds. */
const MARKED_WORDS = 80
const MARKED_SHARE = 0.8

/** Where less of the running text of a page was found, another reader is asked. */
const DOUBTFUL = 0.6
/** The least letters of a block of running text. */
const RUNNING = 80

/** The blocks of the article that `html` holds; none where there is no article. */
export function readBody(html: string, facts: PageFacts, title: string | null): Block[] {
  const body = chosen(html, facts, title)
  return [...standfirstOf(facts, title, body), ...body]
}

/**
 * Readability's reading, unless the page marks its body, and with about as much text; where most of the running text of the page is left outside,
 * Defuddle is asked.
 */
function chosen(html: string, facts: PageFacts, title: string | null): Block[] {
  const document = cleanDocument(html)
  const running = lettersIn(blocksOf(document.body).filter(isRunning))
  const marked = trimmed(readMarked(document), title)
  const found = trimmed(readByReadability(document), title)
  if (wordsIn(marked) >= MARKED_WORDS && wordsIn(marked) >= MARKED_SHARE * wordsIn(found)) return marked
  if (lettersIn(found.filter(isRunning)) >= DOUBTFUL * running && found.length) return found
  const second = trimmed(readByDefuddle(cleanDocument(html), facts.url), title)
  return wordsIn(second) > MARKED_SHARE * wordsIn(found) ? second : found
}

function cleanDocument(html: string): Document {
  const document = parseDocument(html)
  clean(document)
  return document
}

const isRunning = ({ text, linked }: Block) => text.length >= RUNNING && linked < 0.4

const lettersIn = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.length, 0)

const wordsIn = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
