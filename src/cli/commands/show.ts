/** `claimtrail show SLUG`: a version of an article with its claims. */
import type { Version } from '../answers.ts'
import { ask } from '../archive/api.ts'
import { articleArg, articleParam } from '../archive/article.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, wrongUsage } from '../exit.ts'
import { utc } from '../input/time.ts'
import { claimCells } from '../output/claim-cells.ts'
import { writeAnswer } from '../output/output.ts'
import { columns, count, type Paint, paintFor, printable } from '../output/style.ts'

export const show = command({
  name: 'show',
  description: 'Show a version of an article with its claims: the latest, by number, or at a time',
  args: {
    slug: articleArg,
    version: { type: 'string', valueHint: 'n', description: 'Its number' },
    at: {
      type: 'string',
      valueHint: 'time',
      description: 'The version at that time; a date alone means the end of that day, UTC',
    },
    explain: { type: 'boolean', description: 'Show the rules that found each claim' },
    ...targetArgs,
  },
  examples: [
    'show kremlin-cease-fire',
    'show kremlin-cease-fire --version 3',
    'show kremlin-cease-fire --at 2025-03-13',
    'show kremlin-cease-fire --explain',
  ],
  async run(args, session) {
    const number = which(args.version, args.at)
    const query = args.explain ? { explain: 'true' } : {}
    const version = await withArchive(args, session, { writes: false }, async (client) => {
      const param = { ...(await articleParam(client, args.slug)), number }
      return ask(client.v1.articles[':slug'].versions[':number'].$get({ param, query }))
    })
    writeAnswer(session, args, version, () => versionLines(version, paintFor(session.out, session.env)))
    return EXIT.good
  },
})

/** A number, or the path that the archive redirects to one: `latest`, `at/TIME`. */
function which(version: string | undefined, at: string | undefined): string {
  if (version !== undefined && at !== undefined) throw wrongUsage('--version and --at both choose a version; give one of them')
  if (version !== undefined) {
    if (!/^[1-9]\d{0,8}$/.test(version))
      throw wrongUsage(`--version "${version}" is not a version's number; numbers begin at 1`)
    return version
  }
  if (at === undefined) return 'latest'
  const time = utc(at)
  if (time === null) throw wrongUsage(`--at "${at}" is not a time; write it as 2025-03-13 or 2025-03-13T09:00:00Z`)
  return `at/${encodeURIComponent(time)}`
}

type Claim = NonNullable<Version['claims']>[number]

function versionLines(version: Version, paint: Paint): string[] {
  const { claims = [] } = version
  const facts = columns([
    ['version', String(version.number)],
    ['captured', version.captured_at],
    ...(version.published_at ? [['published', version.published_at]] : []),
    ['content', version.content_hash],
  ])
  return [
    ...(version.title ? [paint('bold', printable(version.title))] : []),
    ...(version.byline ? [printable(version.byline)] : []),
    ...(version.title || version.byline ? [''] : []),
    ...facts.map((fact) => paint('dim', fact)),
    '',
    printable(version.body),
    '',
    paint('bold', count(claims.length, 'claim')),
    ...columns(claims.map(claimRow)),
  ]
}

function claimRow(claim: Claim): string[] {
  return [...claimCells(claim), ...(claim.rules?.length ? [printable(claim.rules.join(' '))] : [])]
}
