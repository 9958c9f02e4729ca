/** Proves that an article's versions were not edited: recomputes their hashes and their place in the archive's log. */
import { Failure } from './failure.ts'
import { articleRow } from './store/articles.ts'
import { contentHash, GENESIS, logHash } from './store/hash.ts'
import { placeOf } from './store/head.ts'
import type { Store } from './store/store.ts'
import { logHead, logRows } from './store/versions.ts'

export interface Verification {
  readonly slug: string
  readonly ok: boolean
  readonly versions: number
  /** The hash of the log's last entry: what to write down elsewhere. */
  readonly head: string
  readonly faults: readonly { readonly version: number; readonly fault: string }[]
}

/** Versions read at a time. */
const PAGE = 100

/** Throws Failure not_found. */
export async function verify(store: Store, slug: string): Promise<Verification> {
  const [article] = await articleRow(store, slug)
  if (!article) throw new Failure('not_found', `There is no article "${slug}".`)
  const faults: { version: number; fault: string }[] = []
  let versions = 0
  let after = 0
  for (let rows = await logRows(store, slug, after, PAGE); rows.length > 0; rows = await logRows(store, slug, after, PAGE)) {
    for (const row of rows) {
      const content = await contentHash(row)
      if (content !== row.contentHash) faults.push({ version: row.number, fault: 'the text is not what its content hash says' })
      if ((await logHash(row)) !== row.hash) faults.push({ version: row.number, fault: 'its hash does not cover what it says' })
      if (row.place !== placeOf(row.capturedAt, row.number)) {
        faults.push({ version: row.number, fault: 'it does not stand at the place of its time' })
      }
      if (row.previous !== (row.id === 1 ? GENESIS : row.before)) {
        faults.push({ version: row.number, fault: 'it does not follow on the entry before it in the log' })
      }
      after = row.id
      versions++
    }
  }
  if (versions !== article.versionCount) {
    faults.push({ version: 0, fault: `${article.versionCount} versions were recorded, ${versions} are there` })
  }
  const [head] = await logHead(store)
  return { slug: article.slug, ok: faults.length === 0, versions, head: head?.hash ?? GENESIS, faults }
}
