/** `claimtrail hooks add|list|enable|remove|test|deliveries`: the addresses to which recorded changes are sent. */
import type { Client } from '../../client.ts'
import { HOOK_FORMATS, HOOK_RHYTHMS } from '../../store/hook-schema.ts'
import { ZONES } from '../../store/sql/packing.ts'
import type { Delivery, Hook } from '../answers.ts'
import { ask, askList } from '../archive/api.ts'
import { slugFrom } from '../archive/article.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { type TargetFlags, targetArgs, targetOf } from '../archive/target.ts'
import { withArchive, withId } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { kindsIn } from '../input/kinds.ts'
import { writeAnswer, writeList, writeSecret } from '../output/output.ts'
import { columns, printable } from '../output/style.ts'
import type { Session } from '../session.ts'

const DEFAULT_LIMIT = 50

const SERVED = 'Changes are sent by the server that serves the archive (claimtrail serve for a file).'

const idArgs = {
  id: { type: 'positional', description: 'The id that `hooks list` shows' },
  ...targetArgs,
} as const

export const hooksAdd = command({
  name: 'hooks add',
  description: 'Send changes to an address as they are recorded; the secret is shown once',
  args: {
    address: { type: 'positional', description: 'An https address' },
    description: { type: 'string', valueHint: 'text', description: 'The purpose of the hook' },
    format: {
      type: 'enum',
      options: [...HOOK_FORMATS],
      description:
        'standard: signed JSON (default); slack: also for Mattermost, and for Discord’s address that ends in /slack; teams',
    },
    every: {
      type: 'enum',
      options: [...HOOK_RHYTHMS],
      description: 'A message for each write (default), or a digest every day or every Monday',
    },
    at: { type: 'string', valueHint: 'time', description: 'The time of day of digests, UTC (default: 08:00)' },
    kind: { type: 'string', valueHint: 'kinds', description: 'Only changes of these kinds, separated by commas' },
    zone: {
      type: 'enum',
      options: [...ZONES, 'all'],
      description: 'Only changes of sentences in that part of the text (default: all but furniture)',
    },
    source: { type: 'string', valueHint: 'name', description: 'Only changes of this source, by name or id' },
    acknowledged: {
      type: 'enum',
      options: ['true', 'false'],
      description: 'Only changes that the new version mentions in a note, or only the others',
    },
    article: { type: 'string', valueHint: 'slug', description: 'Only changes of this article' },
    publication: { type: 'string', valueHint: 'name', description: 'Only changes of this publication' },
    ...targetArgs,
  },
  notes: [SERVED],
  examples: [
    'hooks add https://desk.example/claimtrail --kind softened,number_changed',
    'hooks add https://chat.example/services/T1 --format slack --every day --at 17:30',
  ],
  async run(flags, session) {
    const { address: url, description, format, every, at, zone, source, acknowledged, publication } = flags
    const kind = kindsIn(flags.kind)
    const made = await withArchive(flags, session, { writes: false }, async (client) => {
      const article = await slugFrom(client, flags.article)
      const filters = { kind, zone, source, acknowledged, article, publication }
      return ask(client.v1.hooks.$post({ query: {}, json: { url, format, every, at, description, filters } }))
    })
    if (targetOf(flags, session.env, false).kind === 'file') session.err.write(`claimtrail: ${SERVED}\n`)
    writeSecret(session, flags, made, made.secret, `hook ${made.id}; keep its secret, it is not shown again`)
    return EXIT.good
  },
})

export const hooksList = command({
  name: 'hooks list',
  description: 'List the hooks (never their secrets)',
  args: targetArgs,
  examples: ['hooks list'],
  async run(flags, session) {
    const { data } = await withArchive(flags, session, { writes: false }, (client) =>
      askList(Number.POSITIVE_INFINITY, (query) => client.v1.hooks.$get({ query })),
    )
    writeAnswer(session, flags, { data }, () => (data.length === 0 ? ['no hooks'] : columns(data.map(hookRow))))
    return EXIT.good
  },
})

