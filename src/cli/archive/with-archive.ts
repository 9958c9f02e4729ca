/** Opens the archive that the flags name for as long as a command needs it. */

import { EXIT, Stop } from '../exit.ts'
import type { Session } from '../session.ts'
import { Refused } from './api.ts'
import type { Connection } from './connection.ts'
import { type Target, type TargetFlags, targetOf } from './target.ts'

/** `writes` allows an archive file that is not there yet: it is created. `operator`: who writes to a file. */
export async function withArchive<T>(
  flags: TargetFlags,
  session: Session,
  { writes, operator }: { readonly writes: boolean; readonly operator?: string | undefined },
  use: (request: Connection) => Promise<T>,
): Promise<T> {
  const archive = await session.open(operatedBy(targetOf(flags, session.env, writes), operator))
  try {
    return await use(archive.request)
  } finally {
    archive.close()
  }
}

/** As `withArchive`, for the hook or token with the id given; `use` is given its path. Throws a Stop where there is none. */
export function withId<T>(
  flags: TargetFlags & { readonly id: string },
  session: Session,
  kind: 'hook' | 'token',
  use: (request: Connection, path: string) => Promise<T>,
): Promise<T> {
  const missing = new Stop(EXIT.archive, `there is no ${kind} ${flags.id}; claimtrail ${LISTS[kind]} shows them`)
  return withArchive(flags, session, { writes: false }, async (request) => {
    if (!/^[1-9]\d{0,8}$/.test(flags.id)) throw missing
    try {
      return await use(request, `/v1/${kind}s/${flags.id}`)
    } catch (error) {
      throw error instanceof Refused && error.status === 404 ? missing : error
    }
  })
}

const LISTS = { hook: 'hooks list', token: 'token list' } as const

function operatedBy(place: Target, operator: string | undefined): Target {
  return place.kind === 'file' && operator !== undefined ? { ...place, operator } : place
}
