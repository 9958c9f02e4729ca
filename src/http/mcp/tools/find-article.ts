/** Finds articles by words or by address. */
import type { z } from 'zod'
import { articleRows, articleView } from '../../../store/read/articles.ts'
import { namesExist } from '../../../store/read/name-exists.ts'
import { articleJson, type articleSchema } from '../../json/article-json.ts'
import { pageOf } from '../../page-addresses.ts'
import { refuseUnknown } from '../../request/change-filter.ts'
import { fromCursor, page } from '../../request/list.ts'
import { webAddress, words } from '../../request/values.ts'
import { counted } from '../../words/counts.ts'
import { spanText } from '../../words/times.ts'
import { afterCursor, type Item, listText } from '../answer-text.ts'
import { cursor, publication } from '../arguments.ts'
import { tool } from '../tool.ts'

const MOST = 10

export const findArticle = tool({
  name: 'find_article',
  title: 'Find an article',
  description:
    'Articles of the archive by words of their titles, by an address at which they were read, or by publication, the newest first. ' +
    'Gives the slug that other tools take. For words of the text use search_text.',
  shape: {
    words: words(200).optional().describe('Words, or parts of them: each stands in a title of the article or in its slug'),
    address: webAddress.optional().describe('The address of the article on the web, in any form'),
    publication,
    cursor,
  },
  async answer(c, { words: q, address: url, publication, cursor }) {
    const { store } = c.var
    const [below] = fromCursor('article', { cursor }, 'id') ?? []
    const [[names], rows] = await store.batchRead([
      namesExist(store, { publication }),
      articleRows(store, { q, url, publication, below, limit: MOST + 1 }),
    ])
    refuseUnknown({ publication }, names)
    const { data, next } = page(rows, MOST, 'article', (row) => [row.id])
    const items = data.map((row) => articleItem(articleJson(articleView(row))))
    const head = items.length === 0 ? 'No article is like this.' : 'Articles, the newest first:'
    return listText(c, { head, items, most: MOST, next: afterCursor(next) })
  },
})

function articleItem(article: z.infer<typeof articleSchema>): Item {
  const { slug, title, publication, version_count, first_captured_at: first, latest_captured_at: last } = article
  const when = first === null || last === null ? '' : `, ${spanText(first, last, { year: true })}`
  const claims = `${counted(article.present_claims, 'claim')} now, ${article.withdrawn_claims} dropped`
  return {
    text: `${slug}: “${title ?? slug}”${publication === null ? '' : `, ${publication}`}; ${counted(version_count, 'version')}${when}; ${claims}`,
    page: pageOf.story(slug),
  }
}
