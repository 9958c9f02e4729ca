/** `claimtrail verify [SLUG]`: compares the archive, or one article, with its log; exit code 1 if anything was edited. */
import type { Client } from '../../../client.ts'
import type { VerifiedLine } from '../../../http/routes/log/verify-archive.ts'
import { ask } from '../../archive/api.ts'
import { articleArg, articleParam } from '../../archive/article.ts'
import { jsonLines } from '../../archive/json-lines.ts'
import { targetArgs } from '../../archive/target.ts'
import { withArchive } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT, type ExitCode, Stop, wrongUsage } from '../../exit.ts'
import { writeAnswer } from '../../output/output.ts'
import { countedProgress } from '../../output/progress.ts'
import { count, type Paint, paintFor, printable } from '../../output/style.ts'
import type { Session } from '../../session.ts'
import { againstCheckpoint } from '../../verify/against-checkpoint.ts'
import { sinceHead } from '../../verify/since-head.ts'

/** How many versions after a head are listed. */
const LISTED = 20

interface Fault {
  readonly version: number
  readonly entry: number | null
  readonly fault: string
}

const faultLine = ({ version, entry, fault }: Fault): string =>
  `${version > 0 ? `version ${version}: ` : ''}${printable(fault)}${entry === null ? '' : ` (entry ${entry} of the log)`}`

const verdictOf = (ok: boolean, paint: Paint): string =>
  ok ? paint('green', 'intact') : paint('red', 'BROKEN: it was edited after it was recorded')

export const verify = command({
  name: 'verify',
  description: 'Compare the archive, or one article, with its log, to detect edits that did not go through the archive',
  notes: [
    'A checkpoint that was kept elsewhere finds also who edits the log: write one down with `claimtrail checkpoint`.',
    'Without --key the key that the archive names is believed.',
  ],
  args: {
    slug: { ...articleArg, optional: true, description: `${articleArg.description} (default: the whole archive)` },
    deep: { type: 'boolean', description: 'Also recompute what is derived: states of claims, counts, search' },
    head: {
      type: 'string',
      valueHint: 'hash',
      description: 'Look up a head that was written down, and list what came after it',
    },
    checkpoint: { type: 'string', valueHint: 'file', description: 'A checkpoint that was kept: the log must lead on from it' },
    key: { type: 'string', valueHint: 'key', description: 'The public key that signed the checkpoint, as NAME+HASH+BASE64' },
    ...targetArgs,
  },
  examples: [
    'verify',
    'verify kremlin-cease-fire --json && echo intact',
    'verify --deep --archive newsroom.sqlite',
    'verify --url https://archive.example --checkpoint 2026-03.checkpoint',
  ],
  async run({ slug, deep, head, checkpoint, key, ...args }, session) {
    if (key !== undefined && checkpoint === undefined) throw wrongUsage('--key goes with --checkpoint')
    if ([slug, head, checkpoint].filter((one) => one !== undefined).length > 1) {
      throw wrongUsage('give one of an article, --head and --checkpoint')
    }
    if (deep && (slug ?? head) !== undefined) throw wrongUsage('--deep is of the whole archive')
    return withArchive(args, session, { writes: false }, async (client) => {
      if (slug !== undefined) return ofArticle(client, session, args, slug)
      if (head !== undefined) return ofHead(client, session, args, head)
      const signed = checkpoint === undefined ? EXIT.good : await ofCheckpoint(client, session, args, checkpoint, key)
      const stored = await ofArchive(client, session, args, deep === true)
      return signed === EXIT.good ? stored : signed
    })
  },
})

type Given = Parameters<typeof writeAnswer>[1]

async function ofArticle(client: Client, session: Session, args: Given, slug: string): Promise<ExitCode> {
  const param = await articleParam(client, slug)
  const answer = await ask(client.v1.articles[':slug'].verify.$get({ param, query: {} }))
  const paint = paintFor(session.out, session.env)
  writeAnswer(session, args, answer, () => [
    `${slug}  ${count(answer.versions, 'version')}  ${verdictOf(answer.ok, paint)}`,
    ...(answer.head ? [`head ${answer.head}`] : []),
    ...answer.faults.map(faultLine),
  ])
  return answer.ok ? EXIT.good : EXIT.no
}

async function ofHead(client: Client, session: Session, args: Given, head: string): Promise<ExitCode> {
  if (!/^[0-9a-f]{64}$/.test(head)) throw wrongUsage('a head has 64 hexadecimal digits')
  const found = await sinceHead(client, head, LISTED)
  const paint = paintFor(session.out, session.env)
  writeAnswer(session, args, found, () =>
    found.ok
      ? [
          `${head}  ${paint('green', 'is in the log')}`,
          found.versions.length === 0 ? 'nothing was recorded after it' : 'recorded after it:',
          ...found.versions.map(({ article, number, recorded_at }) => `${recorded_at}  ${article} version ${number}`),
          ...(found.more ? ['… and more'] : []),
        ]
      : [`${head}  ${paint('red', 'BROKEN: it is the head of no version of this archive')}`],
  )
  return found.ok ? EXIT.good : EXIT.no
}

async function ofCheckpoint(client: Client, session: Session, args: Given, file: string, key: string | undefined) {
  const progress = countedProgress(session, 'entries of the log')
  const found = await againstCheckpoint(client, file, key, progress.show).finally(progress.stop)
  const paint = paintFor(session.out, session.env)
  writeAnswer(session, args, found, () => [
    `log of ${printable(found.origin)}  ${count(found.kept, 'entry', 'entries')} kept, ${found.present} now  ${verdictOf(found.ok, paint)}`,
    ...found.faults.map(printable),
    ...(found.trusted ? [] : ['the key is the one that the archive names; give --key to need no trust in it']),
  ])
  return found.ok ? EXIT.good : EXIT.no
}

async function ofArchive(client: Client, session: Session, args: Given, deep: boolean): Promise<ExitCode> {
  const progress = countedProgress(session, 'articles')
  const broken: Extract<VerifiedLine, { article: string }>[] = []
  let [articles, versions] = [0, 0]
  let log: Extract<VerifiedLine, { log: object }>['log'] | null = null
  for (let after = 0; log === null; ) {
    const before = articles
    const query = { after: String(after), ...(deep && { deep: 'true' as const }) }
    for await (const line of jsonLines<VerifiedLine>(client.v1.verify.$get({ query }))) {
      if ('log' in line) log = line.log
      else {
        articles += 1
        versions += line.versions
        after = line.id
        if (!line.ok) broken.push(line)
        progress.show(line.done, line.of)
      }
    }
    if (log === null && articles === before) throw new Stop(EXIT.archive, 'the archive broke off; ask again')
  }
  progress.stop()
  const ok = broken.length === 0 && log.ok
  const paint = paintFor(session.out, session.env)
  const { size, root, whole, faults } = log
  writeAnswer(session, args, { ok, articles, versions, log, broken }, () => [
    `${count(articles, 'article')}  ${count(versions, 'version')}  ${count(size, 'entry', 'entries')} of the log  ${verdictOf(ok, paint)}`,
    `root ${root}`,
    ...(whole ? [] : ['rows from before the log have no entries yet: they are no faults until they have']),
    ...faults.map(faultLine),
    ...broken.flatMap((line) => line.faults.map((fault) => `${line.article}  ${faultLine(fault)}`)),
  ])
  return ok ? EXIT.good : EXIT.no
}
