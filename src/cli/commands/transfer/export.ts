/** `claimtrail export`: writes the whole archive to a file or to stdout. */
import { askText } from '../../archive/api.ts'
import { targetArgs } from '../../archive/target.ts'
import { withArchive } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT } from '../../exit.ts'
import { wholeText, writeWhole } from '../../transfer/received-export.ts'

const { url, token, archive } = targetArgs

export const exportCommand = command({
  name: 'export',
  description: 'Write the whole archive as NDJSON, for a backup or another server',
  notes: ['Withheld texts are in it. Tokens, webhooks and subscriptions to hubs are in it with --secrets only.'],
  args: {
    output: { type: 'string', valueHint: 'file', description: 'The file to write (default: standard output)' },
    secrets: { type: 'boolean', description: 'Tokens, as hashes, and webhooks and hubs with their secrets too' },
    ...{ url, token, archive },
  },
  examples: [
    'export --output archive.ndjson',
    'export --url https://archive.example --token "$TOKEN" | gzip > archive.ndjson.gz',
  ],
  async run({ output, secrets, ...target }, session) {
    await withArchive(target, session, { writes: false }, async (client) => {
      const response = await client.v1.export.$get({ query: secrets ? { secrets: 'true' } : {} })
      if (!response.ok) await askText(Promise.resolve(response))
      const text = wholeText(response.body)
      if (output !== undefined) await writeWhole(output, text)
      else for await (const piece of text) session.out.write(piece)
    })
    return EXIT.good
  },
})
