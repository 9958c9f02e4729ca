/** `claimtrail claims [SLUG]`: the claims of an article, or of the whole archive. */
import { CLAIM_STATUSES } from '../../store/schema.ts'
import type { Claim } from '../answers.ts'
import { askList } from '../archive/api.ts'
import { articleArg, slugFrom, slugParam } from '../archive/article.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { defined } from '../input/defined.ts'
import { kindsIn } from '../input/kinds.ts'
import { claimCells } from '../output/claim-cells.ts'
import { writeList } from '../output/output.ts'
import { columns } from '../output/style.ts'

const DEFAULT_LIMIT = 200

export const claims = command({
  name: 'claims',
  description: 'List the claims of an article over all its versions, or those of the whole archive',
  args: {
    slug: { ...articleArg, optional: true, description: `${articleArg.description} (default: every article)` },
    q: { type: 'string', valueHint: 'words', description: 'Only claims with these words, in the syntax of search' },
    status: { type: 'enum', options: [...CLAIM_STATUSES], description: 'Only claims that are so in the latest version' },
    source: { type: 'string', valueHint: 'name', description: 'Only what this source is reported to say' },
    kind: { type: 'string', valueHint: 'kinds', description: 'Only claims that had a change of these kinds' },
    sort: {
      type: 'enum',
      options: ['number', 'check_worthiness', 'changes'],
      description: 'By number (default), or those with the most of it first',
    },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: ['claims kremlin-cease-fire', 'claims kremlin-cease-fire --status withdrawn', 'claims --source "Dmitri S. Peskov"'],
  async run(args, session) {
    const { q, status, source, sort } = args
    const filter = defined({ q, status, source, kind: kindsIn(args.kind), sort })
    const limit = limitIn(args.limit, DEFAULT_LIMIT)
    const found = await withArchive(args, session, { writes: false }, async (client) => {
      const { v1 } = client
      const slug = await slugFrom(client, args.slug)
      return askList<Claim & { readonly article?: string }>(limit, (page) => {
        const query = { ...filter, ...page }
        return slug === undefined
          ? v1.claims.$get({ query })
          : v1.articles[':slug'].claims.$get({ param: slugParam(slug), query })
      })
    })
    writeList(session, args, found, 'no claims', (data) => columns(data.map(claimRow)))
    return EXIT.good
  },
})

function claimRow(claim: Claim & { readonly article?: string }): string[] {
  const [number = '', ...cells] = claimCells(claim)
  const { article, status, first_version, last_version } = claim
  return [...(article === undefined ? [] : [article]), number, status, stretch(first_version, last_version), ...cells]
}

/** "since 2", "in 2", "2 to 4" */
function stretch(first: number | null, last: number | null): string {
  if (last === null) return `since ${first}`
  return first === last ? `in ${first}` : `${first} to ${last}`
}
