/** Answers over the whole archive, which are valid until the next write to it. */
import type { Context } from 'hono'
import { archiveRevision } from '../../store/read/articles.ts'
import { type Named, namesExist } from '../../store/read/name-exists.ts'
import type { Results } from '../../store/store.ts'
import type { App } from '../context.ts'
import { refuseUnknown } from '../request/change-filter.ts'
import { archiveUnchanged, notModified, type Otherwise } from './conditional.ts'

/**
 * The 304 or the cached response, before anything is read; else what `answer` makes of the rows of `queries`, read in one batch,
 * and of the archive's revision. `list` is the part of the ETag. Throws Failure invalid where `named` is not in the archive.
 */
export async function archiveAnswer<const Queries extends readonly PromiseLike<unknown>[], Answer>(
  c: Context<App>,
  list: string,
  named: Named,
  queries: () => Queries,
  answer: (rows: Results<Queries>, revision: number) => Answer,
): Promise<Answer | Otherwise> {
  const cached = await archiveUnchanged(c, list)
  if (cached) return cached
  const { store } = c.var
  const [[archive], [names], ...rows] = await store.batchRead([
    archiveRevision(store),
    namesExist(store, named),
    ...queries(),
  ] as const)
  refuseUnknown(named, names)
  const revision = archive?.revision ?? 0
  return notModified(c, list, revision) ?? answer(rows, revision)
}
