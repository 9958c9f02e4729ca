/** The command line as a whole: it finds the command, runs it or prints its help, and reports errors. */

import type { Command } from './command.ts'
import { audit } from './commands/access/audit.ts'
import { tokenCreate, tokenList, tokenRevoke } from './commands/access/token.ts'
import { list } from './commands/articles.ts'
import { captures } from './commands/captures.ts'
import { changes } from './commands/changes.ts'
import { claims } from './commands/claims.ts'
import { compare } from './commands/compare.ts'
import { hooksAdd, hooksDeliveries, hooksEnable, hooksList, hooksRemove, hooksTest } from './commands/hooks.ts'
import { importCommand } from './commands/import.ts'
import { ingest } from './commands/ingest.ts'
import { publications } from './commands/publications.ts'
import { reanalyze } from './commands/reanalyze.ts'
import { reviewConfirm, reviewReject, reviewRelabel, reviewWithdraw } from './commands/reviews/review.ts'
import { reviewAdd, reviewMerge, reviewSplit, reviewSupersede } from './commands/reviews/review-binding.ts'
import { reviews } from './commands/reviews/reviews.ts'
import { search } from './commands/search.ts'
import { seed } from './commands/seed.ts'
import { serve } from './commands/serve.ts'
import { show } from './commands/show.ts'
import { sources } from './commands/sources.ts'
import { stats } from './commands/stats.ts'
import { backup } from './commands/transfer/backup.ts'
import { exportCommand } from './commands/transfer/export.ts'
import { restore } from './commands/transfer/restore.ts'
import { checkpoint } from './commands/verify/checkpoint.ts'
import { keyCreate } from './commands/verify/key-create.ts'
import { verify } from './commands/verify/verify.ts'
import { watch, watchesCheck, watchesList, watchesPause, watchesRemove, watchesResume } from './commands/watch.ts'
import { erase, release, withhold } from './commands/withhold.ts'
import { completionOf } from './completion.ts'
import { EXIT, type ExitCode, Stop, wrongUsage } from './exit.ts'
import { overview } from './help.ts'
import { writeLines } from './output/output.ts'
import { printable } from './output/style.ts'
import type { Session } from './session.ts'

const COMMANDS: readonly Command[] = [
  watch,
  ingest,
  importCommand,
  seed,
  serve,
  list,
  show,
  compare,
  changes,
  claims,
  sources,
  search,
  stats,
  reviews,
  reviewConfirm,
  reviewReject,
  reviewRelabel,
  reviewMerge,
  reviewSplit,
  reviewSupersede,
  reviewAdd,
  reviewWithdraw,
  verify,
  checkpoint,
  withhold,
  release,
  erase,
  reanalyze,
  backup,
  exportCommand,
  restore,
  watchesList,
  watchesCheck,
  watchesPause,
  watchesResume,
  watchesRemove,
  captures,
  publications,
  hooksAdd,
  hooksList,
  hooksEnable,
  hooksRemove,
  hooksTest,
  hooksDeliveries,
  tokenCreate,
  tokenList,
  tokenRevoke,
  keyCreate,
  audit,
  completionOf(() => COMMANDS),
]

/** Runs the command that the arguments name, and returns the exit code. */
export async function run(argv: readonly string[], session: Session): Promise<ExitCode> {
  try {
    return await dispatch(argv, session)
  } catch (error) {
    const stop = error instanceof Stop ? error : null
    const message = stop?.message ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
    session.err.write(`claimtrail: ${printable(stop ? message.replaceAll(/\s+/g, ' ') : message)}\n`)
    return stop?.code ?? EXIT.archive
  }
}

async function dispatch(argv: readonly string[], session: Session): Promise<ExitCode> {
  const [first, ...rest] = argv
  if (first === '--version') {
    writeLines(session, [session.version])
    return EXIT.good
  }
  if (first === 'help' && rest.length > 0) return dispatch([...rest, '--help'], session)
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    writeLines(session, [overview(COMMANDS)])
    return first === undefined ? EXIT.usage : EXIT.good
  }
  const found = COMMANDS.find(({ name }) => name.split(' ').every((word, i) => word === argv[i]))
  const wantsHelp = wordsBeforeDashes(argv).some((word) => word === '--help' || word === '-h')
  if (found === undefined) {
    const family = COMMANDS.filter(({ name }) => name.startsWith(`${first} `))
    if (family.length === 0) throw wrongUsage(`there is no command "${first}"; claimtrail --help lists them`)
    if (!wantsHelp) throw wrongUsage(`say which: ${family.map(({ name }) => name).join(', ')}`)
    writeLines(session, [overview(family)])
    return EXIT.good
  }
  if (wantsHelp) {
    writeLines(session, [found.help()])
    return EXIT.good
  }
  return found.execute(argv.slice(found.name.split(' ').length), session)
}

function wordsBeforeDashes(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end === -1 ? argv : argv.slice(0, end)
}
