/** The shape of a rule of judging. */
import type { PageSigns } from './page-signs.ts'

export const OUTCOMES = [
  'good',
  'block_page',
  'bot_check',
  'consent_wall',
  'paywall',
  'soft_404',
  'empty_shell',
  'live_blog',
  'not_an_article',
] as const

export type PageOutcome = (typeof OUTCOMES)[number]

/** A rule found these words of the page; null where nothing that could be shown stands there. */
export interface Finding {
  readonly text: string | null
}

export interface JudgingRule {
  readonly name: string
  readonly outcome: Exclude<PageOutcome, 'good'>
  /** null: the rule does not apply. */
  find(page: PageSigns): Finding | null
}

/** A finding where the first of `patterns` that fits does; null if none fits. */
export function firstMatch(text: string, patterns: readonly RegExp[]): Finding | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match) return { text: match[0].slice(0, 200) }
  }
  return null
}
