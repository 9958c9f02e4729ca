/** `claimtrail stats`: the number of changes in each interval. */
import { INTERVALS } from '../../core/intervals.ts'
import { DIMENSIONS } from '../../store/read/statistics.ts'
import { ask } from '../archive/api.ts'
import { slugFrom } from '../archive/article.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { defined } from '../input/defined.ts'
import { kindsIn } from '../input/kinds.ts'
import { writeAnswer } from '../output/output.ts'
import { columns, printable } from '../output/style.ts'

export const stats = command({
  name: 'stats',
  description: 'Count changes by time: by kind, disclosure, publication, source or article',
  args: {
    by: { type: 'enum', options: [...DIMENSIONS], description: 'One series for each of these (default: kind)' },
    interval: { type: 'enum', options: [...INTERVALS], description: 'In UTC; weeks begin on Monday (default: day)' },
    from: { type: 'string', valueHint: 'time', description: 'The first interval contains it' },
    to: { type: 'string', valueHint: 'time', description: 'The last interval contains it' },
    kind: { type: 'string', valueHint: 'kinds', description: 'Only changes of these kinds, separated by commas' },
    acknowledged: {
      type: 'enum',
      options: ['true', 'false'],
      description: 'Only changes that the new version acknowledges, or does not',
    },
    zone: { type: 'enum', options: ['headline', 'lead', 'body'], description: 'Only changes in this part of the text' },
    article: { type: 'string', valueHint: 'slug', description: 'Only in this article' },
    publication: { type: 'string', valueHint: 'name', description: 'Only in articles of this publication' },
    source: { type: 'string', valueHint: 'name', description: 'Only changes of what this source is reported to say' },
    ...targetArgs,
  },
  examples: ['stats --by publication --interval week', 'stats --kind softened,negated --article kremlin-cease-fire'],
  async run(args, session) {
    const { by, interval, from, to, acknowledged, zone, publication, source } = args
    const kind = kindsIn(args.kind)
    const answer = await withArchive(args, session, { writes: false }, async (client) => {
      const article = await slugFrom(client, args.article)
      const query = defined({ by, interval, from, to, kind, acknowledged, zone, article, publication, source })
      return ask(client.v1.stats.changes.$get({ query }))
    })
    writeAnswer(session, args, answer, () => {
      const counted = answer.data.filter(({ count }) => count > 0)
      const length = interval === 'hour' ? 13 : 10
      const rows = counted.map((point) => [
        point.time.slice(0, length),
        String(point.count).padStart(5),
        printable(String(point[by ?? 'kind'] ?? '(none)')),
      ])
      return rows.length === 0 ? ['no changes'] : columns(rows)
    })
    return EXIT.good
  },
})
