/** The changes between any two versions of an article. */
import { changesBetween } from '../../../reading/compare-versions.ts'
import { changeJson } from '../../json/change-json.ts'
import { matches } from '../../request/change-filter.ts'
import { counted } from '../../words/counts.ts'
import { listText, skipping } from '../answer-text.ts'
import { article, kinds, skip, slugOf, version } from '../arguments.ts'
import { changeItem } from '../change-item.ts'
import { tool } from '../tool.ts'

const MOST = 10

export const compareTwo = tool({
  name: 'compare_versions',
  title: 'Compare two versions',
  description: 'What changed between any two versions of an article, however many lie between them.',
  shape: {
    article,
    from: version,
    to: version.optional().describe('The number of the other version; default: the latest'),
    kinds,
    skip,
  },
  async answer(c, { article, from, to, kinds: kind, skip = 0 }) {
    const { store } = c.var
    const { slug, changes } = await changesBetween(store, await slugOf(store, article), from, to ?? 'latest')
    const chosen = changes.filter(matches({ kind })).map(changeJson)
    const { rows, next } = skipping(chosen, skip, MOST)
    const head = `“${slug}” from version ${from} to ${to ?? 'the latest'}: ${counted(chosen.length, 'change')}.`
    return listText(c, { head, items: rows.map((change) => changeItem(change)), most: MOST, next })
  },
})
