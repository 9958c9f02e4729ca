/** The rest of an export that was cut: the same export again, without the lines that the reader has. */
import { Failure } from '../../failure.ts'
import { runningSha256 } from '../hash.ts'

/** The lines that the reader has. */
export interface Kept {
  readonly lines: number
  /** The digest of these lines, with their line feeds. */
  readonly sha256: string
}

/**
 * The pieces of an export after the lines that are kept. Throws Failure conflict before the first one, where the export does not begin with
 * them: the archive is another one, or was written to.
 */
export async function* restOf(pieces: AsyncGenerator<string>, kept: Kept): AsyncGenerator<string> {
  const hash = runningSha256()
  let left = kept.lines
  for await (const piece of pieces) {
    let at = 0
    if (left > 0) {
      for (; left > 0 && at < piece.length; left--) at = piece.indexOf('\n', at) + 1
      hash.update(piece.slice(0, at))
      if (left === 0 && hash.digest() !== kept.sha256) throw differs()
    }
    if (at < piece.length) yield piece.slice(at)
  }
  if (left > 0) throw differs()
}

const differs = () =>
  new Failure('conflict', 'The archive does not begin with these lines any more: it was written to meanwhile. Export it anew.')
