/** The body as the page itself marks it: by schema.org's microdata, or by the usual names of its container. */
import { type Block, blocksOf } from '../document/blocks.ts'
import { classWords } from '../document/class-words.ts'
import { hasAncestorIn } from './site-settings.ts'

const NAMES =
  /[ -](?:article-?body|articlebody|story-?body|storybody|post-?body|entry-?content|post-?content|article-?content|article-?text|story-?content|story-?text|body-?text|body-?copy|single-?content|article-body-content|content-?body|rich-?text|artikel-?text|texto-?noticia|cuerpo|corps|article-main|post-entry|news-?content|news-?text|newstext|main-?text|td-post-content)(?=[ -])/

/** The blocks of the marked elements; none where nothing is marked. */
export function readMarked(document: Document): Block[] {
  const named = [...document.querySelectorAll('[itemprop~="articleBody"],div,section,article')]
  const marked = named.filter((element) => element.getAttribute('itemprop') === 'articleBody')
  const found = marked.length ? marked : named.filter((element) => NAMES.test(classWords(element, ['class', 'id'])))
  const set = new Set(found)
  const outer = found.filter((element) => !hasAncestorIn(element, set))
  return outer.flatMap(blocksOf)
}
