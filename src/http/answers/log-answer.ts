/** The log of the archive as it is now: its size, its root, the checkpoint that its key signs, and the keys. */
import type { Context } from 'hono'
import { z } from 'zod'
import { signedCheckpoint } from '../../log/checkpoint.ts'
import { base64Of } from '../../log/note.ts'
import { isLogWhole } from '../../store/log/is-log-whole.ts'
import { logKeys, recordKey } from '../../store/log/keys.ts'
import { logSize, rootAt } from '../../store/log/tree.ts'
import type { Store } from '../../store/store.ts'
import type { App } from '../context.ts'

export interface PresentLog {
  readonly size: number
  /** Base64, as in a checkpoint. */
  readonly root: string
  /** The signed checkpoint; null: there is no key, or rows from before the log have no entries yet. */
  readonly note: string | null
  readonly hasKey: boolean
}

/** Reads it. The first checkpoint that a key signs records the key. Throws RangeError where the log has gaps. */
export async function presentLog(c: Context<App>): Promise<PresentLog> {
  const { store, clock } = c.var
  const found = await c.var.signer()
  const signer = found && (await isLogWhole(store)) ? found : null
  if (signer) await recordKey(store, signer.verifier, new Date(clock()).toISOString())
  const size = await logSize(store)
  const root = await rootAt(store, size)
  const note = signer ? await signedCheckpoint({ size, root }, signer) : null
  return { size, root: base64Of(root), note, hasKey: found !== null }
}

export const logKeysSchema = z
  .object({
    keys: z
      .array(
        z.object({
          key: z.string().describe('The public key, as C2SP signed-note writes it: NAME+HASH+BASE64'),
          since: z.string(),
          position: z.int().nullable().describe('The entry of the log that tells of it'),
        }),
      )
      .describe('In the order in which they signed: the last one signs'),
  })
  .meta({ id: 'LogKeys' })

export type LogKeysJson = z.infer<typeof logKeysSchema>

export const logKeysJson = async (store: Store): Promise<LogKeysJson> => ({
  keys: (await logKeys(store)).map(({ key, since, position }) => ({ key, since, position })),
})
