/** `claimtrail import SOURCE…`: archives what others captured, each page at its own time. */
import { canonicalKey } from '../../addresses/canonical-key.ts'
import type { Client } from '../../client.ts'
import { isSlug } from '../../recording/slug.ts'
import { type TargetFlags, targetArgs, targetOf } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, type ExitCode, Stop, wrongUsage } from '../exit.ts'
import { type CaptureSource, type FoundCapture, webAddressOf } from '../import/found-capture.ts'
import { planLines, resultLines, tallyOf } from '../import/import-lines.ts'
import { openSource } from '../import/open-source.ts'
import { PoliteFetch } from '../import/polite-fetch.ts'
import { ensureArticle, importedTimes, type SentResult, sendCaptures } from '../import/send-captures.ts'
import { listIn } from '../input/list.ts'
import { utc } from '../input/time.ts'
import { writeAnswer } from '../output/output.ts'
import { timedProgress } from '../output/progress.ts'
import type { Session } from '../session.ts'

/** The pause between two requests to an archive, in seconds. */
const PAUSE = 3
const REPLAY = 'https://web.archive.org/web'

export const importCommand = command({
  name: 'import',
  description: 'Archive what others captured: mementos, WARC files, saved pages',
  notes: [
    'A source is the address or the file of a Memento TimeMap or of a CDX listing, a WARC or WACZ file, or a folder of saved pages',
    '(the time from "page.html.json" {"url", "captured_at"}, the name, the page, or the file). Each page is read and judged like one',
    'that is watched, at its own time. An import that was interrupted goes on where it stopped. Exits with 1 if a source could not be',
    'read in part.',
  ],
  args: {
    source: { type: 'positional', many: true, description: 'Addresses, files and folders' },
    article: {
      type: 'string',
      valueHint: 'slug',
      description: 'The article of all captures (default: found or made by the address of each page)',
    },
    publication: { type: 'string', valueHint: 'name', description: 'Who publishes it (default: what the page says)' },
    keep: {
      type: 'string',
      valueHint: 'selectors',
      description: 'CSS selectors of the body, separated by commas, for a stubborn site',
    },
    drop: { type: 'string', valueHint: 'selectors', description: 'CSS selectors of what is no part of the body' },
    address: {
      type: 'string',
      valueHint: 'address',
      description: 'Only captures of this page; and the address of saved pages that tell none',
    },
    from: { type: 'string', valueHint: 'time', description: 'Only captures from this time on' },
    until: { type: 'string', valueHint: 'time', description: 'Only captures up to this time' },
    pause: { type: 'string', valueHint: 'seconds', description: `Between two requests to an archive (default ${PAUSE})` },
    replay: {
      type: 'string',
      valueHint: 'address',
      description: `Where the captures of a CDX listing are shown (default ${REPLAY})`,
    },
    'dry-run': { type: 'boolean', description: 'Show what would be imported; record nothing' },
    ...targetArgs,
  },
  examples: [
    'import https://web.archive.org/web/timemap/link/https://harbour-post.example/ferry-fares',
    'import crawl.warc.gz --address https://harbour-post.example/ferry-fares',
    'import saved-pages/ --article ferry-fares --dry-run',
  ],
  async run(flags, session) {
    if (flags.article !== undefined && !isSlug(flags.article))
      throw wrongUsage(`--article "${flags.article}" is not lower-case words joined by hyphens`)
    const address = flags.address === undefined ? null : webAddressOf(flags.address)
    if (flags.address !== undefined && address === null)
      throw wrongUsage(`--address "${flags.address}" is no address of the web`)
    const [from, until] = [timeIn('from', flags.from), timeIn('until', flags.until)]
    const fetch = new PoliteFetch(session, pauseIn(flags.pause))
    const sources: CaptureSource[] = []
    process.once('SIGINT', interrupted)
    try {
      for (const name of flags.source) sources.push(await openSource(name, { fetch, replay: flags.replay ?? REPLAY, address }))
      const wanted = ({ url, capturedAt }: FoundCapture) =>
        (address === null || canonicalKey(url) === canonicalKey(address)) &&
        (from === null || capturedAt >= from) &&
        (until === null || capturedAt <= until)
      const plan = planOf(sources, wanted, session.now().toISOString())
      return await (flags['dry-run'] ? show(plan, flags, session) : send(plan, flags, session))
    } finally {
      process.off('SIGINT', interrupted)
      for (const source of sources) await source.close()
    }
  },
})

