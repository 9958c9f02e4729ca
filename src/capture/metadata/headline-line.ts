/** Where a page prints its headline. */
import type { Block } from '../document/blocks.ts'
import { likeness } from './likeness.ts'
import type { PageFacts } from './page-facts.ts'

const LONGEST = 400
const ALIKE = 0.85
/** The least letters of a headline behind a kicker. */
const KICKED = 15

/** The index of the headline among the lines of a page: the highest heading with its words, for tickers and paths have them too. -1: none. */
export function headlineAt(facts: PageFacts, title: string | null): number {
  if (title === null) return -1
  let best = -1
  let bestRank = Number.POSITIVE_INFINITY
  for (const [index, block] of facts.lines().entries()) {
    if (block.text.length >= LONGEST || rank(block) >= bestRank || !isHeadline(block, title)) continue
    best = index
    bestRank = rank(block)
  }
  return best
}

/** A heading may have a kicker before the headline. */
const isHeadline = ({ kind, text }: Block, title: string) =>
  likeness(text, title) > ALIKE || (kind === 'heading' && title.length >= KICKED && text.endsWith(title))

/** The element of the headline among the lines of a page. */
export const headlineElement = (facts: PageFacts, title: string | null): Element | undefined =>
  facts.lines()[headlineAt(facts, title)]?.element

/** 1 to 6 for a heading by its level; more for other lines. */
function rank({ kind, element }: Block): number {
  if (kind === 'item') return 8
  return Number(element.closest('h1,h2,h3,h4,h5,h6')?.localName.slice(1) ?? 7)
}

/** How far from the headline a byline may stand, in lines. */
const BEFORE = 5
const AFTER = 9
/** How many lines of a page without a headline are its top. */
const TOP = 25

/** The lines around the headline; those at the top of the page where it has none. */
export function aroundHeadline(facts: PageFacts, title: string | null): readonly Block[] {
  const headline = headlineAt(facts, title)
  return headline < 0 ? facts.lines().slice(0, TOP) : facts.lines().slice(Math.max(0, headline - BEFORE), headline + AFTER)
}
