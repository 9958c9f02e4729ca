/** `claimtrail list`: the articles of the archive. */
import type { Article } from '../answers.ts'
import { askList } from '../archive/api.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { defined } from '../input/defined.ts'
import { writeList } from '../output/output.ts'
import { columns, count, printable } from '../output/style.ts'

const DEFAULT_LIMIT = 50

export const list = command({
  name: 'list',
  description: 'List the articles, the last changed first',
  args: {
    q: { type: 'string', valueHint: 'words', description: 'Only those with these words in a title or in the slug' },
    publication: { type: 'string', valueHint: 'name', description: 'Only those of this publication' },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: ['list', 'list --q "cease fire"'],
  async run(args, session) {
    const filter = defined({ q: args.q, publication: args.publication })
    const limit = limitIn(args.limit, DEFAULT_LIMIT)
    const found = await withArchive(args, session, { writes: false }, ({ v1 }) =>
      askList<Article>(limit, (page) => v1.articles.$get({ query: { ...filter, ...page } })),
    )
    writeList(session, args, found, 'no articles', (data) => columns(data.map(articleRow)))
    return EXIT.good
  },
})

function articleRow({ slug, version_count, latest_captured_at, publication, title }: Article): string[] {
  const latest = latest_captured_at ?? 'no version yet'
  return [slug, count(version_count, 'version'), latest, printable(publication ?? '-'), printable(title ?? '')]
}
