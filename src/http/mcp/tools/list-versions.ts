/** The versions of an article. */
import type { Kind } from '../../../core/changes/change.ts'
import { articleRow } from '../../../store/read/articles.ts'
import { versionRows } from '../../../store/read/lists/version-lists.ts'
import { versionListJson } from '../../json/version-json.ts'
import { pageOf } from '../../page-addresses.ts'
import { found } from '../../request/article-path.ts'
import { fromCursor, page } from '../../request/list.ts'
import { summaryParts } from '../../words/kinds-in-words.ts'
import { timeText } from '../../words/times.ts'
import { afterCursor, listText } from '../answer-text.ts'
import { article, cursor, slugOf } from '../arguments.ts'
import { tool } from '../tool.ts'

const MOST = 20

export const listVersions = tool({
  name: 'list_versions',
  title: 'Versions of an article',
  description:
    'The versions of an article in order: number, time of capture, headline, and how many changes of each kind each brought.',
  shape: { article, cursor },
  async answer(c, { article, cursor }) {
    const { store } = c.var
    const slug = await slugOf(store, article)
    const [after] = fromCursor('version', { cursor }, 'string') ?? []
    const [[row], rows] = await store.batchRead([articleRow(store, slug), versionRows(store, slug, after, MOST + 1)])
    const { slug: current } = found(row, slug)
    const { data, next } = page(rows, MOST, 'version', (version) => [version.place])
    const items = data.map(versionListJson).map((version) => ({
      text: `version ${version.number}, ${timeText(version.captured_at, { year: true })} UTC: ${aboutVersion(version)}`,
      page: pageOf.version(current, version.number),
    }))
    const head = items.length === 0 ? `“${current}” has no version yet.` : `Versions of “${current}”, in order of capture:`
    return listText(c, { head, items, most: MOST, next: afterCursor(next) })
  },
})

function aboutVersion({ title, withheld, technical, changes }: ReturnType<typeof versionListJson>): string {
  if (withheld !== null) return `withheld (${withheld})`
  const brought = summaryParts(changes as Partial<Record<Kind, number>>).map(({ text }) => text)
  const read = technical ? '; the same page read otherwise, no edit' : ''
  return `“${title ?? ''}”; ${brought.length === 0 ? 'no claim changed' : brought.join(', ')}${read}`
}
