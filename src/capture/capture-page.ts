/** Reads a page and judges it. */
import { parseDocument } from './document/page-document.ts'
import { type Judgement, judgeByPage } from './judge-page.ts'
import { pageFacts } from './metadata/page-facts.ts'
import { readFacts } from './read-page.ts'
import type { PageReading, SentPage, SiteSettings } from './reading.ts'

export interface Capture extends Judgement {
  readonly reading: PageReading
}

/** Reads a page and says what it is; as `readPage` and `judgePage` without a context, with one parsing for both. */
export function capturePage({ html, url }: SentPage, settings: SiteSettings = {}): Capture {
  const facts = pageFacts(parseDocument(html), url)
  const reading = readFacts(html, facts, settings)
  return { ...judgeByPage(html, facts, reading), reading }
}
