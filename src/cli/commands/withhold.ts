/** `claimtrail withhold|release|erase SLUG VERSION`: a version is withheld for legal reasons, shown again, or erased. On a server this needs archive:admin. */
import { ask } from '../archive/api.ts'
import { articleArg, articleParam } from '../archive/article.ts'
import { numberIn } from '../archive/send-review.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, wrongUsage } from '../exit.ts'
import { writeAnswer } from '../output/output.ts'
import { printable } from '../output/style.ts'

const versionArgs = {
  slug: articleArg,
  version: { type: 'positional', description: "The version's number" },
} as const

export const withhold = command({
  name: 'withhold',
  description: 'Withhold a version: who asks for it gets the reason in its place',
  args: {
    ...versionArgs,
    reason: { type: 'string', valueHint: 'text', description: 'The reason, which readers see' },
    ...targetArgs,
  },
  notes: ['It stays in the hash chain, and `release` shows it again.'],
  examples: ['withhold kremlin-cease-fire 2 --reason "By order of the district court"'],
  async run(args, session) {
    const { reason } = args
    if (!reason?.trim()) throw wrongUsage('--reason is missing: readers get it in place of the version')
    const number = String(numberIn('VERSION', args.version))
    const answer = await withArchive(args, session, { writes: false }, async (client) => {
      const param = { ...(await articleParam(client, args.slug)), number }
      return ask(client.v1.articles[':slug'].versions[':number'].withholding.$put({ param, query: {}, json: { reason } }))
    })
    writeAnswer(session, args, answer, () => [`withheld version ${number} of ${answer.article}: ${printable(reason)}`])
    return EXIT.good
  },
})

export const release = command({
  name: 'release',
  description: 'Show a withheld version again; that it was withheld stays on record',
  args: { ...versionArgs, ...targetArgs },
  examples: ['release kremlin-cease-fire 2'],
  async run(args, session) {
    const number = String(numberIn('VERSION', args.version))
    const answer = await withArchive(args, session, { writes: false }, async (client) => {
      const param = { ...(await articleParam(client, args.slug)), number }
      return ask(client.v1.articles[':slug'].versions[':number'].withholding.$delete({ param, query: {} }))
    })
    writeAnswer(session, args, answer, () => [`version ${number} of ${answer.article} is shown again`])
    return EXIT.good
  },
})

export const erase = command({
  name: 'erase',
  description: 'Erase the text of a withheld version for good, by order of a court or for data protection',
  args: {
    ...versionArgs,
    reason: { type: 'string', valueHint: 'text', description: 'The reason, which the log keeps' },
    'ordered-by': { type: 'string', valueHint: 'name', description: 'Who ordered it' },
    ...targetArgs,
  },
  notes: ['Sentences that another version has stay: withhold and erase that one too. The hashes stay, and `verify` holds.'],
  examples: ['erase kremlin-cease-fire 2 --reason "Data protection" --ordered-by "District court of Norrholm"'],
  async run(args, session) {
    const { reason, 'ordered-by': ordered_by } = args
    if (!reason?.trim()) throw wrongUsage('--reason is missing: the log keeps it')
    if (!ordered_by?.trim()) throw wrongUsage('--ordered-by is missing: the log keeps it')
    const number = String(numberIn('VERSION', args.version))
    const answer = await withArchive(args, session, { writes: true }, async (client) => {
      const param = { ...(await articleParam(client, args.slug)), number }
      return ask(
        client.v1.articles[':slug'].versions[':number'].erasure.$post({ param, query: {}, json: { reason, ordered_by } }),
      )
    })
    writeAnswer(session, args, answer, () => [
      `erased version ${number} of ${answer.article}, ordered by ${printable(answer.ordered_by)}: ${printable(answer.reason)}`,
    ])
    return EXIT.good
  },
})