export const hooksEnable = command({
  name: 'hooks enable',
  description: 'Enable a hook again; it continues where it stopped',
  args: idArgs,
  examples: ['hooks enable 2'],
  async run(flags, session) {
    const enable: HookRequest<Hook> = (client, param) =>
      ask(client.v1.hooks[':id'].$patch({ param, query: {}, json: { enabled: true } }))
    await onHook(flags, session, enable, (hook) => [`enabled ${hook.id}`])
    return EXIT.good
  },
})

export const hooksRemove = command({
  name: 'hooks remove',
  description: 'Remove a hook and its log',
  args: idArgs,
  examples: ['hooks remove 2'],
  async run(flags, session) {
    const remove: HookRequest<object> = (client, param) => ask(client.v1.hooks[':id'].$delete({ param, query: {} }))
    await onHook(flags, session, remove, () => [`removed ${flags.id}`])
    return EXIT.good
  },
})

export const hooksTest = command({
  name: 'hooks test',
  description: 'Send a ping to a hook and show the outcome',
  args: idArgs,
  notes: ['Exits with 1 if the ping was not delivered.'],
  examples: ['hooks test 2'],
  async run(flags, session) {
    const ping: HookRequest<Delivery> = (client, param) => ask(client.v1.hooks[':id'].test.$post({ param, query: {} }))
    const { status } = await onHook(flags, session, ping, (delivery) => columns([deliveryRow(delivery)]))
    return status === 'delivered' ? EXIT.good : EXIT.no
  },
})

export const hooksDeliveries = command({
  name: 'hooks deliveries',
  description: 'List the deliveries to a hook, the last first',
  args: { ...idArgs, ...limitArg(DEFAULT_LIMIT) },
  examples: ['hooks deliveries 2 --limit 10'],
  async run(flags, session) {
    const limit = limitIn(flags.limit, DEFAULT_LIMIT)
    const sent = await withId(flags, session, 'hook', (client, param) =>
      askList(limit, (query) => client.v1.hooks[':id'].deliveries.$get({ param, query })),
    )
    writeList(session, flags, sent, 'nothing was sent', (data) => columns(data.map(deliveryRow)))
    return EXIT.good
  },
})

type HookRequest<Answer> = (client: Client, param: { readonly id: string }) => Promise<Answer>

/** Sends one request about a hook, and writes its answer. */
async function onHook<Answer>(
  flags: TargetFlags & { readonly id: string },
  session: Session,
  request: HookRequest<Answer>,
  lines: (answer: Answer) => string[],
): Promise<Answer> {
  const answer = await withId(flags, session, 'hook', request)
  writeAnswer(session, flags, answer, () => lines(answer))
  return answer
}

function hookRow({ id, url, format, every, at, description, filters, enabled, disabled_reason, failures }: Hook): string[] {
  const state = enabled ? (failures > 0 ? `failing (${failures})` : 'enabled') : 'disabled'
  const conditions = Object.entries(filters).map(([name, value]) => `${name}=${value}`)
  const delivered = [...(format === 'standard' ? [] : [format]), ...(every === 'write' ? [] : [`every ${every} at ${at} UTC`])]
  const notes = [description, ...delivered, ...conditions, disabled_reason].flatMap((note) =>
    note === null ? [] : [printable(note)],
  )
  return [String(id), state, printable(url), notes.join(' · ')]
}

function deliveryRow({ id, type, status, article, attempts, error, created_at, next_attempt_at }: Delivery): string[] {
  const tried = attempts === 1 ? 'once' : `${attempts} times`
  const next = next_attempt_at === null ? [] : [`again at ${next_attempt_at}`]
  const notes = [...(error === null ? [] : [printable(error)]), ...next]
  return [id, created_at, type, article ?? '-', status, tried, notes.join(' ')]
}
