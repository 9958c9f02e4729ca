/** `claimtrail search WORDS`: sentences or claims of all versions with these words, and the versions that had them. */
import type { Hit } from '../answers.ts'
import { askList } from '../archive/api.ts'
import { slugFrom } from '../archive/article.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { writeList } from '../output/output.ts'
import { type Paint, paintFor, printable } from '../output/style.ts'

const DEFAULT_LIMIT = 20

export const search = command({
  name: 'search',
  description: 'Find words in all versions, with the versions that introduced and removed them',
  args: {
    words: {
      type: 'positional',
      description: 'Words, "a phrase", begin*, -without, label:, content:, source: (after -- if they begin with a hyphen)',
    },
    in: { type: 'enum', options: ['sentences', 'claims'], description: 'Where to search (default: chosen by the words)' },
    article: { type: 'string', valueHint: 'slug', description: 'Only in this article' },
    publication: { type: 'string', valueHint: 'name', description: 'Only in articles of this publication' },
    source: { type: 'string', valueHint: 'name', description: 'Only what this source is reported to say' },
    at: { type: 'string', valueHint: 'time', description: 'Only text of the versions at this time' },
    ...limitArg(DEFAULT_LIMIT),
    ...targetArgs,
  },
  examples: [`search '"cease-fire" propos*'`, 'search "source:peskov proposal" --article kremlin-cease-fire'],
  async run(args, session) {
    const { words: q, in: where, publication, source, at } = args
    const limit = limitIn(args.limit, DEFAULT_LIMIT)
    const found = await withArchive(args, session, { writes: false }, async (client) => {
      const article = await slugFrom(client, args.article)
      const query = { q, in: where, article, publication, source, at }
      return askList(limit, (page) => client.v1.search.$get({ query: { ...query, ...page } }))
    })
    const paint = paintFor(session.out, session.env)
    writeList(session, args, found, 'nothing found', (hits) => hits.flatMap((hit) => linesOf(hit, paint)))
    return EXIT.good
  },
})

function linesOf({ article, snippet, claims, presence }: Hit, paint: Paint): string[] {
  return [
    `${paint('dim', article)}  ${presence.map(stretch).join(', ')}`,
    `  ${marked(snippet, paint)}`,
    ...claims.map(({ number, label }) => paint('dim', `    ${number}  ${printable(label)}`)),
  ]
}

function stretch({ from, to }: Hit['presence'][number]): string {
  return to === null ? `since version ${from}` : `from version ${from}, gone in ${to}`
}

function marked({ text, marks }: Hit['snippet'], paint: Paint): string {
  let line = ''
  let end = 0
  for (const [from, to] of marks) {
    line += printable(text.slice(end, from)) + paint('bold', printable(text.slice(from, to)))
    end = to
  }
  return (line + printable(text.slice(end))).replaceAll('\n', ' ')
}
