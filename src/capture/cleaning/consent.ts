import { wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  (
    'cookie cookies cookie-banner cookie-notice cookie-consent cookiebar cookie-law cookieconsent consent gdpr ccpa privacy-banner privacy-policy onetrust onetrust-banner-sdk didomi didomi-host qc-cmp2-container sp-message truste ' +
    'cmp-container cmpbox cybot usercentrics modal overlay popup pop-up interstitial tooltip toast notification notifications alert-bar disclaimer legal'
  ).split(' '),
)

/** Notices of cookies and privacy, and what lies over the page. */
export const consent: CleaningRule = { name: 'consent', most: 0.6, drops: ({ names }) => NAMES.test(names) }
