/** `claimtrail verify SLUG`: recomputes the hash chain; exit code 1 if it is broken. */
import { ask } from '../archive/api.ts'
import { articleArg, articleParam } from '../archive/article.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { writeAnswer } from '../output/output.ts'
import { count, paintFor, printable } from '../output/style.ts'

export const verify = command({
  name: 'verify',
  description: "Recompute an article's hash chain, to detect edits that did not go through the archive",
  args: { slug: articleArg, ...targetArgs },
  examples: ['verify kremlin-cease-fire', 'verify kremlin-cease-fire --json && echo intact'],
  async run(args, session) {
    const answer = await withArchive(args, session, { writes: false }, async (client) =>
      ask(client.v1.articles[':slug'].verify.$get({ param: await articleParam(client, args.slug), query: {} })),
    )
    const paint = paintFor(session.out, session.env)
    const verdict = answer.ok ? paint('green', 'intact') : paint('red', 'BROKEN: the record was changed after it was written')
    writeAnswer(session, args, answer, () => [
      `${args.slug}  ${count(answer.versions, 'version')}  ${verdict}`,
      ...(answer.head ? [`head ${answer.head}`] : []),
      ...answer.faults.map(({ version, fault }) => `version ${version}: ${printable(fault)}`),
    ])
    return answer.ok ? EXIT.good : EXIT.no
  },
})
