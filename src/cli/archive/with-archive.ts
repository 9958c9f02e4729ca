/** Opens the archive that the flags name for as long as a command needs it. */
import type { Client } from '../../client.ts'
import { EXIT, Stop } from '../exit.ts'
import type { Session } from '../session.ts'
import { Refused } from './api.ts'
import { type Target, type TargetFlags, targetOf } from './target.ts'

/** `writes` allows that an archive file is created. `operator` is the name of the person who writes to a file. */
export async function withArchive<T>(
  flags: TargetFlags,
  session: Session,
  { writes, operator }: { readonly writes: boolean; readonly operator?: string | undefined },
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const archive = await session.open(withOperator(targetOf(flags, session.env, writes), operator))
  try {
    return await use(archive.client)
  } finally {
    archive.close()
  }
}

/** As `withArchive`, for the hook, token or watch with the id in the flags. Throws a Stop if there is none. */
export function withId<T>(
  flags: TargetFlags & { readonly id: string },
  session: Session,
  kind: keyof typeof LISTS,
  use: (client: Client, param: { readonly id: string }) => Promise<T>,
): Promise<T> {
  const { id } = flags
  const missing = new Stop(EXIT.archive, `there is no ${kind} ${id}; claimtrail ${LISTS[kind]} shows them`)
  return withArchive(flags, session, { writes: false }, async (client) => {
    if (!/^[1-9]\d{0,8}$/.test(id)) throw missing
    try {
      return await use(client, { id })
    } catch (error) {
      throw error instanceof Refused && error.status === 404 ? missing : error
    }
  })
}

const LISTS = { hook: 'hooks list', token: 'token list', watch: 'watches list' } as const

function withOperator(target: Target, operator: string | undefined): Target {
  return target.kind === 'file' && operator !== undefined ? { ...target, operator } : target
}
