/** `claimtrail changes [SLUG]`: the changes of an article, or of the whole archive. */
import { KINDS } from '../../core/changes/change.ts'
import { ZONES } from '../../store/sql/packing.ts'
import type { Change } from '../answers.ts'
import { askList } from '../archive/api.ts'
import { articleArg, slugFrom, slugParam } from '../archive/article.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { defined } from '../input/defined.ts'
import { kindsIn } from '../input/kinds.ts'
import { editsOf, linesOfEdits } from '../output/change-lines.ts'
import { writeList } from '../output/output.ts'
import { type Paint, paintFor } from '../output/style.ts'

const DEFAULT_LIMIT = 200

export const changes = command({
  name: 'changes',
  description: 'List the changes of an article, or of the whole archive, by step',
  args: {
    slug: { ...articleArg, optional: true, description: `${articleArg.description} (default: every article)` },
    kind: { type: 'string', valueHint: 'kinds', description: `Only these kinds, separated by commas: ${KINDS.join(', ')}` },
    zone: {
      type: 'enum',
      options: [...ZONES, 'all'],
      description: 'Only changes of sentences in that part of the text (default: all but furniture)',
    },
    source: { type: 'string', valueHint: 'name', description: 'Only changes of what this source is reported to say' },
    acknowledged: {
      type: 'enum',
      options: ['true', 'false'],
      description: 'Only changes that the new version mentions in a note, or only the others',
    },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: [
    'changes kremlin-cease-fire',
    'changes kremlin-cease-fire --kind softened,withdrawn',
    'changes --acknowledged false',
  ],
  async run(args, session) {
    const { zone, source, acknowledged } = args
    const limit = limitIn(args.limit, DEFAULT_LIMIT)
    const filter = defined({ kind: kindsIn(args.kind), zone, source, acknowledged })
    const found = await withArchive(args, session, { writes: false }, async (client) => {
      const { v1 } = client
      const slug = await slugFrom(client, args.slug)
      return askList<Change>(limit, (page) => {
        const query = { ...filter, ...page }
        return slug === undefined
          ? v1.changes.$get({ query })
          : v1.articles[':slug'].changes.$get({ param: slugParam(slug), query })
      })
    })
    writeList(session, args, found, 'no changes', (data) => steps(data, paintFor(session.out, session.env)))
    return EXIT.good
  },
})

/** A heading for each step, with its changes below. */
function steps(changes: readonly Change[], paint: Paint): string[] {
  const lines: string[] = []
  let last = ''
  for (const edit of editsOf(changes)) {
    const { article, from, to } = edit[0] as Change
    const step = `${article}  ${from === null ? '' : `${from.number} → `}${to.number}`
    if (step !== last) lines.push(...(last === '' ? [] : ['']), paint('dim', step))
    last = step
    lines.push(...linesOfEdits(edit, paint).map((line) => `  ${line}`))
  }
  return lines
}