/** Ends the process so that what was unpacked is removed; what was recorded stays. */
const interrupted = () => process.exit(130)

/** The captures in the order of time, and what is left out. */
export interface ImportPlan {
  readonly captures: readonly FoundCapture[]
  /** The addresses whose captures cost a request each, so that those which the archive has are not asked for. */
  readonly remote: ReadonlySet<string>
  readonly skipped: ReadonlyMap<string, number>
}

function planOf(sources: readonly CaptureSource[], wanted: (capture: FoundCapture) => boolean, now: string): ImportPlan {
  const all = sources.flatMap((source) => source.captures.filter(wanted))
  const captures = all.filter(({ capturedAt }) => capturedAt <= now)
  const skipped = new Map<string, number>()
  for (const source of sources) for (const [reason, n] of source.skipped) skipped.set(reason, (skipped.get(reason) ?? 0) + n)
  if (captures.length < all.length) skipped.set('of the future', all.length - captures.length)
  const remote = sources.flatMap((source) => (source.isRemote ? source.captures.filter(wanted).map(({ url }) => url) : []))
  return {
    captures: captures.sort((a, b) => (a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0)),
    remote: new Set(remote),
    skipped,
  }
}

interface ImportFlags extends TargetFlags {
  readonly article: string | undefined
  readonly publication: string | undefined
  readonly keep: string | undefined
  readonly drop: string | undefined
}

async function send(plan: ImportPlan, flags: ImportFlags, session: Session): Promise<ExitCode> {
  const { article = null, publication = null } = flags
  const results: SentResult[] = []
  let before = 0
  try {
    await withArchive(flags, session, { writes: true }, async (client) => {
      const captures = await withoutKnown(client, plan)
      before = plan.captures.length - captures.length
      const [first] = captures
      if (!first) return
      if (article !== null) await ensureArticle(client, article, publication, first.url)
      const sending = { client, article, publication, keep: listIn(flags.keep), drop: listIn(flags.drop) }
      const progress = timedProgress(session, flags.json ? 0 : captures.length)
      try {
        for await (const result of sendCaptures(sending, captures)) {
          results.push(result)
          progress.advance(`${result.captured_at} ${result.outcome}`)
        }
      } finally {
        progress.stop()
      }
    })
  } finally {
    const tally = tallyOf(results, before, plan.skipped)
    writeAnswer(session, flags, { ...tally, captures: results }, () => resultLines(results, tally))
  }
  return results.some(({ outcome }) => outcome === 'not_loaded') ? EXIT.no : EXIT.good
}

/** The captures that the archive does not have, as far as this saves requests. */
async function withoutKnown(client: Client, { captures, remote }: ImportPlan): Promise<FoundCapture[]> {
  const known = new Map<string, ReadonlySet<string>>()
  for (const address of remote) known.set(address, await importedTimes(client, address))
  return captures.filter(({ url, capturedAt }) => !known.get(url)?.has(capturedAt))
}

async function show(plan: ImportPlan, flags: ImportFlags, session: Session): Promise<ExitCode> {
  const left = await withArchive(flags, session, { writes: false }, (client) => withoutKnown(client, plan)).catch((error) => {
    // An archive file that is not there yet has none of them.
    if (error instanceof Stop && targetOf(flags, session.env, false).kind === 'file') return plan.captures
    throw error
  })
  const known = plan.captures.length - left.length
  const captures = left.map(({ url: address, capturedAt: captured_at, source }) => ({ address, captured_at, source }))
  const skipped = Object.fromEntries(plan.skipped)
  writeAnswer(session, flags, { known, skipped, captures }, () => planLines(left, known, plan.skipped))
  return EXIT.good
}

function timeIn(flag: string, text: string | undefined): string | null {
  if (text === undefined) return null
  const time = utc(text)
  if (time === null) throw wrongUsage(`--${flag} "${text}" is not a time; write it as 2025-03-12T12:05:00Z`)
  return time
}

function pauseIn(text: string | undefined): number {
  if (text === undefined) return PAUSE * 1000
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(text)) throw wrongUsage(`--pause "${text}" is no number of seconds`)
  return Number(text) * 1000
}
