/** Judges whether a page holds the article. */
import { blockPage } from './judging/block-page.ts'
import { botCheckMark } from './judging/bot-check-mark.ts'
import { botCheckWords } from './judging/bot-check-words.ts'
import { consentWall } from './judging/consent-wall.ts'
import { emptyShell } from './judging/empty-shell.ts'
import type { JudgingRule, PageOutcome } from './judging/judging-rule.ts'
import { liveBlog } from './judging/live-blog.ts'
import { notAnArticle } from './judging/not-an-article.ts'
import { pageSigns } from './judging/page-signs.ts'
import { paywall } from './judging/paywall.ts'
import { soft404 } from './judging/soft-404.ts'
import type { PageFacts } from './metadata/page-facts.ts'
import type { PageReading } from './reading.ts'

/** In the order in which they are asked: the first that applies decides. */
const JUDGING_RULES: readonly JudgingRule[] = [
  botCheckMark,
  consentWall,
  soft404,
  botCheckWords,
  blockPage,
  liveBlog,
  paywall,
  emptyShell,
  notAnArticle,
]

export interface Judgement {
  readonly outcome: PageOutcome
  /** The rules that led to it, with the words of the page that each went by. */
  readonly evidence: readonly { readonly rule: string; readonly text: string | null }[]
}

export function judge(html: string, facts: PageFacts, read: PageReading): Judgement {
  const signs = pageSigns(html, facts, read)
  for (const { name, outcome, find } of JUDGING_RULES) {
    const found = find(signs)
    if (found) return { outcome, evidence: [{ rule: name, text: found.text }] }
  }
  return { outcome: 'good', evidence: [] }
}
