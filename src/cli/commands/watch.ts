/** `claimtrail watch ADDRESS` and `claimtrail watches list|check|pause|resume|remove`: pages and feeds that the archive reads itself. */
import type { Client } from '../../client.ts'
import type { Capture, Watch } from '../answers.ts'
import { ask, askList } from '../archive/api.ts'
import { slugFrom } from '../archive/article.ts'
import { type TargetFlags, targetArgs } from '../archive/target.ts'
import { withArchive, withId } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT, wrongUsage } from '../exit.ts'
import { listIn } from '../input/list.ts'
import { writeAnswer } from '../output/output.ts'
import { columns, printable } from '../output/style.ts'
import type { Session } from '../session.ts'

const idArgs = {
  id: { type: 'positional', description: 'The id that `watches list` shows' },
  ...targetArgs,
} as const

const SERVED = 'Later checks are made by the server that serves the archive (claimtrail serve for a file).'

export const watch = command({
  name: 'watch',
  description: 'Watch a page or a feed: read it now, and again as long as it may change',
  args: {
    address: {
      type: 'positional',
      description: 'The address of an article, or of a feed (RSS, Atom, JSON Feed, news sitemap)',
    },
    article: {
      type: 'string',
      valueHint: 'slug',
      description: 'The article whose versions the page has (default: found or made)',
    },
    publication: { type: 'string', valueHint: 'name', description: 'Who publishes it (default: what the page says)' },
    every: {
      type: 'string',
      valueHint: 'minutes',
      description: 'A fixed interval (default: by the time since the last change)',
    },
    keep: {
      type: 'string',
      valueHint: 'selectors',
      description: 'CSS selectors of the body, separated by commas, for a stubborn site',
    },
    drop: { type: 'string', valueHint: 'selectors', description: 'CSS selectors of what is no part of the body' },
    ...targetArgs,
  },
  notes: [SERVED, 'Exits with 1 if the page was not read as an article.'],
  examples: [
    'watch https://harbour-post.example/ferry-fares',
    'watch https://harbour-post.example/feed.xml --publication "Harbour Post"',
  ],
  async run(flags, session) {
    const { address: url, publication, keep, drop } = flags
    const json = { url, publication, every: secondsIn(flags.every), keep: listIn(keep), drop: listIn(drop) }
    const made = await withArchive(flags, session, { writes: true }, async (client) => {
      const article = await slugFrom(client, flags.article)
      const { id } = await ask(client.v1.watches.$post({ query: {}, json: { ...json, article } }))
      return firstRead(client, await checkRead(client, String(id)))
    })
    return report(made, flags, session)
  },
})

export const watchesList = command({
  name: 'watches list',
  description: 'List the watches, with their last and next checks',
  args: targetArgs,
  examples: ['watches list'],
  async run(flags, session) {
    const { data } = await withArchive(flags, session, { writes: false }, (client) =>
      askList(Number.POSITIVE_INFINITY, (query) => client.v1.watches.$get({ query })),
    )
    writeAnswer(session, flags, { data }, () => (data.length === 0 ? ['no watches'] : columns(data.map(watchRow))))
    return EXIT.good
  },
})

export const watchesCheck = command({
  name: 'watches check',
  description: 'Check a watch now',
  args: idArgs,
  notes: ['Exits with 1 if the page was not read.'],
  examples: ['watches check 3'],
  async run(flags, session) {
    const made = await withId(flags, session, 'watch', (client, { id }) => checkRead(client, id))
    return report(made, flags, session)
  },
})

export const watchesPause = change(
  'watches pause',
  'Stop the checks of a watch until it is resumed',
  { paused: true },
  'paused',
)

export const watchesResume = change('watches resume', 'Check a paused or stopped watch again', { paused: false }, 'resumed')

export const watchesRemove = command({
  name: 'watches remove',
  description: 'Remove a watch; what it captured stays',
  args: idArgs,
  examples: ['watches remove 3'],
  async run(flags, session) {
    const answer = await withId(flags, session, 'watch', (client, param) =>
      ask(client.v1.watches[':id'].$delete({ param, query: {} })),
    )
    writeAnswer(session, flags, answer, () => [`removed ${flags.id}`])
    return EXIT.good
  },
})

function change(name: string, description: string, json: { paused: boolean }, done: string) {
  return command({
    name,
    description,
    args: idArgs,
    examples: [`${name} 3`],
    async run(flags, session) {
      const answer = await withId(flags, session, 'watch', (client, param) =>
        ask(client.v1.watches[':id'].$patch({ param, query: {}, json })),
      )
      writeAnswer(session, flags, answer, () => [`${done} ${flags.id}`])
      return EXIT.good
    },
  })
}

interface Checked {
  readonly watch: Watch
  readonly capture: Capture | null
}

/** Checks a watch; a page that turns out to be a feed is read as one. */
async function checkRead(client: Client, id: string): Promise<Checked> {
  const check = () => ask(client.v1.watches[':id'].check.$post({ param: { id }, query: {} }))
  const first = await check()
  return first.capture === null && first.watch.kind === 'feed' && first.watch.last_check === null ? check() : first
}

/** A new watch may have been checked by the server before this command asked for it: then the capture that it made is the answer. */
async function firstRead({ v1 }: Client, checked: Checked): Promise<Checked> {
  const { watch, capture } = checked
  if (capture?.outcome !== 'unchanged' && capture?.outcome !== 'not_modified') return checked
  const { data } = await ask(v1.captures.$get({ query: { watch: String(watch.id), outcome: 'created' } }))
  return { watch, capture: data[0] ?? capture }
}

function report({ watch, capture }: Checked, flags: TargetFlags, session: Session) {
  writeAnswer(session, flags, { watch, capture }, () => [
    ...columns([watchRow(watch)]),
    ...(capture ? captureLines(capture) : []),
  ])
  return capture && ['created', 'unchanged', 'not_modified', 'feed_read'].includes(capture.outcome) ? EXIT.good : EXIT.no
}

function captureLines({ outcome, article, version, evidence }: Capture): string[] {
  const because = evidence.map(({ rule, text }) => `  ${rule}${text === null ? '' : `: ${printable(text)}`}`)
  return version === null ? [outcome, ...because] : [`${outcome}: version ${version} of ${article}; claimtrail show ${article}`]
}

function watchRow({ id, kind, state, address, article, hub, last_outcome, next_check, stopped_reason }: Watch): string[] {
  const times = next_check === null ? (stopped_reason ?? '') : `next check ${next_check}`
  const next = hub === null ? times : `${times}; hub ${hub.state}`
  return [String(id), kind, state, last_outcome ?? 'not checked', article ?? '-', printable(address), printable(next)]
}

function secondsIn(minutes: string | undefined): number | undefined {
  if (minutes === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/.test(minutes)) throw wrongUsage(`--every: "${minutes}" is no number of minutes`)
  return Number(minutes) * 60
}
