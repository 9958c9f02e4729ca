/** The sources of the archive. */
import { namesExist } from '../../../store/read/name-exists.ts'
import { sourceFilterShape, sourceJson, sourceList } from '../../answers/sources-answer.ts'
import { pageOf } from '../../page-addresses.ts'
import { refuseUnknown } from '../../request/change-filter.ts'
import { counted } from '../../words/counts.ts'
import { afterCursor, listText } from '../answer-text.ts'
import { cursor, publication } from '../arguments.ts'
import { tool } from '../tool.ts'

const MOST = 20

export const listSources = tool({
  name: 'list_sources',
  title: 'Sources',
  description: 'To whom claims are attributed: people, offices and documents by name, those with the most claims first.',
  shape: { words: sourceFilterShape.q, kind: sourceFilterShape.kind, publication, cursor },
  async answer(c, { words: q, kind, publication, cursor }) {
    const { store } = c.var
    const list = sourceList(store, { q, kind, publication, cursor, sort: 'claims', limit: MOST })
    const [[names], rows] = await store.batchRead([namesExist(store, { publication }), list.first()])
    refuseUnknown({ publication }, names)
    const { data, next } = list.page(rows, sourceJson)
    const items = data.map(({ id, name, kind: of, claims, present_claims, articles }) => ({
      text: `${name} (${of}): ${counted(claims, 'claim')}, ${present_claims} of them present, in ${counted(articles, 'article')}`,
      page: pageOf.source(id),
    }))
    const head = items.length === 0 ? 'No source is like this.' : 'Sources, those with the most claims first:'
    return listText(c, { head, items, most: MOST, next: afterCursor(next) })
  },
})
