/** `claimtrail restore FILE`: restores an export into an empty archive, or into a new file. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Client } from '../../../client.ts'
import { ask } from '../../archive/api.ts'
import { type Target, type TargetFlags, targetArgs, targetOf } from '../../archive/target.ts'
import { withArchive } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT, type ExitCode, Stop } from '../../exit.ts'
import { writeAnswer } from '../../output/output.ts'
import { type Progress, progressLine } from '../../output/progress.ts'
import { count } from '../../output/style.ts'
import type { Session } from '../../session.ts'
import { type ArticleFile, articleIn, recordArticle } from '../../transfer/article-file.ts'
import { checkExport, partsOf } from '../../transfer/export-file.ts'

export const restore = command({
  name: 'restore',
  description: 'Restore an export into an empty archive or a new file, or an article into any archive',
  notes: [
    'The file is checked as a whole first: its form, the hash chain, the hashes of texts, and its end. A server answers nothing else until',
    'the last line is restored; a restoration that was interrupted goes on when it is run again. (import takes what others captured.)',
    'An article is a copy: recorded anew, a version after another, whose texts are verified by their hashes. Exits with 1 where its claims',
    'differ from those of the file.',
  ],
  args: { file: { type: 'positional', description: 'The file that claimtrail export wrote' }, ...targetArgs },
  examples: [
    'restore archive.ndjson --archive restored.sqlite',
    'restore archive.ndjson --url https://new.example --token "$TOKEN"',
  ],
  async run(args, session) {
    const target = targetOf(args, session.env, true)
    const article = await articleIn(args.file)
    if (article) return restoreArticle(article, args, session)
    if (target.kind === 'file' && existsSync(target.path)) {
      throw new Stop(EXIT.usage, `there is a file ${target.path}; name one that does not exist with --archive`)
    }
    const { header, parts, lines } = await checkExport(args.file)
    const progress = progressLine(session, args.json === true ? 0 : parts)
    try {
      const send = (client: Client) => sendParts(client, args.file, progress)
      if (target.kind === 'file') await intoNewFile(target, session, send)
      else await within(target, session, send)
    } finally {
      progress.stop()
    }
    const { articles, versions, head } = header
    writeAnswer(session, args, { articles, versions, lines, head }, () => [
      `${count(articles, 'article')} with ${count(versions, 'version')} restored`,
      ...(head === null ? [] : [`head ${head}`]),
    ])
    return EXIT.good
  },
})

/** Exits with 1 where the claims differ from those of the file: another engine read it, or people reviewed them. */
async function restoreArticle(article: ArticleFile, flags: TargetFlags, session: Session): Promise<ExitCode> {
  const { slug } = article.header
  const different = await withArchive(flags, session, { writes: true }, (client) => recordArticle(client, article))
  writeAnswer(session, flags, { article: slug, versions: article.versions.length, different }, () => [
    `${slug} with ${count(article.versions.length, 'version')} restored`,
    ...(different.length > 0 ? [`other claims than in the file: ${different.join(', ')}`] : []),
  ])
  return different.length > 0 ? EXIT.no : EXIT.good
}

async function within(target: Target, session: Session, use: (client: Client) => Promise<void>): Promise<void> {
  const archive = await session.open(target)
  try {
    await use(archive.client)
  } finally {
    archive.close()
  }
}

/** The file appears under its name when it is whole. One that a process left that was killed is gone on with, if it is of this export. */
async function intoNewFile(
  target: Target & { readonly kind: 'file' },
  session: Session,
  use: (client: Client) => Promise<void>,
): Promise<void> {
  const path = `${target.path}.restoring`
  const discard = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
  const isLeft = existsSync(path)
  const restoring = () => within({ ...target, path }, session, use)
  try {
    await restoring().catch((error) => {
      if (!isLeft) throw error
      discard()
      return restoring()
    })
    renameSync(path, target.path)
  } finally {
    discard()
  }
}

/** Sends the parts that the archive does not have yet. */
async function sendParts(client: Client, path: string, progress: Progress): Promise<void> {
  let known = 0
  for await (const { first, lines } of partsOf(path)) {
    const left = lines.slice(Math.max(0, known - first + 1))
    const number = first + lines.length - left.length
    if (left.length > 0) ({ lines: known } = await ask(postLines(client, number, left)))
    progress.advance(`line ${first + lines.length - 1}`)
  }
}

const postLines = (client: Client, line: number, lines: readonly string[]) =>
  client.v1.restore.$post(
    { query: { line: String(line) } },
    { headers: { 'Content-Type': 'application/x-ndjson' }, init: { body: `${lines.join('\n')}\n` } },
  )
