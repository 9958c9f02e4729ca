/** Opens the archive that the flags name for as long as a command needs it. */
import type { Connection } from './connection.ts'
import { type Place, type PlaceFlags, placeOf } from './place.ts'
import type { Session } from './session.ts'

/** `writes` allows an archive file that is not there yet: it is created. `operator`: who writes to a file. */
export async function withArchive<T>(
  flags: PlaceFlags,
  session: Session,
  { writes, operator }: { readonly writes: boolean; readonly operator?: string | undefined },
  use: (request: Connection) => Promise<T>,
): Promise<T> {
  const archive = await session.open(operatedBy(placeOf(flags, session.env, writes), operator))
  try {
    return await use(archive.request)
  } finally {
    archive.close()
  }
}

function operatedBy(place: Place, operator: string | undefined): Place {
  return place.kind === 'file' && operator !== undefined ? { ...place, operator } : place
}

export function writeJson(session: Session, value: unknown): void {
  session.out.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function writeLines(session: Session, lines: readonly string[]): void {
  session.out.write(lines.map((line) => `${line}\n`).join(''))
}
