/** `claimtrail captures`: every try to read a page or a feed. */
import type { Capture } from '../answers.ts'
import { askList } from '../archive/api.ts'
import { slugFrom, slugParam } from '../archive/article.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { writeList } from '../output/output.ts'
import { columns, printable } from '../output/style.ts'

const DEFAULT_LIMIT = 50

export const captures = command({
  name: 'captures',
  description: 'List the captures, the last first: also those that read nothing, and why',
  args: {
    article: { type: 'string', valueHint: 'slug', description: 'Only those of this article' },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: ['captures', 'captures --article ferry-fares-rise --limit 10'],
  async run(flags, session) {
    const limit = limitIn(flags.limit, DEFAULT_LIMIT)
    const list = await withArchive(flags, session, { writes: false }, async (client) => {
      const slug = await slugFrom(client, flags.article)
      return askList(limit, (query) =>
        slug === undefined
          ? client.v1.captures.$get({ query })
          : client.v1.articles[':slug'].captures.$get({ param: slugParam(slug), query }),
      )
    })
    writeList(session, flags, list, 'no captures', (data) => columns(data.map(captureRow)))
    return EXIT.good
  },
})

function captureRow({ id, captured_at, outcome, article, version, landed, evidence }: Capture): string[] {
  const of = version === null ? '-' : `${article} ${version}`
  const because = evidence.map(({ rule, text }) => (text === null ? rule : `${rule}: ${text}`)).join('; ')
  return [String(id), captured_at, outcome, of, printable(landed), printable(because)]
}
