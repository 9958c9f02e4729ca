/** Reads the body of an article. */
import { boilerplateOf } from '../cleaning/boilerplate.ts'
import { type Block, blocksOf } from '../document/blocks.ts'
import { copyOf, without } from '../document/copy.ts'
import type { PageFacts } from '../metadata/page-facts.ts'
import type { SiteSettings } from '../reading.ts'
import { trimmed } from '../trimming/trim.ts'
import { articleBodyOf } from './article-body.ts'
import { readByDefuddle } from './defuddle-reader.ts'
import { readMarked } from './marked-reader.ts'
import { notesOf } from './notes.ts'
import { readByReadability } from './readability-reader.ts'
import { droppedBy, keptBy } from './site-settings.ts'
import { standfirstOf } from './standfirst.ts'

/** The least words of a marked body, and the least share of what Readability finds. */
const MARKED_WORDS = 80
const MARKED_SHARE = 0.8

/** Where less of the running text of a page was found, another reader is asked. */
const DOUBTFUL = 0.6
/** The least letters of a block of running text. */
const RUNNING = 80
/** A longer block is no paragraph: Defuddle's patterns take time by the square of a run of digits. */
const LONGEST = 50_000

/** An article has more words than the first; Readability has to find as many as the second without cleaning. */
const LOST = 50
const FOUND_AGAIN = 120
/** Less than this share of what the linked data tell is not the article. */
const WITNESSED = 0.6

/** The blocks of the article of a page; none where there is no article. */
export function readBody(facts: PageFacts, title: string | null, settings: SiteSettings): Block[] {
  const { document } = facts
  const kept = keptBy(document, settings)
  if (kept) return kept
  const found = without(droppedBy(document, settings), () => {
    const cleaned = chosen(facts, title)
    return wordsIn(cleaned) < LOST ? uncleaned(document, title, cleaned) : cleaned
  })
  const witness = trimmed(articleBodyOf(facts), title)
  const body = wordsIn(witness) >= FOUND_AGAIN && wordsIn(found) < WITNESSED * wordsIn(witness) ? witness : found
  const whole = [...standfirstOf(facts, title, body), ...body]
  const { before, after } = notesOf(facts, whole)
  return [...before, ...whole, ...after]
}

/**
 * Readability's reading, unless the page marks its body, and with about as much text; where most of the running text of the page is left outside,
 * Defuddle is asked.
 */
function chosen({ document: page, url }: PageFacts, title: string | null): Block[] {
  const boilerplate = boilerplateOf(page).map(({ element }) => element)
  const cleanCopy = () => without(boilerplate, () => copyOf(page))
  const document = cleanCopy()
  const all = blocksOf(document.body)
  const running = lettersIn(all.filter(isRunning))
  const marked = trimmed(readMarked(document), title)
  const found = trimmed(readByReadability(document), title)
  if (wordsIn(marked) >= MARKED_WORDS && wordsIn(marked) >= MARKED_SHARE * wordsIn(found)) return marked
  if (lettersIn(found.filter(isRunning)) >= DOUBTFUL * running && found.length) return found
  if (all.some(({ text }) => text.length > LONGEST)) return found
  const second = trimmed(readByDefuddle(cleanCopy(), url), title)
  return wordsIn(second) > MARKED_SHARE * wordsIn(found) ? second : found
}

/** Readability's reading of the page as it is, where cleaning took the article out with its container. */
function uncleaned(document: Document, title: string | null, cleaned: Block[]): Block[] {
  const found = trimmed(readByReadability(copyOf(document)), title)
  return wordsIn(found) >= FOUND_AGAIN ? found : cleaned
}

const isRunning = ({ text, linked }: Block) => text.length >= RUNNING && linked < 0.4

const lettersIn = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.length, 0)

const wordsIn = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
