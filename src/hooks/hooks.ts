/** Hooks: their addresses, secrets and filters. */
import { Failure, invalid } from '../failure.ts'
import {
  deleteHook,
  type HookPatch,
  type HookRow,
  hookRows,
  insertHook,
  type NewHook,
  replaceSecret,
  updateHook,
} from '../store/hooks/hooks.ts'
import type { KeptAnswer } from '../store/idempotency.ts'
import type { Store } from '../store/store.ts'
import { addressFault } from './public-address.ts'

/** The most hooks that an archive has. */
export const MOST_HOOKS = 1000

/** How long a replaced secret still signs, in hours. */
export const OVERLAP_HOURS = 24

/** A secret of Standard Webhooks, of 256 bits. */
export const hookSecret = (bits: Uint8Array): string => `whsec_${btoa(String.fromCharCode(...bits))}`

/** `anywhere` allows private addresses. Throws Failure invalid. */
function checkAddress(url: string, anywhere: boolean): void {
  const fault = addressFault(url, anywhere)
  if (fault !== null) throw invalid('url', fault)
}

/** Creates a hook and returns it with its secret, which is shown only then. Throws Failure: invalid, conflict. */
export async function createHook(
  store: Store,
  { bits, kept, ...hook }: Omit<NewHook, 'secret'> & { readonly bits: Uint8Array; readonly kept: KeptAnswer | null },
  anywhere: boolean,
): Promise<{ secret: string; hook: HookRow }> {
  checkAddress(hook.url, anywhere)
  const secret = hookSecret(bits)
  const row = await insertHook(store, { ...hook, secret }, MOST_HOOKS, kept)
  if (!row) throw new Failure('conflict', `The archive has ${MOST_HOOKS} hooks, which is the most. Remove one first.`)
  return { secret, hook: row }
}

/** Throws Failure not_found. */
export async function hookOf(store: Store, id: number): Promise<HookRow> {
  const [row] = await hookRows(store, { id, limit: 1 })
  if (!row) throw new Failure('not_found', `There is no hook ${id}.`)
  return row
}

/** Changes a hook and returns it. Throws Failure: not_found, invalid. */
export async function changeHook(
  store: Store,
  id: number,
  {
    now,
    anywhere,
    kept,
    ...patch
  }: HookPatch & {
    readonly now: string
    readonly anywhere: boolean
    readonly kept: KeptAnswer | null
  },
): Promise<HookRow> {
  if (patch.url !== undefined) checkAddress(patch.url, anywhere)
  const hook = await hookOf(store, id)
  if (Object.values(patch).every((value) => value === undefined)) return hook
  await updateHook(store, id, patch, now, kept)
  return hookOf(store, id)
}

/** Replaces the secret of a hook; both sign until `until`. Throws Failure: not_found, and conflict while two sign already. */
export async function rotateSecret(store: Store, id: number, clock: number): Promise<{ secret: string; until: string }> {
  await hookOf(store, id)
  const secret = hookSecret(crypto.getRandomValues(new Uint8Array(32)))
  const until = new Date(clock + OVERLAP_HOURS * 3_600_000).toISOString()
  if (!(await replaceSecret(store, id, secret, until, new Date(clock).toISOString()))) {
    const { previousUntil } = await hookOf(store, id)
    throw new Failure('conflict', `The secret before this one signs until ${previousUntil}; give it another one then.`)
  }
  return { secret, until }
}

/** Removes a hook and its log. Throws Failure not_found. */
export async function removeHook(store: Store, id: number, now: string, kept: KeptAnswer | null): Promise<void> {
  await hookOf(store, id)
  await deleteHook(store, id, now, kept)
}
