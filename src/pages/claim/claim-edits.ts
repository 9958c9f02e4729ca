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
import { address } from '../addresses.ts'
import { REVIEW_FIELDS } from '../editing/review-forms.ts'
import { SMALL_FORM, submitted } from '../editing/submit.ts'
import { answerForm, pageParams, seeOther } from '../frame/answer-page.ts'
import { claimPageOf } from './claim-page.ts'

/** /a/{slug}/claims/{number}. */
export const claimEdits = new Hono<App>().post('/a/:slug/claims/:number', requiresAndReads('review:write'), async (c) => {
  const { slug, number } = pageParams(c, { slug: z.string(), number: claimNumber })
  const { done, before, draft } = await submitted(c, SMALL_FORM, (values) =>
    makeReview(c, slug, number, reviewInput(reviewIn(values))),
  )
  if (draft) return answerForm(c, await claimPageOf(c, slug, number, draft), draft.status)
  const made = done ?? (await recordedReview(c, before))
  if (!made) return seeOther(c, address.story(slug))
  // A merge keeps the lower number of two claims; a claim that a person had added may be gone.
  const remains = made.action === 'merge' ? Math.min(number, made.detail.other ?? number) : number
  const [claim] = await claimRows(c.var.store, { slug: made.slug, number: remains, sort: 'number', limit: 1 })
  return seeOther(c, claim ? `${address.claim(made.slug, remains)}#decisions` : address.story(made.slug))
})

const isAction = (name: string): name is keyof typeof REVIEW_FIELDS => Object.hasOwn(REVIEW_FIELDS, name)

/** Throws Failure invalid. */
function reviewIn(values: URLSearchParams) {
  const action = values.get('action') ?? ''
  if (!isAction(action)) throw invalid('action', 'is none that this page has')
  return checked(newReview, objectOf(values, REVIEW_FIELDS[action]), '')
}
