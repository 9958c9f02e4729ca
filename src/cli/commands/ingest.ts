/** `claimtrail ingest FILE…`: archives files as versions of articles. */

import { type Sent, sendArticle } from '../archive/send.ts'
import { type TargetFlags, targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { type PlannedArticle, planIngest } from '../input/ingest-plan.ts'
import { countKinds, linesOfEdits } from '../output/change-lines.ts'
import { writeJson, writeLines } from '../output/output.ts'
import { progressLine } from '../output/progress.ts'
import { columns, paintFor, printable } from '../output/style.ts'
import type { Session } from '../session.ts'

export const ingest = command({
  name: 'ingest',
  description: 'Archive text or Markdown files as versions of articles',
  notes: [
    'A file is a version of an article; a folder is one article, its files the versions in name order (2.md before 10.md).',
    'Front matter may give title, byline, captured_at, published_at, modified_at, url, slug and publication; article.yaml in a',
    'folder title, slug and publication. Without a title it is --title, else the first "# " line, else a short first line without a full',
    "stop above a blank one, else the headline that the article has. Times are ISO 8601 with a zone; a date alone is that day's end, UTC.",
  ],
  args: {
    file: {
      type: 'positional',
      many: true,
      description: 'Text files, Markdown files, folders of versions; - is standard input',
    },
    title: { type: 'string', valueHint: 'text', description: 'The headline of the one file given' },
    slug: { type: 'string', valueHint: 'slug', description: "The article's slug (default: made from the title)" },
    publication: { type: 'string', valueHint: 'name', description: 'Who publishes it, for a new article' },
    ...targetArgs,
  },
  examples: [
    'ingest story.md',
    'ingest story.txt --title "Ferry Fares Rise" --slug ferry-fares',
    'ingest versions/ --url http://127.0.0.1:8787 --token "$TOKEN"',
  ],
  async run(args, session) {
    const options = { title: args.title ?? null, slug: args.slug ?? null, publication: args.publication ?? null }
    const articles = await planIngest(args.file, options, session)
    return ingestArticles(articles, args, session)
  },
})

/** Sends the planned articles and writes what changed. */
export async function ingestArticles(
  articles: readonly PlannedArticle[],
  flags: TargetFlags,
  session: Session,
): Promise<ExitCode> {
  warnOfUnused(articles, session)
  const files = articles.reduce((sum, { versions }) => sum + versions.length, 0)
  const sent: Sent[] = []
  const progress = progressLine(session, flags.json === true ? 0 : files)
  try {
    await withArchive(flags, session, { writes: true }, async (client) => {
      for (const article of articles) {
        for await (const one of sendArticle(client, article)) {
          sent.push(one)
          progress.advance(`${one.slug} ${one.version.number}`)
        }
      }
    })
  } finally {
    progress.stop()
    warnOfUndated(articles, sent, session)
    if (flags.json) writeJson(session, { versions: sent })
    else writeLines(session, summary(sent, session))
  }
  return EXIT.good
}

function warnOfUnused(articles: readonly PlannedArticle[], session: Session): void {
  for (const { path, unused } of articles.flatMap(({ versions }) => versions)) {
    if (unused.length > 0) session.err.write(`claimtrail: ${path}: front matter not used: ${printable(unused.join(', '))}\n`)
  }
}

/** Versions that do not say when they were captured, and were recorded one after another. */
function warnOfUndated(articles: readonly PlannedArticle[], sent: readonly Sent[], session: Session): void {
  const created = new Set(sent.filter(({ outcome }) => outcome === 'created').map(({ file }) => file))
  for (const { slug, versions } of articles) {
    const undated = versions.filter(({ path, version }) => created.has(path) && version.captured_at === undefined).length
    if (undated > 1) {
      session.err.write(
        `claimtrail: ${slug}: ${undated} versions have no captured_at in their front matter; they are dated now\n`,
      )
    }
  }
}

/** A line for each version; for a single file that is not the first version, its changes too. */
function summary(sent: readonly Sent[], session: Session): string[] {
  const paint = paintFor(session.out, session.env)
  const rows = sent.map(({ slug, outcome, version, changes }) => [
    slug,
    `version ${version.number}`,
    outcome,
    outcome === 'unchanged' ? '' : countKinds(changes),
  ])
  const fresh = sent.filter(({ outcome, version }) => outcome === 'created' && version.number === 1).map(({ slug }) => slug)
  const note = fresh.length === 1 && sent.length === 1 ? [`a new article; its next version: --slug ${fresh[0]}`] : []
  const [only] = sent
  if (only === undefined || sent.length > 1 || only.version.number === 1) return [...columns(rows), ...note]
  return [...columns(rows), ...linesOfEdits(only.changes, paint).map((line) => `  ${line}`)]
}
