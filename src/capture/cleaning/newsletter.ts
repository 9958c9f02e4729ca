import { wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  (
    'newsletter newsletters newsletter-signup signup sign-up subscribe subscription subscriptions subscribe-box mailing-list mailchimp mc-embed optin opt-in cta call-to-action donate donation donations membership ' +
    'register registration login log-in signin sign-in regwall paywall-message piano tp-modal app-promo download-app appeal support-us'
  ).split(' '),
)

/** Newsletters, appeals and offers of a subscription. */
export const newsletter: CleaningRule = { name: 'newsletter', drops: ({ names }) => NAMES.test(names) }
