/** The decisions that the forms on the page of a claim send. */
import { Hono } from 'hono'
import { z } from 'zod'
import { invalid } from '../../failure.ts'
import type { App } from '../../http/context.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requiresAndReads } from '../../http/request/require-scope.ts'
import { newReview, reviewInput } from '../../http/request/review-body.ts'
import { claimNumber } from '../../http/request/values.ts'
import { makeReview, recordedReview } from '../../http/writes/make-review.ts'
import { claimRows } from '../../store/read/claims.ts'
import type { Store } from '../../store/store.ts'
import { address } from '../addresses.ts'
import { REVIEW_FIELDS } from '../editing/review-forms.ts'
import { SMALL_FORM, submitted } from '../editing/submit.ts'
import { answerForm, pageParams, seeOther } from '../frame/answer-page.ts'
import { REVIEW } from '../words/editors/editing-words.ts'
import { claimPageOf } from './claim-page.ts'

/** /a/{slug}/claims/{number}. */
export const claimEdits = new Hono<App>().post('/a/:slug/claims/:number', requiresAndReads('review:write'), async (c) => {
  const { slug, number } = pageParams(c, { slug: z.string(), number: claimNumber })
  const { done, before, draft } = await submitted(c, SMALL_FORM, async (values) => {
    const review = reviewIn(values)
    if (review.action === 'relabel') await refuseSameLabel(c.var.store, slug, number, review.label)
    return makeReview(c, slug, number, reviewInput(review))
  })
  if (draft) return answerForm(c, await claimPageOf(c, slug, number, draft), draft.status)
  const made = done ?? (await recordedReview(c, before))
  if (!made) return seeOther(c, address.story(slug))
  // A merge keeps the lower number of two claims; a claim that a person had added may be gone.
  const remains = made.action === 'merge' ? Math.min(number, made.detail.other ?? number) : number
  const [claim] = await claimRows(c.var.store, { slug: made.slug, number: remains, sort: 'number', limit: 1 })
  return seeOther(c, claim ? `${address.claim(made.slug, remains)}#decisions` : address.story(made.slug))
})

/** Throws Failure invalid: the claim is called so already. */
async function refuseSameLabel(store: Store, slug: string, number: number, label: string): Promise<void> {
  const [claim] = await claimRows(store, { slug, number, sort: 'number', limit: 1 })
  if (claim && (claim.humanLabel ?? claim.label) === label.trim()) throw invalid('label', REVIEW.sameLabel)
}

const isAction = (name: string): name is keyof typeof REVIEW_FIELDS => Object.hasOwn(REVIEW_FIELDS, name)

/** Throws Failure invalid. */
function reviewIn(values: URLSearchParams) {
  const action = values.get('action') ?? ''
  if (!isAction(action)) throw invalid('action', 'is none that this page has')
  return checked(newReview, objectOf(values, REVIEW_FIELDS[action]), '')
}
