/** The demo archive in memory, as `claimtrail seed` records it. */
import { planIngest } from '../../src/cli/input/ingest-plan.ts'
import { openSqlite, sqliteStore } from '../../src/store/sqlite.ts'
import { NOW, type Stage, stageOver, well } from '../http/stage.ts'

export async function demoStage(): Promise<Stage> {
  const stage = stageOver(sqliteStore(openSqlite(':memory:', 'migrations')))
  const [story] = await planIngest(
    ['seed/kremlin-cease-fire'],
    { title: null, slug: null, publication: null },
    {
      now: () => new Date(NOW),
      input: async () => new Uint8Array(),
    },
  )
  if (!story) throw new Error('there is no demo story')
  const { slug, title, publication, versions } = story
  await well(stage.send('POST', '/v1/articles', { slug, title, publication }))
  for (const { version } of versions) await well(stage.send('POST', `/v1/articles/${slug}/versions`, version))
  return stage
}
