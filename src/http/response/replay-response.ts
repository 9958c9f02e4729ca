/** The answer to a write, put together again from what it was about: as the archive tells it now, so without what is withheld. */
import { Failure } from '../../failure.ts'
import { articleRow, articleView } from '../../store/read/articles.ts'
import { changeRows, changeView } from '../../store/read/changes.ts'
import { reviewRows, reviewView } from '../../store/read/reviews.ts'
import { readVersion } from '../../store/read/versions.ts'
import type { Store } from '../../store/store.ts'
import type { About, ReportedChanges } from '../../store/write/idempotency.ts'
import { articleJson } from '../json/article-json.ts'
import { outcomeJson } from '../json/outcome-json.ts'
import { madeReviewJson } from '../json/review-json.ts'
import { found, foundVersion, refuseWithheld } from '../request/article-path.ts'

/** The answer, and the address of what it tells. Throws Failure withheld if that may not be told any more. */
export async function replayResponse(store: Store, about: About): Promise<{ location: string; answer: object }> {
  switch (about.of) {
    case 'article': {
      const [row] = await articleRow(store, about.slug)
      const answer = articleJson(articleView(found(row, about.slug)))
      return { location: answer.url, answer }
    }
    case 'version': {
      const version = await versionOf(store, about)
      const changes = (await toldAgain(store, about.changes)).map(changeView)
      const answer = outcomeJson({ outcome: 'created', version, changes })
      return { location: answer.version.url, answer }
    }
    case 'check': {
      const { slug, number, contentHash } = await versionOf(store, about)
      const answer = outcomeJson({ outcome: 'unchanged', slug, number, contentHash, checkedAt: about.checkedAt })
      return { location: answer.version.url, answer }
    }
    case 'review': {
      const [row] = await reviewRows(store, { id: about.id, limit: 1 })
      if (!row) throw new Failure('withheld', `Review ${about.id} is of a claim that only withheld versions have.`)
      const answer = madeReviewJson({ ...reviewView(row), changes: await toldAgain(store, about.changes) })
      return { location: answer.url, answer }
    }
  }
}

async function versionOf(store: Store, { slug, number }: { readonly slug: string; readonly number: number }) {
  const version = foundVersion(await readVersion(store, slug, number, false), slug, number)
  refuseWithheld(version)
  return version
}

/** The changes that the answer told: one write has its ids to itself. */
async function toldAgain(store: Store, changes: ReportedChanges) {
  if (changes === null) return []
  const [first, last] = changes
  return changeRows(store, { after: first - 1, below: last + 1, standing: false, order: 'recorded', limit: -1 })
}
