/** Adding a claim that the rules missed: its words beside the text of the version. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App, Session } from '../../http/context.ts'
import { foundVersion, refuseWithheld } from '../../http/request/article-path.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requiresAndReads } from '../../http/request/require-scope.ts'
import { newClaim, reviewInput } from '../../http/request/review-body.ts'
import { ordinal } from '../../http/request/values.ts'
import { makeReview, recordedReview } from '../../http/writes/make-review.ts'
import { readVersion } from '../../store/read/versions.ts'
import { address } from '../addresses.ts'
import { answerForm, pageParams, renamedPage, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html } from '../markup.ts'
import { ADD_CLAIM, REVIEW } from '../words/editing-words.ts'
import { versionName } from '../words/figure-words.ts'
import { fieldsOf, form, type Option } from './fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from './submit.ts'

const FIELDS = {
  exact: 'text',
  zone: 'text',
  start: 'number',
  'source.kind': 'text',
  'source.name': 'text',
  label: 'text',
  'certainty.level': 'text',
  'certainty.polarity': 'text',
  reason: 'text',
} as const

const SCOPE = 'review:write'
const PATH = '/a/:slug/v/:number/claims/new'
const path = { slug: z.string(), number: ordinal }

/** /a/{slug}/v/{number}/claims/new. */
export const newClaimForm = new Hono<App>()
  .get(PATH, requiresAndReads(SCOPE), async (c) => {
    const { slug, number } = pageParams(c, path)
    const version = await versionOf(c, slug, number)
    return renamedPage(c, slug, version.slug) ?? answerForm(c, newClaimPage(sessionOf(c), version, blankDraft()))
  })
  .post(PATH, requiresAndReads(SCOPE), async (c) => {
    const { slug, number } = pageParams(c, path)
    const version = await versionOf(c, slug, number)
    const { done, before, draft } = await submitted(c, SMALL_FORM, (values) =>
      makeReview(c, slug, null, reviewInput(checked(newClaim, given(values, number), ''))),
    )
    if (draft) return answerForm(c, newClaimPage(sessionOf(c), version, draft), draft.status)
    const made = done ?? (await recordedReview(c, before))
    return seeOther(c, made ? address.claim(made.slug, made.claim) : address.story(slug))
  })

/** The version with its text. Throws Failure: not_found, withheld. */
async function versionOf(c: Context<App>, slug: string, number: number) {
  const version = foundVersion(await readVersion(c.var.store, slug, number, false), slug, number)
  refuseWithheld(version)
  return version
}

/** The body of the review. The polarity says something only beside a level. */
function given(values: URLSearchParams, version: number) {
  const { certainty, ...fields } = objectOf(values, FIELDS)
  const sure = (values.get('certainty.level') ?? '') !== ''
  return { action: 'add', version, ...fields, ...(sure && certainty !== undefined && { certainty }) }
}

const optionsOf = (words: Readonly<Record<string, string>>): Option[] => Object.entries(words)

type Version = Awaited<ReturnType<typeof versionOf>>

function newClaimPage(session: Session, { slug, number, title, body }: Version, draft: Draft): Page {
  const { text, area, choice } = fieldsOf('claim', draft)
  return {
    title: ADD_CLAIM.title,
    about: ADD_CLAIM.lede,
    path: address.newClaim(slug, number),
    body: html`<p class="kicker"><a href="${address.story(slug)}">${slug}</a> · <a href="${address.version(slug, number)}">${versionName(number)}</a></p>
<h1>${ADD_CLAIM.title}</h1>
<p class="lede">${ADD_CLAIM.lede}</p>
<div class="beside"><div>
${form({
  session,
  action: address.newClaim(slug, number),
  draft,
  names: Object.keys(FIELDS),
  body: [
    area({ name: 'exact', label: ADD_CLAIM.exact, required: true, rows: 3 }),
    choice({ name: 'zone', label: ADD_CLAIM.zone, options: [['', ADD_CLAIM.anywhere], ...optionsOf(ADD_CLAIM.zones)] }),
    text({ name: 'start', label: ADD_CLAIM.start, hint: ADD_CLAIM.startHint }),
    choice({ name: 'source.kind', label: ADD_CLAIM.source, options: optionsOf(ADD_CLAIM.sourceKinds) }),
    text({ name: 'source.name', label: ADD_CLAIM.sourceName }),
    choice({ name: 'certainty.level', label: ADD_CLAIM.certainty, options: optionsOf(ADD_CLAIM.levels) }),
    choice({ name: 'certainty.polarity', label: ADD_CLAIM.polarity, options: optionsOf(ADD_CLAIM.polarities) }),
    text({ name: 'label', label: ADD_CLAIM.label, hint: ADD_CLAIM.labelHint }),
    area({ name: 'reason', label: REVIEW.reason, rows: 2 }),
  ],
  button: ADD_CLAIM.button,
})}</div>
<section class="plain-text" aria-labelledby="text-title"><h2 id="text-title">${ADD_CLAIM.text}</h2>
<p class="headline" dir="auto">${title}</p>
${body.split('\n\n').map((paragraph) => html`<p class="wording" dir="auto">${paragraph}</p>\n`)}</section></div>`,
  }
}
