/** Reads a page and judges it. */
import { parseDocument } from './document/page-document.ts'
import { type Judgement, judgeByPage } from './judge-page.ts'
import { pageFacts } from './metadata/page-facts.ts'
import { readFacts } from './read-page.ts'
import type { PageReading, SentPage, SiteSettings } from './reading.ts'

export interface Capture extends Judgement {
  readonly reading: PageReading
}

/** Pages with more elements are not read: of the articles that were measured none has more than half of them. */
const MOST_ELEMENTS = 20_000

/**
 * Pages with more opening angle brackets are not parsed: of the articles that were measured none has a third of them, and a parse takes ever
 * longer for each.
 */
const MOST_BRACKETS = 60_000

const UNREAD: PageReading = {
  title: null,
  byline: null,
  body: null,
  published_at: null,
  modified_at: null,
  canonical_url: null,
  publication: null,
  language: null,
}

function brackets(html: string): number {
  let count = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++
  return count
}

const unread = (rule: string, text: string | null): Capture => ({
  outcome: 'not_an_article',
  evidence: [{ rule, text }],
  reading: UNREAD,
})

/** The document of a page; null where the parser needs more of the stack than there is, as for an element of 100,000 classes. */
function parsed(html: string): Document | null {
  try {
    return parseDocument(html)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Reads a page and judges it by itself, with one parsing for both. */
export function capturePage({ html, url }: SentPage, settings: SiteSettings = {}): Capture {
  const count = brackets(html)
  if (count > MOST_BRACKETS) return unread('too-many-elements', String(count))
  const document = parsed(html)
  if (document === null) return unread('not-parsed', null)
  const { length } = document.querySelectorAll('*')
  if (length > MOST_ELEMENTS) return unread('too-many-elements', String(length))
  const facts = pageFacts(document, url)
  const reading = readFacts(facts, settings)
  return { ...judgeByPage(html, facts, reading), reading }
}
