import { typesOf } from '../document/json-ld.ts'
import type { Finding, JudgingRule } from './judging-rule.ts'
import type { PageSigns } from './page-signs.ts'

const FEW = 40
const SHORT = 120

/** A front page, a list, a form: no article stands on it. */
export const notAnArticle: JudgingRule = {
  name: 'not-an-article',
  outcome: 'not_an_article',
  find: (page) => {
    const { facts, read, bodyWords } = page
    const article = saysArticle(page)
    if (isRoot(facts.url) || (read.canonical_url && isRoot(read.canonical_url) && !article))
      return { text: isRoot(facts.url) ? facts.url : read.canonical_url }
    if (read.body === null) return { text: null }
    if (bodyWords < FEW && !article) return shown(read.body)
    if (bodyWords < SHORT && !article && !read.published_at && !read.byline) return shown(read.body)
    if (!article && !read.published_at && page.linked > 0.6 && bodyWords < 0.25 * page.textWords) return shown(read.body)
    return null
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
