/** `claimtrail reviews [SLUG]`: what people decided, in an article or in the whole archive. */
import { askList } from './ask.ts'
import { command } from './command.ts'
import { EXIT } from './exit.ts'
import { limitArg, limitIn } from './limit.ts'
import { placeArgs } from './place.ts'
import { type ReviewAnswer, reviewLine } from './review-line.ts'
import { columns } from './style.ts'
import { withArchive, writeJson, writeLines } from './with-archive.ts'

const DEFAULT_LIMIT = 200

export const reviews = command({
  name: 'reviews',
  description: 'List what people decided of claims and changes, in order',
  args: {
    slug: { type: 'positional', required: false, description: "The article's slug (default: every article)" },
    action: {
      type: 'string',
      valueHint: 'actions',
      description: 'Only these, by commas: confirm, reject, relabel, merge, split, supersede, add, withdraw',
    },
    reviewer: { type: 'string', valueHint: 'name', description: 'Only those made with the token of that name' },
    since: { type: 'string', valueHint: 'time', description: 'Only those made at that time or later' },
    ...limitArg(DEFAULT_LIMIT),
    ...placeArgs,
  },
  examples: ['reviews kremlin-cease-fire', 'reviews --action reject --since 2025-03-13T00:00:00Z'],
  async run(args, session) {
    const query = new URLSearchParams()
    for (const name of ['action', 'reviewer', 'since'] as const) if (args[name]) query.set(name, args[name])
    const limit = limitIn(args.limit, DEFAULT_LIMIT)
    const path = args.slug ? `/v1/articles/${encodeURIComponent(args.slug)}/reviews` : '/v1/reviews'
    const { data, more } = await withArchive(args, session, { writes: false }, (request) =>
      askList<ReviewAnswer>(request, path, query, limit),
    )
    if (args.json) writeJson(session, { data, more })
    else {
      writeLines(session, data.length === 0 ? ['no reviews'] : columns(data.map(reviewLine)))
      if (more) session.err.write(`claimtrail: these are the first ${data.length}; --limit gives more\n`)
    }
    return EXIT.good
  },
})
