import { wordsPattern } from '../document/class-words.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const TAGS = new Set(['form', 'fieldset', 'label'])
const NAMES = wordsPattern(
  (
    'share shares sharing sharebar sharebox share-tools sharedaddy sharethis addthis addtoany addtoany-share social socials social-share social-links socialmedia social-icons ' +
    'follow follow-us toolbar article-tools post-tools print-link email-link bookmark like-button likes reactions rating ratings vote voting poll quiz teilen ' +
    'audio-player player video-player read-time reading-time font-size fontsize text-size'
  ).split(' '),
)

/** Forms, share buttons, tools and players. */
export const controls: CleaningRule = { name: 'controls', drops: ({ tag, names }) => TAGS.has(tag) || NAMES.test(names) }
