/** The source that a page is filtered by: an id, a name, or the words of a name as people type them. */
import { namesExist } from '../../store/read/name-exists.ts'
import { sourceRows } from '../../store/read/sources.ts'
import type { Store } from '../../store/store.ts'

/** The most sources that are offered. */
const MOST_OFFERED = 12

export interface SourceChoice {
  /** The id or name that the routes of `/v1` take; undefined where none was asked for or not exactly one fits. */
  readonly source: string | undefined
  /** The words that do not name exactly one source, with those that they fit, the most reported first; null: they do, or there are none. */
  readonly open: { readonly words: string; readonly names: readonly string[]; readonly more: boolean } | null
}

/** Finds the source that was asked for. A name that is there is taken as it is; else one whose name has all the words. */
export async function sourceChoice(store: Store, words: string | undefined): Promise<SourceChoice> {
  if (words === undefined) return { source: undefined, open: null }
  const [[known], rows] = await store.batchRead([
    namesExist(store, { source: words }),
    sourceRows(store, { q: words, sort: 'claims', limit: MOST_OFFERED + 1 }),
  ])
  if (known?.source === 1) return { source: words, open: null }
  const names = [...new Set(rows.map(({ name }) => name))]
  const [only] = names
  if (names.length === 1 && rows.length <= MOST_OFFERED) return { source: only, open: null }
  return {
    source: undefined,
    open: { words, names: names.slice(0, MOST_OFFERED), more: rows.length > MOST_OFFERED },
  }
}
