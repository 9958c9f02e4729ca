import { typesOf } from '../document/json-ld.ts'
import type { Finding, JudgingRule } from './judging-rule.ts'
import type { PageSigns } from './page-signs.ts'

const FEW = 40
const SHORT = 80

/** The share of links from which a page is a list, and the share of its words below which what was read is not what it is about. */
const LINKED = 0.6
const BESIDE = 0.1
/** The letters of a paragraph that is more than the teaser of a list. */
const RUNNING = 250

/** A front page, a list, a form: no article stands on it. */
export const notAnArticle: JudgingRule = {
  name: 'not-an-article',
  outcome: 'not_an_article',
  find: (page) => {
    const { facts, read, bodyWords } = page
    const { canonical_url: canonical, body } = read
    const article = saysArticle(page)
    const dated = read.published_at !== null || read.byline !== null
    if (isRoot(facts.url)) return { text: facts.url }
    if (canonical && isRoot(canonical) && !(article && (dated || facts.article))) return { text: canonical }
    if (body === null) return { text: null }
    if (article) return null
    if (bodyWords < FEW || (bodyWords < SHORT && !dated)) return shown(body)
    const running = body.split('\n\n').some((paragraph) => paragraph.length >= RUNNING)
    const beside = !running && page.linked > LINKED && bodyWords < BESIDE * page.textWords
    return beside ? shown(body) : null
  },
}

const shown = (text: string): Finding => ({ text: text.slice(0, 200) })

const INDEX = /^\/?(?:(?:index|home|default|main|start|homepage|front)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i

/** Whether an address is that of a front page. */
function isRoot(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { pathname, search } = new URL(address)
  return INDEX.test(pathname) && !/[?&](?:p|id|article|story|page_id|aid|nid)=/i.test(search)
}

/** Whether the page says that it is an article. */
function saysArticle({ facts }: PageSigns): boolean {
  if (facts.tags.get('og:type')?.toLowerCase() === 'article' || facts.tags.has('article:published_time')) return true
  if (facts.article && typesOf(facts.article).some((type) => /Article$|Posting$/.test(type))) return true
  return facts.document.querySelector('[itemprop~="articleBody"],[itemtype*="Article"],[itemtype*="BlogPosting"]') !== null
}
