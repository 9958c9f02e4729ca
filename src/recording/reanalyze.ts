/** Re-analysis: records what the current engine finds in the versions of an article, beside what was found at their ingest. */

import { ENGINE, extractionFor } from '../core/analysis.ts'
import type { Sentence } from '../core/article.ts'
import { sentencesOf } from '../core/text/sentences.ts'
import { Failure } from '../failure.ts'
import { findArticle } from '../store/read/articles.ts'
import { versionPages } from '../store/read/log.ts'
import { placedSentences } from '../store/sql/packing.ts'
import type { Store } from '../store/store.ts'
import { type ReanalysisRows, reanalysisStatements, unreadSentences } from '../store/write/reanalysis-rows.ts'
import { retryOnConflict } from './retry-on-conflict.ts'

export interface ReanalysisOutcome {
  readonly slug: string
  readonly engine: string
  /** How many sentences were analyzed again, and how many statements were found in them; 0 if this engine had analyzed all of them. */
  readonly sentences: number
  readonly statements: number
  /** The numbers of the versions that the current engine would split into other sentences; they keep their sentences. */
  readonly cutOtherwise: readonly number[]
}

/**
 * Analyzes the stored sentences of an article again and writes the statements that are found as a run of its own. Claims, wordings,
 * changes and versions do not change, nor does what a later version is compared with: a sentence keeps the statements of its ingest.
 * Writes nothing if the current engine has analyzed every sentence. Throws Failure: not_found, busy.
 */
export async function reanalyze(store: Store, slug: string, now: string): Promise<ReanalysisOutcome> {
  return store.serialize(() =>
    retryOnConflict(async () => {
      const article = await findArticle(store, slug)
      if (!article) throw new Failure('not_found', `There is no article "${slug}".`)
      const unread = await unreadSentences(store, article.id, ENGINE)
      let sentences = 0
      const statements: ReanalysisRows['statements'][number][] = []
      const cutOtherwise: number[] = []
      for await (const rows of versionPages(store, article.id, Number.MAX_SAFE_INTEGER)) {
        for (const row of rows) {
          const cut = placedSentences(row)
          if (!sameCut(cut, sentencesOf(row))) cutOtherwise.push(row.number)
          const analyzed = unreadOf(cut, unread)
          sentences += analyzed.length
          statements.push(...statementsOf(cut, analyzed))
        }
      }
      if (statements.length > 0)
        await store.batchWrite(reanalysisStatements({ articleId: article.id, engine: ENGINE, now, statements }))
      return { slug: article.slug, engine: ENGINE, sentences, statements: statements.length, cutOtherwise }
    }),
  )
}

type PlacedSentence = Sentence & { readonly id: number }

/** Those of a version's sentences that are in `unread`, which it takes out; without furniture, in which nothing is looked for. */
const unreadOf = (cut: readonly PlacedSentence[], unread: Set<number>): PlacedSentence[] =>
  cut.filter(({ id, zone }) => unread.delete(id) && zone !== 'furniture')

/** The statements of some of a version's sentences: a sentence is analyzed in the version in which it came first. */
function statementsOf(cut: readonly PlacedSentence[], analyzed: readonly PlacedSentence[]): ReanalysisRows['statements'] {
  const extract = extractionFor(cut)
  return analyzed.flatMap(({ id, text, zone }) =>
    extract(text, zone === 'headline').map((statement, place) => ({ sentenceId: id, place, statement })),
  )
}

const sameCut = (a: readonly Sentence[], b: readonly Sentence[]): boolean =>
  a.length === b.length &&
  a.every((s, i) => isHeadline(s) === isHeadline(b[i]) && s.start === b[i]?.start && s.end === b[i]?.end)

const isHeadline = (sentence: Sentence | undefined) => sentence?.zone === 'headline'
