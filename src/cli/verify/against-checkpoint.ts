/** Verifies a log against a checkpoint that was kept: the archive may be remote, and need not be believed. */
import { readFileSync } from 'node:fs'
import type { Client } from '../../client.ts'
import { type Checkpoint, openCheckpoint } from '../../log/checkpoint.ts'
import { isEqual } from '../../log/merkle.ts'
import { ask, askText } from '../archive/api.ts'
import { EXIT, Stop, wrongUsage } from '../exit.ts'
import { rootsOf } from './remote-log.ts'

export interface AgainstCheckpoint {
  readonly ok: boolean
  readonly origin: string
  /** The sizes of the log: in the checkpoint that was kept, and now. */
  readonly kept: number
  readonly present: number
  /** Whether the key was given, not only taken from the archive. */
  readonly trusted: boolean
  readonly faults: readonly string[]
}

/**
 * Compares a checkpoint in a file with the log. `key`: the public key that signed it, as kept elsewhere; without one those that the
 * archive names are believed. Throws a Stop.
 */
export async function againstCheckpoint(
  client: Client,
  file: string,
  key: string | undefined,
  seen: (entries: number, of: number) => void,
): Promise<AgainstCheckpoint> {
  const note = read(file)
  // Before the keys: a key that signs for the first time is among them afterwards.
  const signed = await askText(client.v1.log.checkpoint.$get({ query: {} }))
  const { keys } = await ask(client.v1.log.keys.$get({ query: {} }))
  const named = keys.map((one) => one.key)
  const kept = await opened(note, key === undefined ? named : [key], file)
  // Another key may sign by now, of which the log tells.
  const present = await opened(signed, key === undefined ? named : [key, ...named], 'the present checkpoint')
  const faults: string[] = []
  if (present.origin !== kept.origin) faults.push(`the log is of ${present.origin}, and the checkpoint of ${kept.origin}`)
  if (present.size < kept.size) {
    faults.push(`the log has ${present.size} entries, and had ${kept.size}: the last ones were removed`)
  } else {
    const roots = await rootsOf(client, [kept.size, present.size], (entries) => seen(entries, present.size))
    const [then, now] = [roots.get(kept.size), roots.get(present.size)]
    if (!then || !isEqual(then, kept.root)) {
      faults.push(`the first ${kept.size} entries are not those of the checkpoint: one was edited, removed, moved or inserted`)
    }
    if (!now || !isEqual(now, present.root)) faults.push('the entries are not those that the archive signs now')
  }
  return {
    ok: faults.length === 0,
    origin: kept.origin,
    kept: kept.size,
    present: present.size,
    trusted: key !== undefined,
    faults,
  }
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw wrongUsage(`cannot read ${file}: ${error instanceof Error ? error.message : error}`)
  }
}

async function opened(note: string, keys: readonly string[], what: string): Promise<Checkpoint> {
  try {
    return await openCheckpoint(note, keys)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Stop(EXIT.no, `${what} is no checkpoint of this archive: ${error.message}`)
  }
}
