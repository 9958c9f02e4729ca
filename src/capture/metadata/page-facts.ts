/** The head of a page and its linked data, read once. */
import { type Block, blocksOf } from '../document/blocks.ts'
import { articleOf, type JsonObject, linkedData, textIn } from '../document/json-ld.ts'
import { decoded, firstMeta, type MetaTags, metaTags } from '../document/meta-tags.ts'
import { oneLine } from '../document/text-of.ts'

export interface PageFacts {
  readonly url: string
  readonly document: Document
  readonly tags: MetaTags
  readonly objects: readonly JsonObject[]
  /** The article among the objects. */
  readonly article: JsonObject | null
  /** The headlines that head and linked data name, without the name of the site where it is cut off, the best first. */
  readonly headlines: readonly string[]
  /** The blocks of the whole page. */
  lines(): readonly Block[]
}

export function pageFacts(document: Document, url: string): PageFacts {
  const tags = metaTags(document)
  const objects = linkedData(document)
  const named = ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'headline'].flatMap(
    (name) => tags.get(name) ?? [],
  )
  const article = articleOf(objects, url, named)
  const title = oneLine(document.querySelector('title')?.textContent ?? '')
  const headlines = [textIn(article?.headline) ?? textIn(article?.name), ...named, title].flatMap((text) =>
    text ? [oneLine(decoded(text))] : [],
  )
  let blocks: readonly Block[] | null = null
  const lines = () => {
    blocks ??= blocksOf(document.body)
    return blocks
  }
  return { url, document, tags, objects, article, headlines: [...new Set(headlines)], lines }
}

/** The first content of these meta elements. */
export const metaOf = ({ tags }: PageFacts, ...names: string[]): string | null => firstMeta(tags, names)
