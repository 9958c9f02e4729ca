/** `claimtrail publications`: the names that articles have. */
import { askList } from '../archive/api.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { writeList } from '../output/output.ts'
import { columns, printable } from '../output/style.ts'

const DEFAULT_LIMIT = 200

export const publications = command({
  name: 'publications',
  description: 'List the publications by name, with their articles, their versions and the latest capture',
  args: { ...limitArg(DEFAULT_LIMIT), ...targetArgs },
  examples: ['publications'],
  async run(flags, session) {
    const list = await withArchive(flags, session, { writes: false }, (client) =>
      askList(limitIn(flags.limit, DEFAULT_LIMIT), (query) => client.v1.publications.$get({ query })),
    )
    writeList(session, flags, list, 'no publications', (data) =>
      columns(
        data.map(({ name, articles, versions, latest_captured_at: latest }) => [
          printable(name),
          String(articles),
          String(versions),
          latest ?? '-',
        ]),
      ),
    )
    return EXIT.good
  },
})
