/** `claimtrail reviews [SLUG]`: the reviews of an article, or of the whole archive. */
import { REVIEW_ACTIONS } from '../../../store/schema.ts'
import { askList } from '../../archive/api.ts'
import { articleArg, slugFrom, slugParam } from '../../archive/article.ts'
import { limitArg, limitIn } from '../../archive/limit.ts'
import { targetArgs } from '../../archive/target.ts'
import { withArchive } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT } from '../../exit.ts'
import { defined } from '../../input/defined.ts'
import { writeList } from '../../output/output.ts'
import { reviewLine } from '../../output/review-line.ts'
import { columns } from '../../output/style.ts'

const DEFAULT_LIMIT = 200

export const reviews = command({
  name: 'reviews',
  description: 'List the reviews of claims and changes, in order',
  args: {
    slug: { ...articleArg, optional: true, description: `${articleArg.description} (default: every article)` },
    action: {
      type: 'string',
      valueHint: 'actions',
      description: `Only these actions, separated by commas: ${REVIEW_ACTIONS.join(', ')}`,
    },
    reviewer: { type: 'string', valueHint: 'name', description: 'Only reviews made with the token of that name' },
    since: { type: 'string', valueHint: 'time', description: 'Only reviews made at that time or later' },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: ['reviews kremlin-cease-fire', 'reviews --action reject --since 2025-03-13T00:00:00Z'],
  async run(args, session) {
    const { action, reviewer, since } = args
    const filter = defined({ action, reviewer, since })
    const limit = limitIn(args.limit, DEFAULT_LIMIT)
    const made = await withArchive(args, session, { writes: false }, async (client) => {
      const { v1 } = client
      const slug = await slugFrom(client, args.slug)
      return askList(limit, (page) => {
        const query = { ...filter, ...page }
        return slug === undefined
          ? v1.reviews.$get({ query })
          : v1.articles[':slug'].reviews.$get({ param: slugParam(slug), query })
      })
    })
    writeList(session, args, made, 'no reviews', (data) => columns(data.map(reviewLine)))
    return EXIT.good
  },
})
