/** The latest changes of the archive or of an article, since a time. */
import { z } from 'zod'
import { namesExist } from '../../../store/read/name-exists.ts'
import { latestChanges } from '../../../store/read/stories/latest-changes.ts'
import { changesPageQuery, latestFilter, latestPage } from '../../answers/latest-changes-answer.ts'
import { recordedJson } from '../../json/change-json.ts'
import { refuseUnknown } from '../../request/change-filter.ts'
import { afterCursor, listText } from '../answer-text.ts'
import { article, cursor, disclosed, kinds, publication, since, slugOf, source, sourceNamed, until } from '../arguments.ts'
import { changeItem } from '../change-item.ts'
import { tool } from '../tool.ts'

const MOST = 10

export const listChanges = tool({
  name: 'list_changes',
  title: 'Changes since a time',
  description:
    'What changed, the latest first: in an article or in the whole archive, since a time, by kind, source or publication, or only what readers were not told of. ' +
    'Leaves out what merely adds claims, unless added is true.',
  shape: {
    article: article.optional(),
    since,
    until,
    kinds,
    source,
    publication,
    disclosed,
    added: z.boolean().optional().describe('true: also changes that only add claims, first versions included'),
    cursor,
  },
  async answer(c, { article, since: from, until: to, kinds: kind, source, publication, disclosed, added, cursor }) {
    const { store } = c.var
    const slug = article === undefined ? undefined : await slugOf(store, article)
    const named = { article: slug, source: await sourceNamed(store, source), publication }
    const wanted = { kind, source: named.source, publication, disclosed, from, to, added, first_versions: added }
    const filter = latestFilter({ ...changesPageQuery(wanted, slug), cursor, limit: MOST })
    const [[names], rows] = await store.batchRead([namesExist(store, named), latestChanges(store, filter)])
    refuseUnknown(named, names)
    const { data, next } = latestPage(rows, filter)
    const items = data.map((row) => changeItem(recordedJson(row), { named: slug === undefined }))
    const where = slug === undefined ? 'the archive' : `“${slug}”`
    const head = items.length === 0 ? `Nothing like this changed in ${where}.` : `Changes in ${where}, the latest first:`
    return listText(c, { head, items, most: MOST, next: afterCursor(next) })
  },
})
