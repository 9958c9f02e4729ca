/** `claimtrail sources [SLUG]`: who is reported to say something, in an article or in the whole archive. */
import type { Source } from '../answers.ts'
import { askList } from '../archive/api.ts'
import { articleArg, slugFrom, slugParam } from '../archive/article.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { defined } from '../input/defined.ts'
import { writeList } from '../output/output.ts'
import { columns, count, printable } from '../output/style.ts'

const DEFAULT_LIMIT = 200

export const sources = command({
  name: 'sources',
  description: 'List the sources of an article, or those of the whole archive, those with the most claims first',
  args: {
    slug: { ...articleArg, optional: true, description: `${articleArg.description} (default: every article)` },
    q: { type: 'string', valueHint: 'words', description: 'Only those with these words in their name' },
    kind: { type: 'enum', options: ['named', 'unnamed', 'document'], description: 'Only sources of this kind' },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: ['sources kremlin-cease-fire', 'sources --kind unnamed'],
  async run(args, session) {
    const filter = defined({ q: args.q, kind: args.kind })
    const limit = limitIn(args.limit, DEFAULT_LIMIT)
    const found = await withArchive(args, session, { writes: false }, async (client) => {
      const { v1 } = client
      const slug = await slugFrom(client, args.slug)
      return askList<Source>(limit, (page) => {
        const query = { ...filter, ...page }
        return slug === undefined
          ? v1.sources.$get({ query: { ...query, sort: 'claims' } })
          : v1.articles[':slug'].sources.$get({ param: slugParam(slug), query })
      })
    })
    writeList(session, args, found, 'no sources', (data) => columns(data.map(sourceRow)))
    return EXIT.good
  },
})

function sourceRow({ id, kind, name, claims, present_claims }: Source): string[] {
  return [String(id).padStart(4), kind, count(claims, 'claim'), `${present_claims} present`, printable(name)]
}
