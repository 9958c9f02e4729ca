/** `claimtrail checkpoint`: writes the present checkpoint of the log, to be kept elsewhere. */
import { askText } from '../../archive/api.ts'
import { targetArgs } from '../../archive/target.ts'
import { withArchive } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT } from '../../exit.ts'

const { url, token, archive } = targetArgs

export const checkpoint = command({
  name: 'checkpoint',
  description: 'Write a signed checkpoint of the log, to be kept elsewhere: `verify --checkpoint` compares with it later',
  args: { url, token, archive },
  examples: ['checkpoint > 2026-03.checkpoint', 'checkpoint --url https://archive.example > kept.checkpoint'],
  async run(target, session) {
    const note = await withArchive(target, session, { writes: true }, (client) =>
      askText(client.v1.log.checkpoint.$get({ query: {} })),
    )
    session.out.write(note)
    return EXIT.good
  },
})
