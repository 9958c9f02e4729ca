/** `claimtrail backup FILE`: copies an archive file while it is served. */
import { existsSync } from 'node:fs'
import { targetArgs, targetOf } from '../../archive/target.ts'
import { command } from '../../command.ts'
import { EXIT, wrongUsage } from '../../exit.ts'
import { writeLines } from '../../output/output.ts'

export const backup = command({
  name: 'backup',
  description: 'Copy an archive file as it is at one moment, while it is served',
  notes: [
    'The copy has everything, tokens and secrets too. Copy the folder of raw bytes beside it as well, after the file.',
    'An archive on a server is backed up by claimtrail export --url.',
  ],
  args: { file: { type: 'positional', description: 'The file to write, which must not exist' }, archive: targetArgs.archive },
  examples: ['backup archive-2025-03-12.sqlite', 'backup /backup/archive.sqlite --archive desk.sqlite'],
  async run({ file, archive }, session) {
    const target = targetOf({ archive }, session.env, false)
    if (target.kind === 'server') throw wrongUsage('backup copies a file; export a server with claimtrail export --url')
    if (existsSync(file)) throw wrongUsage(`there is a file ${file}; name one that does not exist`)
    await session.copy(target.path, file)
    writeLines(session, [`${target.path} copied to ${file}`])
    return EXIT.good
  },
})
