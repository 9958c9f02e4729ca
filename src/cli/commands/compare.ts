/** `claimtrail compare SLUG a..b`: the changes between any two versions as one step, or a unified diff of the texts. */
import type { Client } from '../../client.ts'
import { ask, askText } from '../archive/api.ts'
import { articleArg, articleParam } from '../archive/article.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, wrongUsage } from '../exit.ts'
import { countKinds, linesOfEdits } from '../output/change-lines.ts'
import { writeAnswer } from '../output/output.ts'
import { paintFor } from '../output/style.ts'

export const compare = command({
  name: 'compare',
  description: 'Compare any two versions of an article, claim by claim',
  args: {
    slug: articleArg,
    versions: { type: 'positional', description: 'Two version numbers, as 1..3' },
    unified: { type: 'boolean', description: 'Print a unified diff of the texts, with one sentence on each line' },
    ...targetArgs,
  },
  examples: [
    'compare kremlin-cease-fire 1..4',
    'compare kremlin-cease-fire 3..4 --json',
    'compare kremlin-cease-fire 1..2 --unified',
  ],
  async run(args, session) {
    if (!/^[1-9]\d{0,8}\.\.[1-9]\d{0,8}$/.test(args.versions)) {
      throw wrongUsage(`VERSIONS: "${args.versions}" are not two versions; write them as 1..3`)
    }
    if (args.unified && args.json) throw wrongUsage('--unified and --json cannot be given together')
    const comparing = async (client: Client) => ({ ...(await articleParam(client, args.slug)), range: args.versions })
    if (args.unified) {
      const text = await withArchive(args, session, { writes: false }, async (client) => {
        const param = await comparing(client)
        return askText(client.v1.articles[':slug'].compare[':range'].$get({ param, query: { format: 'unified' } }))
      })
      session.out.write(text)
      return EXIT.good
    }
    const answer = await withArchive(args, session, { writes: false }, async (client) =>
      ask(client.v1.articles[':slug'].compare[':range'].$get({ param: await comparing(client), query: {} })),
    )
    const paint = paintFor(session.out, session.env)
    writeAnswer(session, args, answer, () => [countKinds(answer.changes), ...linesOfEdits(answer.changes, paint)])
    return EXIT.good
  },
})
