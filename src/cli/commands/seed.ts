/** `claimtrail seed`: loads the demo archive that comes with the package, through the same path as `ingest`. */

import { targetArgs } from '../archive/target.ts'
import { command } from '../command.ts'
import { planIngest } from '../input/ingest-plan.ts'
import { foldersOf } from '../input/text-file.ts'
import { ingestArticles } from './ingest.ts'

export const seed = command({
  name: 'seed',
  description: 'Load the demo archive: one story in six versions. Loading it again changes nothing',
  args: targetArgs,
  examples: ['seed', 'seed --archive demo.sqlite', 'seed --url http://127.0.0.1:8787 --token "$TOKEN"'],
  async run(args, session) {
    const folders = await foldersOf(session.seedFolder)
    const articles = await planIngest(folders, { title: null, slug: null, publication: null }, session)
    return ingestArticles(articles, args, session)
  },
})
