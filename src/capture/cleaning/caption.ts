import { wordsPattern } from '../document/class-words.ts'
import { holds } from '../document/inside.ts'
import type { CleaningRule } from './cleaning-rule.ts'

const NAMES = wordsPattern(
  (
    'caption captions figcaption credit credits photo-credit image-credit wp-caption-text wp-caption image-caption photo-caption media-caption copyright photographer ' +
    'bildunterschrift bildtext bildquelle bildnachweis legende legend lightbox gallery galleries slideshow carousel slider swiper photo-gallery image-gallery'
  ).split(' '),
)

const CONTENT: ReadonlySet<string> = new Set(['table', 'blockquote', 'pre'])

/** Captions and credits of pictures, and galleries. A figure that holds a table or a quotation is kept. */
export const caption: CleaningRule = {
  name: 'caption',
  most: 0.25,
  drops: ({ element, tag, names }) => {
    if (tag === 'figcaption') return true
    if (tag === 'figure') return !holds(element, CONTENT) && element.querySelectorAll('p').length < 3
    return NAMES.test(names)
  },
}
