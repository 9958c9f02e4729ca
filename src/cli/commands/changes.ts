/** `claimtrail changes [SLUG]`: the changes of an article, or of the whole archive. */
import { KINDS } from '../../core/changes/change.ts'
import { ZONES } from '../../store/sql/packing.ts'
import { askList } from '../archive/api.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, wrongUsage } from '../exit.ts'
import { type ChangeAnswer, changeLines } from '../output/change-lines.ts'
import { writeList } from '../output/output.ts'
import { type Paint, paintFor } from '../output/style.ts'

const DEFAULT_LIMIT = 200

export const changes = command({
  name: 'changes',
  description: 'List the changes of an article, or of the whole archive, by step',
  args: {
    slug: { type: 'positional', optional: true, description: "The article's slug (default: every article)" },
    kind: { type: 'string', valueHint: 'kinds', description: `Only these, by commas: ${KINDS.join(', ')}` },
    zone: { type: 'enum', options: [...ZONES], description: 'Only changes of sentences in that part of the text' },
    source: { type: 'string', valueHint: 'name', description: 'Only what this source is reported to say' },
    acknowledged: { type: 'enum', options: ['true', 'false'], description: 'Only those the newsroom told of, or did not' },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: [
    'changes kremlin-cease-fire',
    'changes kremlin-cease-fire --kind softened,withdrawn',
    'changes --acknowledged false',
  ],
  async run(args, session) {
    const query = new URLSearchParams()
    for (const kind of kindsIn(args.kind)) query.append('kind', kind)
    for (const name of ['zone', 'source', 'acknowledged'] as const) if (args[name]) query.set(name, args[name])
    const path = args.slug ? `/v1/articles/${encodeURIComponent(args.slug)}/changes` : '/v1/changes'
    const limit = limitIn(args.limit, DEFAULT_LIMIT)
    const found = await withArchive(args, session, { writes: false }, (request) =>
      askList<ChangeAnswer>(request, path, query, limit),
    )
    writeList(session, args, found, 'no changes', (data) => steps(data, paintFor(session.out, session.env)))
    return EXIT.good
  },
})

function kindsIn(text: string | undefined): string[] {
  const kinds = (text ?? '').split(',').map((kind) => kind.trim())
  const known: readonly string[] = KINDS
  const unknown = kinds.find((kind) => kind !== '' && !known.includes(kind))
  if (unknown !== undefined) throw wrongUsage(`--kind: there is no kind "${unknown}"; the kinds are ${KINDS.join(', ')}`)
  return kinds.filter((kind) => kind !== '')
}

/** A heading a step, its changes below. */
function steps(changes: readonly ChangeAnswer[], paint: Paint): string[] {
  const lines: string[] = []
  let last = ''
  for (const change of changes) {
    const { article, from, to } = change
    const step = `${article}  ${from === null ? '' : `${from.number} → `}${to.number}`
    if (step !== last) lines.push(...(last === '' ? [] : ['']), paint('dim', step))
    last = step
    lines.push(...changeLines(change, paint).map((line) => `  ${line}`))
  }
  return lines
}
