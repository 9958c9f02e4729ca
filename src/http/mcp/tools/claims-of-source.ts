/** The claims that a source was reported to make. */
import { claimRows, claimView } from '../../../store/read/claims.ts'
import { namesExist } from '../../../store/read/name-exists.ts'
import { claimJson } from '../../json/claim-list-json.ts'
import { refuseUnknown } from '../../request/change-filter.ts'
import { fromCursor, page } from '../../request/list.ts'
import { searchWords } from '../../request/values.ts'
import { afterCursor, listText } from '../answer-text.ts'
import { article, cursor, publication, slugOf, source, sourceNamed } from '../arguments.ts'
import { claimItem } from '../claim-item.ts'
import { tool } from '../tool.ts'

const MOST = 20

export const claimsOfSource = tool({
  name: 'claims_of_source',
  title: 'Who said what',
  description: 'The claims that a source was reported to say, in an article or in the whole archive, also those that are gone.',
  shape: {
    source: source.unwrap(),
    article: article.optional(),
    publication,
    words: searchWords(200).optional().describe('Words of the claim, in the syntax of search_text'),
    cursor,
  },
  async answer(c, { source: given, article, publication, words: q, cursor }) {
    const { store } = c.var
    const [slug, source] = [article && (await slugOf(store, article)), await sourceNamed(store, given)]
    const after = fromCursor('claim.number', { cursor }, 'number', 'id')
    const [[names], rows] = await store.batchRead([
      namesExist(store, { article: slug, publication }),
      claimRows(store, { slug, source, publication, q, after, sort: 'number', limit: MOST + 1 }),
    ])
    refuseUnknown({ article: slug, publication }, names)
    const { data, next } = page(rows, MOST, 'claim.number', (claim) => [claim.key, claim.id])
    const items = data.map((claim) => claimItem(claimJson(claimView(claim), false), true))
    const head = items.length === 0 ? `“${source}” has no claim like this.` : `Claims of ${source}:`
    return listText(c, { head, items, most: MOST, next: afterCursor(next) })
  },
})
