import { firstMatch, type JudgingRule } from './judging-rule.ts'

const MOST_WORDS = 60

const WIDGETS: readonly RegExp[] = [/(?:g-recaptcha|h-captcha|cf-turnstile|frc-captcha|geetest_captcha)(?=["' ])/i]

/** A puzzle on a page with hardly a word: pages that hold a form with one have words about the form. */
export const captcha: JudgingRule = {
  name: 'captcha',
  outcome: 'bot_check',
  find: ({ html, textWords }) => (textWords > MOST_WORDS ? null : firstMatch(html, WIDGETS)),
}
