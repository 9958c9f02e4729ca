import { textIn, typesOf } from '../document/json-ld.ts'
import type { JudgingRule } from './judging-rule.ts'

const ADDRESS =
  /\/live(?:[-_]?blogs?|[-_]?updates?|[-_]?ticker|cast)?[/_-]|[/_-]live(?:blog|ticker|updates?)|[-_](?:live)[-_]|newsticker|news-ticker|liveticker|\/(?:diretta|en-directo|en-direct|direct|minuto-a-minuto)\//i
const TITLE =
  /\b(?:live(?:[ -]?(?:blog|updates?|ticker|score|coverage))?|liveblog|ticker|en direct|en vivo|en directo|ao vivo|minuto a minuto|in diretta|diretta|на живо|онлайн)\b|\bLIVE\b/iu

/** "14.05 Uhr", "2:30 p.m.", "19:02 (IST)": the time at which an entry begins. */
const STAMP = /^\W{0,3}(?:\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h|hrs|ist|gmt|bst|et|edt|est|cet))?)(?![\d.,:%])/i
const END_STAMP = /\(\d{1,2}[:.]\d{2}(?: ?Uhr)?\)$/i
const LEAST_STAMPS = 4

/** A page that grows by entries with their times. */
export const liveBlog: JudgingRule = {
  name: 'live-blog',
  outcome: 'live_blog',
  find: ({ facts, read }) => {
    const live = facts.objects.find((object) => typesOf(object).includes('LiveBlogPosting'))
    if (live) return { text: textIn(live.headline) ?? 'LiveBlogPosting' }
    const named = ADDRESS.test(facts.url) || TITLE.test(read.title ?? '')
    if (!named) return null
    const lines = (read.body ?? '').split(/\n+/)
    const stamps = lines.filter((line) => STAMP.test(line) || END_STAMP.test(line))
    const marked = facts.document.querySelectorAll(
      '[class*="liveblog" i],[class*="live-blog" i],[class*="live_blog" i],[class*="ticker-entry" i],[class*="live-post" i],[id*="liveblog" i]',
    ).length
    if (stamps.length >= LEAST_STAMPS) return { text: stamps[0] ?? null }
    return marked >= 3 ? { text: read.title } : null
  },
}
