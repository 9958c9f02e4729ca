/** Compares the rows of an article with what the log has of it. The texts of its versions have hashes of their own. */

import {
  aliasDigest,
  changesDigest,
  checkDigest,
  claimsDigest,
  erasureDigest,
  reviewDigest,
  sealed,
  statementsDigest,
  textDigest,
  versionDigest,
  withholdingDigest,
  wordingsDigest,
} from '../log/digests.ts'
import type { LogKind } from '../log/kinds.ts'
import type { LogRow } from '../read/log.ts'
import type { Store } from '../store.ts'
import {
  changePages,
  checkPages,
  claimPages,
  entriesByKind,
  reviewPages,
  statementPages,
  type WordingRow,
  wordingRows,
} from './article-rows.ts'
import { articleTexts } from './article-texts.ts'
import { compareLast, compareSet, compareSingles, Differences, type SingleRow, type StoredEntry } from './differences.ts'
import { compareRanges } from './ranges.ts'

/** A version of the article that is compared. */
export type ComparedVersion = Pick<
  LogRow,
  'id' | 'number' | 'place' | 'hash' | 'wordCount' | 'language' | 'unsupported' | 'rereads' | 'engine' | 'sentences'
>

/** How many rows of an article were compared, and with how many entries of the log. */
export interface Compared {
  entries: number
  statements: number
  claims: number
  wordings: number
  changes: number
  reviews: number
  checks: number
  withholdings: number
  erasures: number
}

/**
 * Collects the versions of an article as they are read, and compares all that the log has of the article, up to a position. Rows that are
 * written meanwhile must be left out by reading one state.
 */
export class ArticleComparison {
  readonly #store: Store
  readonly #articleId: number
  readonly #versions: (SingleRow & { readonly number: number; readonly place: string })[] = []

  /** Counted as they are read. */
  readonly compared: Compared = {
    entries: 0,
    statements: 0,
    claims: 0,
    wordings: 0,
    changes: 0,
    reviews: 0,
    checks: 0,
    withholdings: 0,
    erasures: 0,
  }

  constructor(store: Store, articleId: number) {
    this.#store = store
    this.#articleId = articleId
  }

  add(version: ComparedVersion): void {
    const { id, number, place } = version
    const digest = versionDigest({ ...version, sentences: sealed(version.sentences) })
    this.#versions.push({ id, number, place, version: number, digest })
  }

  async *#counted<Row>(name: keyof Compared, pages: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
    for await (const page of pages) {
      this.compared[name] += page.length
      yield page
    }
  }

  async differences(until: number): Promise<Differences> {
    const [store, articleId] = [this.#store, this.#articleId]
    const entries = await entriesByKind(store, articleId, until)
    for (const ofKind of entries.values()) this.compared.entries += ofKind.length
    const of = (kind: LogKind): readonly StoredEntry[] => entries.get(kind) ?? []
    const found = new Differences()
    found.add(await this.#texts(of))
    found.add(compareSingles('version', of('version'), this.#versions))
    found.add(
      await compareRanges(this.#counted('statements', statementPages(store, articleId)), {
        kind: 'statements',
        entries: of('statements'),
        digest: statementsDigest,
      }),
    )
    found.add(
      await compareRanges(this.#counted('claims', claimPages(store, articleId)), {
        kind: 'claims',
        entries: of('claims'),
        digest: claimsDigest,
      }),
    )
    const wordings = await wordingRows(store, articleId)
    this.compared.wordings = wordings.length
    found.add(compareWordings(of('wordings'), this.#versions, wordings))
    found.add(
      await compareRanges(this.#counted('changes', changePages(store, articleId)), {
        kind: 'changes',
        entries: of('changes'),
        digest: changesDigest,
        version: ({ number }) => number,
      }),
    )
    found.add(await singles('review', of('review'), this.#counted('reviews', reviewPages(store, articleId)), reviewDigest))
    found.add(await singles('check', of('check'), this.#counted('checks', checkPages(store, articleId)), checkDigest))
    return found
  }

  async #texts(of: (kind: LogKind) => readonly StoredEntry[]): Promise<Differences> {
    const found = new Differences()
    const texts = await articleTexts(this.#store, this.#articleId)
    if (!texts) return found
    const { slug, title, publication, createdAt, slugs, addresses, aliases, withholdings, erasures } = texts
    found.add(compareLast('article', of('article'), textDigest(createdAt), false))
    found.add(compareSet('slug', of('slug'), slugs.filter((one) => one !== slug || of('slug').length > 0).map(textDigest)))
    found.add(compareLast('slug', of('slug'), textDigest(slug), false))
    found.add(compareLast('title', of('title'), textDigest(title), title === null))
    found.add(compareLast('publication', of('publication'), textDigest(publication), publication === null))
    found.add(compareSet('address', of('address'), addresses.map(textDigest)))
    const decisions = aliases.map(([id, ...decision]) => ({ id, digest: aliasDigest(...decision) }))
    found.add(compareSingles('alias', of('alias'), decisions))
    const reasons = withholdings.map(([id, version, reason, at, number]) => ({
      id,
      version: number,
      digest: withholdingDigest(version, reason, at),
    }))
    this.compared.withholdings = withholdings.length
    this.compared.erasures = erasures.length
    found.add(compareSingles('withholding', of('withholding'), reasons))
    const orders = erasures.map((order) => ({ id: order.id, version: order.number, digest: erasureDigest(order) }))
    found.add(compareSingles('erasure', of('erasure'), orders))
    return found
  }
}

async function singles<Row extends { readonly id: number }>(
  kind: LogKind,
  entries: readonly StoredEntry[],
  pages: AsyncIterable<readonly Row[]>,
  digest: (row: Row) => string,
): Promise<Differences> {
  const rows: SingleRow[] = []
  for await (const page of pages) rows.push(...page.map((row) => ({ id: row.id, digest: digest(row) })))
  return compareSingles(kind, entries, rows)
}

/** The last entry of a version counts: a version that comes late ends and begins wordings of others. */
function compareWordings(
  entries: readonly StoredEntry[],
  versions: readonly { readonly id: number; readonly number: number; readonly place: string }[],
  rows: readonly WordingRow[],
): Differences {
  const begun = Map.groupBy(rows, (row) => row.fromPlace)
  const ended = Map.groupBy(rows, (row) => row.untilPlace)
  const last = new Map(entries.map((entry) => [entry.subject, entry]))
  const current = versions.map(({ id, number, place }): SingleRow => {
    return { id, version: number, digest: wordingsDigest(begun.get(place) ?? [], ended.get(place) ?? []) }
  })
  const found = compareSingles('wordings', [...last.values()], current)
  const places = new Set<string | null>([null, ...versions.map(({ place }) => place)])
  if (rows.some((row) => !places.has(row.fromPlace) || !places.has(row.untilPlace))) {
    found.fault(0, null, 'a wording begins or ends at no version')
  }
  return found
}
