/** The body as the linked data of a page tells it: a witness, for it is often one paragraph, and sometimes cut short. */
import type { Block } from '../document/blocks.ts'
import { blocksOf } from '../document/blocks.ts'
import { decoded } from '../document/meta-tags.ts'
import { parseDocument } from '../document/page-document.ts'
import { oneLine } from '../document/text-of.ts'
import type { PageFacts } from '../metadata/page-facts.ts'

/** The paragraphs of the articleBody of a page; none where there is none. */
export function articleBodyOf(facts: PageFacts): Block[] {
  const told = facts.article?.articleBody
  if (typeof told !== 'string') return []
  const text = decoded(told)
  if (/<(?:p|br|div)\b/i.test(text)) return blocksOf(parseDocument(text).body)
  const element = facts.document.body
  return text.split(/\n+/).flatMap((line) => {
    const paragraph = oneLine(line.replace(/<[^>]+>/g, ' '))
    return paragraph ? [{ kind: 'paragraph', text: paragraph, linked: 0, element }] : []
  })
}
