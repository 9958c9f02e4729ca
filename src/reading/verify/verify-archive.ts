/** Verifies the whole archive: each article, then the log. */
import type { Hash } from '../../log/merkle.ts'
import { isLogWhole } from '../../store/log/is-log-whole.ts'
import { logSize } from '../../store/log/tree.ts'
import type { Store } from '../../store/store.ts'
import { compareLog, lostArticles } from '../../store/verify/compare-log.ts'
import { derivedFaults, sumFaults } from '../../store/verify/derived-faults.ts'
import type { LogFault } from '../../store/verify/differences.ts'
import { articleCount, nextArticle } from '../../store/verify/next-article.ts'
import { verifyIn } from './verify-article.ts'

/** An article that was verified. */
export interface VerifiedArticle {
  readonly article: string
  readonly id: number
  readonly ok: boolean
  readonly versions: number
  readonly faults: readonly LogFault[]
  /** How many articles were verified, and how many there are. */
  readonly done: number
  readonly of: number
}

/** The log, after all articles. */
export interface VerifiedLog {
  readonly ok: boolean
  readonly size: number
  readonly root: Hash
  /** Whether all rows have entries: those from before the log get them one after another. */
  readonly isWhole: boolean
  readonly faults: readonly LogFault[]
}

/**
 * Verifies articles in the order of their ids, from after an id on, and then the log. `deep`: also recomputes what is derived from rows.
 * Where the store has snapshots all of it is one state of the archive; else each article is. Throws Failure busy.
 */
export async function* verifyArchive(
  archive: Store,
  { after = 0, deep = false }: { readonly after?: number; readonly deep?: boolean } = {},
): AsyncGenerator<VerifiedArticle | VerifiedLog> {
  const snapshot = archive.snapshot?.()
  const store = snapshot?.store ?? archive
  try {
    const of = await articleCount(store)
    let done = await articleCount(store, after)
    for (let article = await nextArticle(store, after); article; article = await nextArticle(store, article.id)) {
      const { slug, ok, versions, faults } = await verifyIn(store, article.id)
      const derived = deep ? await derivedFaults(store, article.id) : []
      done++
      yield {
        article: slug,
        id: article.id,
        ok: ok && derived.length === 0,
        versions,
        faults: [...faults, ...derived],
        done,
        of,
      }
    }
    yield await verifyLog(store, deep)
  } finally {
    snapshot?.close()
  }
}

async function verifyLog(store: Store, deep: boolean): Promise<VerifiedLog> {
  const size = await logSize(store)
  const isWhole = await isLogWhole(store)
  const { root, found } = await compareLog(store, size)
  for (const id of await lostArticles(store, size)) found.fault(0, null, `the article ${id} that the log has is not there`)
  const unlogged = found.unlogged.map(({ entry }) => ({
    version: 0,
    entry: null,
    fault: `the log has no entry of the ${entry.kind}`,
  }))
  const faults = [...found.faults, ...unlogged, ...(deep ? await sumFaults(store) : [])]
  return { ok: faults.length === 0, size, root, isWhole, faults }
}
