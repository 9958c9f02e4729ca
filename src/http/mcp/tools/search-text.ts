/** Full text over the sentences and claims of all versions. */
import { hitsOf, searchQuestion, searchShape } from '../../answers/search-answer.ts'
import type { HitJson } from '../../json/stories/hit-json.ts'
import { pageOf } from '../../page-addresses.ts'
import { timeText } from '../../words/times.ts'
import { afterCursor, type Item, listText } from '../answer-text.ts'
import { article, at, cursor, publication, slugOf, source, sourceNamed } from '../arguments.ts'
import { tool } from '../tool.ts'

const MOST = 10

export const searchText = tool({
  name: 'search_text',
  title: 'Search the text',
  description:
    'Full text over the sentences or claims of all versions, also of those that are gone: which version brought the words, which removed them. The best hits first.',
  shape: {
    words: searchShape.q,
    in: searchShape.in,
    article: article.optional(),
    publication,
    source,
    at: at.describe('Only what stood in a text at that time'),
    cursor,
  },
  async answer(c, { words: q, article, source, ...given }) {
    const { store } = c.var
    const named = { article: article && (await slugOf(store, article)), source: await sourceNamed(store, source) }
    const { hits } = await hitsOf(store, searchQuestion({ ...given, q, ...named, limit: MOST }))
    const { data, next, total } = hits
    const head =
      data.length === 0 ? 'Nothing has these words.' : `${total.count}${total.more ? ' or more' : ''} hits, the best first:`
    return listText(c, { head, items: data.map(hitItem), most: MOST, next: afterCursor(next) })
  },
})

function hitItem({ article, snippet, claims, introduced, removed }: HitJson): Item {
  const came = `came with version ${introduced.version} (${timeText(introduced.captured_at, { year: true })} UTC)`
  const went =
    removed === null
      ? 'still there'
      : `gone with version ${removed.version} (${timeText(removed.captured_at, { year: true })} UTC)`
  const of = claims.length === 0 ? '' : `; claim ${claims.map(({ number }) => number).join(', ')}`
  return { text: `${article}: “${snippet.text}”; ${came}, ${went}${of}`, page: pageOf.version(article, introduced.version) }
}
