/** `claimtrail export [SLUG]`: writes the whole archive, or the versions of one article, to a file or to stdout. */
import type { Client } from '../../../client.ts'
import { askText } from '../../archive/api.ts'
import { articleArg, slugFrom } from '../../archive/article.ts'
import { targetArgs } from '../../archive/target.ts'
import { withArchive } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT, wrongUsage } from '../../exit.ts'
import { keptOf, wholeText, writeWhole } from '../../transfer/received-export.ts'

const { url, token, archive } = targetArgs

async function exported(client: Client, query: Parameters<Client['v1']['export']['$get']>[0]['query']) {
  const response = await client.v1.export.$get({ query })
  if (!response.ok) await askText(Promise.resolve(response))
  return wholeText(response.body)
}

export const exportCommand = command({
  name: 'export',
  description: 'Write the whole archive, or the versions of one article, as NDJSON',
  notes: [
    'Withheld texts are in an archive. Tokens, webhooks and subscriptions to hubs are in it with --secrets only.',
    'An article has its versions alone, without reviews; it is refused where one is withheld.',
    'An export that was cut leaves FILE.part, and --resume goes on behind its lines, unless the archive was written to meanwhile.',
  ],
  args: {
    slug: { ...articleArg, optional: true, description: `${articleArg.description} (default: the whole archive)` },
    output: { type: 'string', valueHint: 'file', description: 'The file to write (default: standard output)' },
    resume: { type: 'boolean', description: 'Go on with an export to that file that was cut' },
    secrets: { type: 'boolean', description: 'Tokens, as hashes, and webhooks and hubs with their secrets too' },
    ...{ url, token, archive },
  },
  examples: [
    'export --output archive.ndjson',
    'export ferry-fares > ferry-fares.ndjson',
    'export --output archive.ndjson --resume',
    'export --url https://archive.example --token "$TOKEN" | gzip > archive.ndjson.gz',
  ],
  async run({ slug, output, resume, secrets, ...target }, session) {
    if (resume && output === undefined) throw wrongUsage('--resume goes with --output: it goes on with a file')
    await withArchive(target, session, { writes: false }, async (client) => {
      const article = await slugFrom(client, slug)
      const kept = resume && output !== undefined ? await keptOf(output) : null
      const text = await exported(client, {
        ...(article !== undefined && { article }),
        ...(secrets && { secrets: 'true' }),
        ...(kept && { after: `${kept.lines}:${kept.sha256}` }),
      })
      if (output !== undefined) await writeWhole(output, text, kept)
      else for await (const piece of text) session.out.write(piece)
    })
    return EXIT.good
  },
})
