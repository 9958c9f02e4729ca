/** Checkpoints of the log, by C2SP tlog-checkpoint: a note of three lines, the origin, the count of entries and the root in base64. */
import type { Hash } from './merkle.ts'
import { base64Of, fromBase64, openNote, type Signer, signedNote } from './note.ts'

/** How large the log was, and the root of its tree. */
export interface TreeHead {
  readonly size: number
  readonly root: Hash
}

export interface Checkpoint extends TreeHead {
  /** The log that it is of. */
  readonly origin: string
}

/** A checkpoint, signed. */
export const signedCheckpoint = ({ size, root }: TreeHead, signer: Signer): Promise<string> =>
  signedNote(`${signer.name}\n${size}\n${base64Of(root)}\n`, signer)

/** Reads the text of a checkpoint. Lines after the third are extensions, which it passes over. Throws RangeError. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = ''] = text.split('\n')
  if (origin === '' || !/^(?:0|[1-9]\d{0,15})$/.test(size)) throw new RangeError('it is no checkpoint')
  const bytes = fromBase64(root)
  if (bytes.length !== 32) throw new RangeError('its root has not 32 bytes')
  return { origin, size: Number(size), root: bytes }
}

/** The checkpoint in a note that one of the keys signed, and that key. Throws RangeError where none did. */
export async function openCheckpoint(note: string, keys: readonly string[]): Promise<Checkpoint & { readonly key: string }> {
  const opened = await openNote(note, keys)
  if (!opened) throw new RangeError('none of the keys signed it')
  return { ...parseCheckpoint(opened.text), key: opened.key }
}
