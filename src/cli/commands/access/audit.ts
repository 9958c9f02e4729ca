/** `claimtrail audit`: who wrote what in an archive. On a server it needs the scope archive:admin. */
import { isoTime } from '../../../core/iso-time.ts'
import type { AuditEntry } from '../../answers.ts'
import { askList } from '../../archive/api.ts'
import { slugFrom } from '../../archive/article.ts'
import { limitArg, limitIn } from '../../archive/limit.ts'
import { targetArgs } from '../../archive/target.ts'
import { withArchive } from '../../archive/with-archive.ts'
import { command } from '../../command.ts'
import { EXIT, wrongUsage } from '../../exit.ts'
import { defined } from '../../input/defined.ts'
import { writeList } from '../../output/output.ts'
import { columns, printable } from '../../output/style.ts'

const DEFAULT_LIMIT = 50

export const audit = command({
  name: 'audit',
  description: 'List who wrote what, when and from where, the last first',
  args: {
    by: { type: 'string', valueHint: 'id', description: 'Only what was written with the token of this id' },
    article: { type: 'string', valueHint: 'slug', description: 'Only what was written about this article' },
    since: { type: 'string', valueHint: 'time', description: 'Only from that time or day on, such as 2027-03-31' },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: ['audit', 'audit --article ferry-fares --since 2027-03-01'],
  async run({ by, article: given, since, ...flags }, session) {
    const limit = limitIn(flags.limit, DEFAULT_LIMIT)
    if (since !== undefined && isoTime(since) === null) throw wrongUsage(`--since: "${since}" is no time such as 2027-03-31`)
    const list = await withArchive(flags, session, { writes: false }, async (client) => {
      const article = await slugFrom(client, given)
      return askList(limit, (page) => client.v1.audit.$get({ query: { ...defined({ token: by, article, since }), ...page } }))
    })
    writeList(session, flags, list, 'nothing was written', (data) => columns(data.map(auditRow)))
    return EXIT.good
  },
})

function auditRow({ id, at, token, method, path, address, status, location }: AuditEntry): string[] {
  const what = location === null ? path : `${path} (${location})`
  const by = `${printable(token.name)}${token.signed_in ? ' (signed in)' : ''}`
  return [String(id), at, by, address ?? '-', String(status ?? '?'), method, printable(what)]
}
