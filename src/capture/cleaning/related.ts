import { wholeNamesPattern, wordsPattern } from '../document/class-words.ts'
import { holds, within } from '../document/inside.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  (
    'related relateds related-posts related-articles related-content related-stories relatedposts recommended recommendation recommendations recirc recirculation read-more readmore read-also more-stories more-news ' +
    'more-from more-on more-articles morelikethis most-read most-popular mostread popular trending latest latest-news recent recent-posts also-read see-also teaser teasers promo promos promobox up-next ' +
    'suggested you-may-like outbrain taboola ob-widget trc zergnet mgid jp-relatedposts yarpp weiterlesen mehr-zum-thema verwandte similar crosslink crosslinks linkbox link-box further-reading ' +
    'inline-related internal-links'
  ).split(' '),
)

const WHOLE = wholeNamesPattern(['widget', 'widgets', 'widget-area'])

const LINK: ReadonlySet<string> = new Set(['a'])

/** Links to other articles. The same names without a link are those of a standfirst. */
export const related: CleaningRule = {
  name: 'related',
  drops: ({ element, names }) => (NAMES.test(names) || WHOLE.test(names)) && (within(element, LINK) || holds(element, LINK)),
}
