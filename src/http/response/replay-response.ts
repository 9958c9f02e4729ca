/** The answer to a write, built again from what it was about: as the archive is now, so without what is withheld. */
import { Failure } from '../../failure.ts'
import type { About, ReportedChanges } from '../../store/idempotency.ts'
import { articleRow, articleView } from '../../store/read/articles.ts'
import { changeRows, changeView } from '../../store/read/changes.ts'
import { reviewRows, reviewView } from '../../store/read/reviews.ts'
import { readVersion } from '../../store/read/versions.ts'
import type { Store } from '../../store/store.ts'
import { writtenArticleJson } from '../json/article-json.ts'
import { outcomeJson } from '../json/outcome-json.ts'
import { madeReviewJson } from '../json/review-json.ts'
import { found, foundVersion, refuseWithheld } from '../request/article-path.ts'

/** The answer, and the address of its resource. `reads`: the caller may read the archive. Throws Failure withheld. */
export async function replayResponse(
  store: Store,
  about: About,
  reads: boolean,
): Promise<{ location: string; answer: object }> {
  switch (about.of) {
    case 'article': {
      const [row] = await articleRow(store, about.slug)
      const answer = writtenArticleJson(articleView(found(row, about.slug)), reads)
      return { location: answer.url, answer }
    }
    case 'version': {
      const version = await versionOf(store, about)
      const changes = (await recordedChanges(store, about.changes)).map(changeView)
      const answer = outcomeJson({ outcome: 'created', version, changes }, reads)
      return { location: answer.version.url, answer }
    }
    case 'check': {
      const { slug, number, contentHash } = await versionOf(store, about)
      const answer = outcomeJson({ outcome: 'unchanged', slug, number, contentHash, checkedAt: about.checkedAt }, reads)
      return { location: answer.version.url, answer }
    }
    case 'review': {
      const [row] = await reviewRows(store, { id: about.id, limit: 1 })
      if (!row) throw new Failure('withheld', `Review ${about.id} is of a claim that only withheld versions have.`)
      const answer = madeReviewJson({ ...reviewView(row), changes: await recordedChanges(store, about.changes) })
      return { location: answer.url, answer }
    }
    case 'form':
      throw new Error('no route of the interface answers a form')
  }
}

async function versionOf(store: Store, { slug, number }: { readonly slug: string; readonly number: number }) {
  const version = foundVersion(await readVersion(store, slug, number, false), slug, number)
  refuseWithheld(version)
  return version
}

/** The changes that the answer listed: their ids are consecutive, since one write takes all its ids at once. */
async function recordedChanges(store: Store, changes: ReportedChanges) {
  if (changes === null) return []
  const [first, last] = changes
  return changeRows(store, { after: first - 1, below: last + 1, standing: false, order: 'recorded', limit: -1 })
}
