/** `claimtrail reanalyze SLUG|--all`: analyzes versions again with the present engine, and lists the differences. */
import type { Client } from '../../client.ts'
import type { Reanalysis, ReanalyzedSentence } from '../answers.ts'
import { ask, askList } from '../archive/api.ts'
import { articleArg, slugFrom, slugParam } from '../archive/article.ts'
import { targetArgs } from '../archive/target.ts'
import { withArchive } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, wrongUsage } from '../exit.ts'
import { writeJson, writeLines } from '../output/output.ts'
import { count, type Paint, paintFor, printable } from '../output/style.ts'

export const reanalyze = command({
  name: 'reanalyze',
  description: "Analyze an article's versions again with the present engine, and list the differences",
  args: {
    slug: { ...articleArg, optional: true },
    all: { type: 'boolean', description: 'Every article of the archive' },
    ...targetArgs,
  },
  notes: ['Claims, changes and versions stay as they are. Sentences that this engine has analyzed are skipped.'],
  examples: ['reanalyze kremlin-cease-fire', 'reanalyze --all', 'reanalyze kremlin-cease-fire --json'],
  async run(args, session) {
    if ((args.slug === undefined) === (args.all !== true)) throw wrongUsage('give the slug of an article, or --all')
    const paint = paintFor(session.out, session.env)
    const done: (Reanalysis & { readonly differences: readonly ReanalyzedSentence[] })[] = []
    await withArchive(args, session, { writes: false }, async (client) => {
      const slugs = args.slug === undefined ? await slugsOf(client) : [await slugFrom(client, args.slug)]
      for (const slug of slugs) {
        const param = slugParam(slug)
        const { reanalysis } = client.v1.articles[':slug']
        const outcome = await ask(reanalysis.$post({ param, query: {} }))
        const { data } = await askList(Number.POSITIVE_INFINITY, (query) => reanalysis.$get({ param, query }))
        if (args.json) done.push({ ...outcome, differences: data })
        else writeLines(session, [heading(outcome, data), ...data.flatMap((one) => differenceLines(one, paint))])
      }
    })
    if (args.json) writeJson(session, { data: done })
    return EXIT.good
  },
})

/** The slugs of all articles, the oldest first. */
async function slugsOf({ v1 }: Client): Promise<string[]> {
  const articles = await askList(Number.POSITIVE_INFINITY, (query) => v1.articles.$get({ query }))
  return articles.data.map(({ slug }) => slug).reverse()
}

function heading({ article, engine, sentences, cut_otherwise: cut }: Reanalysis, data: readonly ReanalyzedSentence[]): string {
  const read = sentences > 0 ? `${count(sentences, 'sentence')} analyzed again` : 'nothing to analyze again'
  const versions = `version${cut.length === 1 ? '' : 's'} ${cut.join(', ')}`
  return [
    `${printable(article)}  engine ${printable(engine)}: ${read}`,
    `${count(data.length, 'sentence')} with differences`,
    ...(cut.length > 0 ? [`it would split ${versions} into other sentences`] : []),
  ].join('; ')
}

function differenceLines({ text, versions, found, lost, differing }: ReanalyzedSentence, paint: Paint): string[] {
  return [
    `  ${printable(text)}${paint('dim', `  (in ${versions.join(', ')})`)}`,
    ...found.map(({ label }) => `    ${paint('green', `+ ${printable(label)}`)}`),
    ...lost.map(({ label }) => `    ${paint('red', `- ${printable(label)}`)}`),
    ...differing.flatMap(({ stored, now, fields }) => [
      `    ${printable(now.label)}`,
      ...fields.map((field) => `      ${field}: ${inWords(stored[field])} → ${inWords(now[field])}`),
    ]),
  ]
}

const inWords = (value: unknown): string => printable(typeof value === 'string' ? value : JSON.stringify(value))
