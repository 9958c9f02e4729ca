/** The claims of an article as of a version or a time. */

import { z } from 'zod'
import { articleRow } from '../../../store/read/articles.ts'
import { claimRows, claimView } from '../../../store/read/claims.ts'
import { versionAsOf } from '../../../store/read/last-position.ts'
import { CLAIM_STATUSES } from '../../../store/schema.ts'
import { claimJson } from '../../json/claim-list-json.ts'
import { found } from '../../request/article-path.ts'
import { asOfGiven, NOW, refuseAsOf } from '../../request/as-of.ts'
import { fromCursor, page } from '../../request/list.ts'
import { searchWords } from '../../request/values.ts'
import { afterCursor, listText } from '../answer-text.ts'
import { article, asOf, cursor, slugOf, source, sourceNamed } from '../arguments.ts'
import { claimItem } from '../claim-item.ts'
import { tool } from '../tool.ts'

const MOST = 20

export const claimsAt = tool({
  name: 'claims_at',
  title: 'Claims of an article at a time',
  description:
    'What an article claimed: its claims as of a time, as of a version, or now, each with who says it, how surely it is told, and the versions that have it.',
  shape: {
    article,
    ...asOf,
    status: z
      .enum([...CLAIM_STATUSES, 'any'])
      .optional()
      .describe('Default: present, those that the text has then'),
    words: searchWords(200).optional().describe('Words of the claim, in the syntax of search_text'),
    source,
    cursor,
  },
  async answer(c, { article, version, at, status = 'present', words: q, source, cursor }) {
    const { store } = c.var
    const slug = await slugOf(store, article)
    const asked = asOfGiven({ version, at })
    const after = fromCursor('claim.number', { cursor }, 'number', 'id')
    const filter = {
      slug,
      asOf: asked,
      status: status === 'any' ? undefined : [status],
      q,
      source: await sourceNamed(store, source),
    }
    const [[row], [then], rows] = await store.batchRead([
      articleRow(store, slug),
      versionAsOf(store, slug, asked ?? NOW),
      claimRows(store, { ...filter, after, sort: 'number', limit: MOST + 1 }),
    ])
    const { slug: current } = found(row, slug)
    refuseAsOf(asked, then, slug)
    if (!then) return `“${current}” has no version${at === undefined ? ' yet' : ` from ${at} or before`}.`
    const { data, next } = page(rows, MOST, 'claim.number', (claim) => [claim.key, claim.id])
    const items = data.map((claim) => claimItem(claimJson(claimView(claim), false), false))
    const which = status === 'any' ? 'Claims' : `Claims that are ${status}`
    const head = `${items.length === 0 ? 'No claim is like this' : which} in “${current}” as of version ${then.number}:`
    return listText(c, { head, items, most: MOST, next: afterCursor(next) })
  },
})
