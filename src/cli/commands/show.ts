/** `claimtrail show SLUG`: a version as it stood, with what it claims. */
import { ask } from '../archive/api.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, wrongUsage } from '../exit.ts'
import { utc } from '../input/time.ts'
import { writeAnswer } from '../output/output.ts'
import { columns, count, type Paint, paintFor, printable } from '../output/style.ts'

interface VersionAnswer {
  readonly number: number
  readonly title: string
  readonly byline: string | null
  readonly body: string
  readonly captured_at: string
  readonly published_at: string | null
  readonly content_hash: string
  readonly claims: readonly ClaimAnswer[]
}

interface ClaimAnswer {
  readonly number: number
  readonly label: string
  readonly source: { readonly kind: string; readonly name: string | null; readonly text: string | null }
  readonly certainty: { readonly level: string; readonly polarity: string }
  readonly rules?: readonly string[]
}

export const show = command({
  name: 'show',
  description: 'Show a version of an article with its claims: the latest, a number, or the one that stood at a time',
  args: {
    slug: { type: 'positional', description: "The article's slug" },
    version: { type: 'string', valueHint: 'n', description: 'Its number' },
    at: {
      type: 'string',
      valueHint: 'time',
      description: 'The version that stood then; a date alone means the end of that day, UTC',
    },
    explain: { type: 'boolean', description: 'Tell the rules that found each claim' },
    ...targetArgs,
  },
  examples: [
    'show kremlin-cease-fire',
    'show kremlin-cease-fire --version 3',
    'show kremlin-cease-fire --at 2025-03-13',
    'show kremlin-cease-fire --explain',
  ],
  async run(args, session) {
    const path = `/v1/articles/${encodeURIComponent(args.slug)}/versions/${which(args.version, args.at)}`
    const version = await withArchive(args, session, { writes: false }, (request) =>
      ask<VersionAnswer>(request, args.explain ? `${path}?explain=true` : path),
    )
    writeAnswer(session, args, version, () => versionLines(version, paintFor(session.out, session.env)))
    return EXIT.good
  },
})

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

function versionLines(version: VersionAnswer, paint: Paint): string[] {
  const facts = columns([
    ['version', String(version.number)],
    ['captured', version.captured_at],
    ...(version.published_at ? [['published', version.published_at]] : []),
    ['content', version.content_hash],
  ])
  return [
    paint('bold', printable(version.title)),
    ...(version.byline ? [printable(version.byline)] : []),
    '',
    ...facts.map((fact) => paint('dim', fact)),
    '',
    printable(version.body),
    '',
    paint('bold', count(version.claims.length, 'claim')),
    ...columns(version.claims.map(claimRow)),
  ]
}

function claimRow({ number, label, source, certainty, rules = [] }: ClaimAnswer): string[] {
  const told = source.kind === 'author' ? 'the article' : printable(source.name ?? source.text ?? source.kind)
  const surely = certainty.polarity === 'negative' ? `not, ${certainty.level}` : certainty.level
  return [
    String(number).padStart(4),
    surely,
    shortened(told),
    printable(label),
    ...(rules.length ? [printable(rules.join(' '))] : []),
  ]
}

/** Some unnamed sources are described at length. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}
