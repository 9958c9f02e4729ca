/** The stories that changed lately. */
import type { Kind } from '../../../core/changes/change.ts'
import { namesExist } from '../../../store/read/name-exists.ts'
import { storiesPage, storiesQueries, storyFilter } from '../../answers/stories-answer.ts'
import type { StoryJson } from '../../json/stories/stories-json.ts'
import { pageOf } from '../../page-addresses.ts'
import { refuseUnknown } from '../../request/change-filter.ts'
import { summaryParts } from '../../words/kinds-in-words.ts'
import { timeText } from '../../words/times.ts'
import { afterCursor, type Item, listText } from '../answer-text.ts'
import { cursor, kinds, publication, since, source, sourceNamed } from '../arguments.ts'
import { happened } from '../change-item.ts'
import { tool } from '../tool.ts'

const MOST = 10

export const listStories = tool({
  name: 'list_stories',
  title: 'Stories that changed lately',
  description:
    'The stories of the archive, those with the latest versions first: how many changes of which kinds each had, how many the article did not admit, and the weightiest one.',
  shape: { since, publication, kinds, source, cursor },
  async answer(c, { since, publication, kinds: kind, source, cursor }) {
    const { store } = c.var
    const named = { source: await sourceNamed(store, source), publication }
    const filter = storyFilter({ ...named, since, kind, cursor, limit: MOST })
    const [[names], ...rows] = await store.batchRead([namesExist(store, named), ...storiesQueries(store, filter)] as const)
    refuseUnknown(named, names)
    const { data, next } = storiesPage(rows, filter)
    const head = data.length === 0 ? 'No story is like this.' : 'Stories, the latest first:'
    return listText(c, { head, items: data.map(storyItem), most: MOST, next: afterCursor(next) })
  },
})

function storyItem({ article, headline, version, changes, told, disclosed, matches }: StoryJson): Item {
  const { slug, publication } = article
  const latest = version === null ? '' : `version ${version.number} of ${timeText(version.captured_at, { year: true })} UTC; `
  const counts = summaryParts(changes as Partial<Record<Kind, number>>).map(({ text }) => text)
  const silent = told > disclosed ? `; ${told - disclosed} not admitted by the article` : ''
  const [first] = matches
  const weightiest = first ? `; the weightiest: ${happened(first)}` : ''
  const of = publication === null ? '' : ` (${publication})`
  return {
    text: `${slug}: “${headline ?? slug}”${of}; ${latest}${counts.join(', ') || 'no change'}${silent}${weightiest}`,
    page: pageOf.story(slug),
  }
}
