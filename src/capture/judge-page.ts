/** Judges whether a page holds the article. */
import { botCheckMark } from './judging/bot-check-mark.ts'
import { botCheckWords } from './judging/bot-check-words.ts'
import { captcha } from './judging/captcha.ts'
import { consentWall } from './judging/consent-wall.ts'
import { type CaptureContext, CONTEXT_RULES, type ContextOutcome } from './judging/context.ts'
import { emptyShell } from './judging/empty-shell.ts'
import type { JudgingRule, PageOutcome } from './judging/judging-rule.ts'
import { liveBlog } from './judging/live-blog.ts'
import { notAnArticle } from './judging/not-an-article.ts'
import { pageSigns } from './judging/page-signs.ts'
import { paywall } from './judging/paywall.ts'
import { refused } from './judging/refused.ts'
import { siteDown } from './judging/site-down.ts'
import { soft404 } from './judging/soft-404.ts'
import type { PageFacts } from './metadata/page-facts.ts'
import type { PageReading } from './reading.ts'

/** In the order in which they are asked: the first that applies decides. */
const JUDGING_RULES: readonly JudgingRule[] = [
  botCheckMark,
  consentWall,
  botCheckWords,
  refused,
  soft404,
  siteDown,
  captcha,
  liveBlog,
  paywall,
  emptyShell,
  notAnArticle,
]

export interface Judgement<Outcome = PageOutcome> {
  readonly outcome: Outcome
  /** The rules that led to it, with the words of the page that each went by; none for `good`. */
  readonly evidence: readonly { readonly rule: string; readonly text: string | null }[]
}

/** Judges by the page alone; `facts` are those of `html`. */
export function judgeByPage(html: string, facts: PageFacts, read: PageReading): Judgement {
  const signs = pageSigns(html, facts, read)
  for (const { name, outcome, find } of JUDGING_RULES) {
    const found = find(signs)
    if (found) return { outcome, evidence: [{ rule: name, text: found.text }] }
  }
  return { outcome: 'good', evidence: [] }
}

/** Judges by the context: a rule of it may overrule the judgement by the page alone, and stands first in the evidence then. */
export function judgeInContext(
  judged: Judgement,
  page: { readonly url: string; readonly body: string | null },
  context: CaptureContext,
): Judgement<PageOutcome | ContextOutcome> {
  for (const { name, outcome, over, find } of CONTEXT_RULES) {
    const found = over.includes(judged.outcome) ? find(page, context) : null
    if (found) return { outcome, evidence: [{ rule: name, text: found.text }, ...judged.evidence] }
  }
  return judged
}
