/** Reads a page and judges it. */
import { parseDocument } from './document/page-document.ts'
import { type Judgement, judge } from './judge-page.ts'
import { pageFacts } from './metadata/page-facts.ts'
import { readFacts } from './read-page.ts'
import type { PageReading, SiteSettings } from './reading.ts'

export interface SentPage {
  readonly html: string
  /** The address of the page, absolute. */
  readonly url: string
}

export interface Capture extends Judgement {
  readonly reading: PageReading
}

/** What stands on a page, and whether it is an article; the page is parsed once for both. */
export function capturePage({ html, url }: SentPage, settings: SiteSettings = {}): Capture {
  const facts = pageFacts(parseDocument(html), url)
  const reading = readFacts(html, facts, settings)
  return { ...judge(html, facts, reading), reading }
}
