import { wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  (
    'ad ads adv advert adverts advertisement advertisements advertising ad-container ad-slot ad-wrapper adsbygoogle dfp google-ad sponsor sponsored sponsors partner-content paid-content anzeige anzeigen werbung publicite ' +
    'publicidad reklama affiliate commercial product-box shop buy-now'
  ).split(' '),
)

/** Advertisements. */
export const advertisement: CleaningRule = { name: 'advertisement', drops: ({ names }) => NAMES.test(names) }
