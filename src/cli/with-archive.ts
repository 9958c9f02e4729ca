/** Opens the archive that the flags name for as long as a command needs it. */
import type { Connection } from './connection.ts'
import { type PlaceFlags, placeOf } from './place.ts'
import type { Session } from './session.ts'

/** `writes` allows an archive file that is not there yet: it is created. */
export async function withArchive<T>(
  flags: PlaceFlags,
  session: Session,
  { writes }: { readonly writes: boolean },
  use: (request: Connection) => Promise<T>,
): Promise<T> {
  const archive = await session.open(placeOf(flags, session.env, writes))
  try {
    return await use(archive.request)
  } finally {
    archive.close()
  }
}

export function writeJson(session: Session, value: unknown): void {
  session.out.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function writeLines(session: Session, lines: readonly string[]): void {
  session.out.write(lines.map((line) => `${line}\n`).join(''))
}
