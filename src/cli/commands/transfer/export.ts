/** `claimtrail export [SLUG]`: writes the whole archive, or the versions of one article, to a file or to stdout. */
import type { Client } from '../../../client.ts'
import { askText } from '../../archive/api.ts'
import { articleArg, slugFrom } from '../../archive/article.ts'
import { targetArgs } from '../../archive/target.ts'
import { withArchive } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT } from '../../exit.ts'
import { articleText } from '../../transfer/article-file.ts'
import { wholeText, writeWhole } from '../../transfer/received-export.ts'

const { url, token, archive } = targetArgs

async function archiveText(client: Client, secrets: boolean): Promise<AsyncGenerator<string>> {
  const response = await client.v1.export.$get({ query: secrets ? { secrets: 'true' } : {} })
  if (!response.ok) await askText(Promise.resolve(response))
  return wholeText(response.body)
}

export const exportCommand = command({
  name: 'export',
  description: 'Write the whole archive, or the versions of one article, as NDJSON',
  notes: [
    'Withheld texts are in an archive. Tokens, webhooks and subscriptions to hubs are in it with --secrets only.',
    'An article has its versions alone, without reviews; it is refused where one is withheld.',
  ],
  args: {
    slug: { ...articleArg, optional: true, description: `${articleArg.description} (default: the whole archive)` },
    output: { type: 'string', valueHint: 'file', description: 'The file to write (default: standard output)' },
    secrets: { type: 'boolean', description: 'Tokens, as hashes, and webhooks and hubs with their secrets too' },
    ...{ url, token, archive },
  },
  examples: [
    'export --output archive.ndjson',
    'export ferry-fares > ferry-fares.ndjson',
    'export --url https://archive.example --token "$TOKEN" | gzip > archive.ndjson.gz',
  ],
  async run({ slug, output, secrets, ...target }, session) {
    await withArchive(target, session, { writes: false }, async (client) => {
      const article = await slugFrom(client, slug)
      const text = article === undefined ? await archiveText(client, secrets) : articleText(client, article)
      if (output !== undefined) await writeWhole(output, text)
      else for await (const piece of text) session.out.write(piece)
    })
    return EXIT.good
  },
})
