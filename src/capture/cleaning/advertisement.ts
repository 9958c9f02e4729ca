import { wholeNamesPattern, wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  (
    'advert adverts advertisement advertisements advertising ad-container ad-slot ad-wrapper adsbygoogle dfp google-ad sponsor sponsored sponsors partner-content paid-content anzeige anzeigen werbung publicite ' +
    'publicidad reklama affiliate commercial product-box shop buy-now'
  ).split(' '),
)

const WHOLE = wholeNamesPattern(['ad', 'ads', 'adv', 'ad-\\w+', 'ads-\\w+'])

/** Advertisements. */
export const advertisement: CleaningRule = {
  name: 'advertisement',
  drops: ({ names }) => NAMES.test(names) || WHOLE.test(names),
}
