/** `claimtrail hooks add|list|enable|remove|test|deliveries`: who is told of changes as they are recorded. */
import { ZONES } from '../../store/sql/packing.ts'
import { ask, askList, post } from '../archive/api.ts'
import { limitArg, limitIn } from '../archive/limit.ts'
import { type TargetFlags, targetArgs } from '../archive/target.ts'
import { withArchive, withId } from '../archive/with-archive.ts'
import { command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { writeAnswer, writeList, writeSecret } from '../output/output.ts'
import { columns, printable } from '../output/style.ts'
import type { Session } from '../session.ts'

const DEFAULT_LIMIT = 50

/** A hook as the archive answers it. */
interface HookAnswer {
  readonly id: number
  readonly url: string
  readonly description: string | null
  readonly filters: Readonly<Record<string, unknown>>
  readonly enabled: boolean
  readonly disabled_reason: string | null
  readonly failures: number
}

interface DeliveryAnswer {
  readonly id: string
  readonly type: string
  readonly status: string
  readonly article: string | null
  readonly attempts: number
  readonly response_status: number | null
  readonly error: string | null
  readonly created_at: string
  readonly next_attempt_at: string | null
}

const FILTERS = ['kind', 'zone', 'source', 'acknowledged', 'article', 'publication'] as const
const idArgs = {
  id: { type: 'positional', description: 'The id that `hooks list` shows' },
  ...targetArgs,
} as const

export const hooksAdd = command({
  name: 'hooks add',
  description: 'Have an address told of changes as they are recorded; the secret is shown once',
  args: {
    address: { type: 'positional', description: 'An https address' },
    description: { type: 'string', valueHint: 'text', description: 'What it is for' },
    kind: { type: 'string', valueHint: 'kinds', description: 'Only changes of these kinds, by commas' },
    zone: { type: 'enum', options: [...ZONES], description: 'Only changes of sentences in that part of the text' },
    source: { type: 'string', valueHint: 'name', description: 'Only of this source, by name or id' },
    acknowledged: { type: 'enum', options: ['true', 'false'], description: 'Only those the newsroom told of, or did not' },
    article: { type: 'string', valueHint: 'slug', description: 'Only of this article' },
    publication: { type: 'string', valueHint: 'name', description: 'Only of this publication' },
    ...targetArgs,
  },
  notes: ['What is recorded is sent by the server that serves the archive (npm run start:node for a file).'],
  examples: ['hooks add https://desk.example/claimtrail --kind softened,number_changed'],
  async run({ address, description, ...flags }, session) {
    const filters = Object.fromEntries(FILTERS.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])))
    const made = await withArchive(flags, session, { writes: false }, (request) =>
      ask<HookAnswer & { secret: string }>(request, '/v1/hooks', post({ url: address, description, filters })),
    )
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
    const { data } = await withArchive(flags, session, { writes: false }, (request) =>
      askList<HookAnswer>(request, '/v1/hooks', new URLSearchParams(), 1000),
    )
    writeAnswer(session, flags, { data }, () => (data.length === 0 ? ['no hooks'] : columns(data.map(hookRow))))
    return EXIT.good
  },
})

export const hooksEnable = command({
  name: 'hooks enable',
  description: 'Enable a hook again; it goes on where it stopped',
  args: idArgs,
  examples: ['hooks enable 2'],
  async run(flags, session) {
    const init = { ...post({ enabled: true }), method: 'PATCH' }
    await ofHook<HookAnswer>(flags, session, init, '', (hook) => [`enabled ${hook.id}`])
    return EXIT.good
  },
})

export const hooksRemove = command({
  name: 'hooks remove',
  description: 'Remove a hook and its log',
  args: idArgs,
  examples: ['hooks remove 2'],
  async run(flags, session) {
    await ofHook(flags, session, { method: 'DELETE' }, '', () => [`removed ${flags.id}`])
    return EXIT.good
  },
})

export const hooksTest = command({
  name: 'hooks test',
  description: 'Send a hook a ping and tell what came of it',
  args: idArgs,
  notes: ['Exits with 1 where the ping was not taken.'],
  examples: ['hooks test 2'],
  async run(flags, session) {
    const { status } = await ofHook<DeliveryAnswer>(flags, session, { method: 'POST' }, '/test', (delivery) =>
      columns([deliveryRow(delivery)]),
    )
    return status === 'delivered' ? EXIT.good : EXIT.no
  },
})

export const hooksDeliveries = command({
  name: 'hooks deliveries',
  description: 'List what was sent to a hook, the last first',
  args: { ...idArgs, ...limitArg(DEFAULT_LIMIT) },
  examples: ['hooks deliveries 2 --limit 10'],
  async run(flags, session) {
    const limit = limitIn(flags.limit, DEFAULT_LIMIT)
    const sent = await withId(flags, session, 'hook', (request, path) =>
      askList<DeliveryAnswer>(request, `${path}/deliveries`, new URLSearchParams(), limit),
    )
    writeList(session, flags, sent, 'nothing was sent', (data) => columns(data.map(deliveryRow)))
    return EXIT.good
  },
})

/** Sends one request about a hook, and prints its answer. */
async function ofHook<Answer>(
  flags: TargetFlags & { readonly id: string },
  session: Session,
  init: RequestInit,
  path: string,
  lines: (answer: Answer) => string[],
): Promise<Answer> {
  const answer = await withId(flags, session, 'hook', (request, hook) => ask<Answer>(request, hook + path, init))
  writeAnswer(session, flags, answer, () => lines(answer))
  return answer
}

function hookRow({ id, url, description, filters, enabled, disabled_reason, failures }: HookAnswer): string[] {
  const state = enabled ? (failures > 0 ? `failing (${failures})` : 'enabled') : 'disabled'
  const asks = Object.entries(filters).map(([name, value]) => `${name}=${value}`)
  const notes = [description, ...asks, disabled_reason].flatMap((note) => (note === null ? [] : [printable(note)]))
  return [String(id), state, printable(url), notes.join(' · ')]
}

function deliveryRow({ id, type, status, article, attempts, error, created_at, next_attempt_at }: DeliveryAnswer): string[] {
  const tried = attempts === 1 ? 'once' : `${attempts} times`
  const next = next_attempt_at === null ? [] : [`again at ${next_attempt_at}`]
  return [
    id,
    created_at,
    type,
    article ?? '-',
    status,
    tried,
    [...(error === null ? [] : [printable(error)]), ...next].join(' '),
  ]
}
