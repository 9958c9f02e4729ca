/** `claimtrail compare SLUG a..b`: what changed from one version to another, folded into one step; or the texts' unified diff. */
import { ask, askText } from '../archive/api.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, wrongUsage } from '../exit.ts'
import { type ChangeAnswer, changeLines, countKinds } from '../output/change-lines.ts'
import { writeAnswer } from '../output/output.ts'
import { paintFor } from '../output/style.ts'

export const compare = command({
  name: 'compare',
  description: 'Compare any two versions of an article, claim by claim',
  args: {
    slug: { type: 'positional', description: "The article's slug" },
    versions: { type: 'positional', description: 'Two version numbers, as 1..3' },
    unified: { type: 'boolean', description: 'Print the texts as a unified diff, a sentence a line' },
    ...targetArgs,
  },
  examples: [
    'compare kremlin-cease-fire 1..4',
    'compare kremlin-cease-fire 3..4 --json',
    'compare kremlin-cease-fire 1..2 --unified',
  ],
  async run(args, session) {
    if (!/^[1-9]\d{0,8}\.\.[1-9]\d{0,8}$/.test(args.versions)) {
      throw wrongUsage(`"${args.versions}" are not two versions; write them as 1..3`)
    }
    if (args.unified && args.json) throw wrongUsage('--unified and --json cannot be given together')
    const path = `/v1/articles/${encodeURIComponent(args.slug)}/compare/${args.versions}`
    if (args.unified) {
      const text = await withArchive(args, session, { writes: false }, (request) => askText(request, `${path}?format=unified`))
      session.out.write(text)
      return EXIT.good
    }
    const answer = await withArchive(args, session, { writes: false }, (request) =>
      ask<{ readonly changes: readonly ChangeAnswer[] }>(request, path),
    )
    const paint = paintFor(session.out, session.env)
    writeAnswer(session, args, answer, () => [
      countKinds(answer.changes),
      ...answer.changes.flatMap((change) => changeLines(change, paint)),
    ])
    return EXIT.good
  },
})
