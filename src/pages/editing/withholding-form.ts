/** Withholding a version, and showing it again. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App, Session } from '../../http/context.ts'
import { foundVersion } from '../../http/request/article-path.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requiresAndReads } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { withholding, withholdVersion } from '../../http/writes/withhold-version.ts'
import { versionState } from '../../store/read/versions.ts'
import { address } from '../addresses.ts'
import { answerForm, pageParams, renamedPage, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html } from '../markup.ts'
import { WITHHOLD } from '../words/editing-words.ts'
import { versionName } from '../words/figure-words.ts'
import { fieldsOf, form } from './fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from './submit.ts'

const SCOPE = 'archive:admin'
const PATH = '/a/:slug/v/:number/withholding'
const path = { slug: z.string(), number: ordinal }

/** /a/{slug}/v/{number}/withholding. */
export const withholdingForm = new Hono<App>()
  .get(PATH, requiresAndReads(SCOPE), async (c) => {
    const { slug, number } = pageParams(c, path)
    const version = await versionOf(c, slug, number)
    return renamedPage(c, slug, version.slug) ?? answerForm(c, withholdingPage(sessionOf(c), version, blankDraft()))
  })
  .post(PATH, requiresAndReads(SCOPE), async (c) => {
    const { slug, number } = pageParams(c, path)
    const { done, draft } = await submitted(c, SMALL_FORM, (values) => decide(c, slug, number, values))
    if (draft) return answerForm(c, withholdingPage(sessionOf(c), await versionOf(c, slug, number), draft), draft.status)
    return seeOther(c, address.story(done?.slug ?? slug))
  })

const versionOf = async (c: Context<App>, slug: string, number: number) =>
  foundVersion(await versionState(c.var.store, slug, number), slug, number)

function decide(c: Context<App>, slug: string, number: number, values: URLSearchParams) {
  if (values.get('show') === '1') return withholdVersion(c, slug, number, null)
  const { reason } = checked(z.strictObject(withholding), objectOf(values, { reason: 'kept' }), '')
  return withholdVersion(c, slug, number, reason)
}

type Version = Awaited<ReturnType<typeof versionOf>>

function withholdingPage(session: Session, { slug, number, withheld }: Version, draft: Draft): Page {
  const title = withheld === null ? WITHHOLD.title(number) : WITHHOLD.showTitle(number)
  const lede = withheld === null ? WITHHOLD.lede : WITHHOLD.showLede
  const { area } = fieldsOf('withholding', draft)
  return {
    title,
    about: lede,
    path: address.withholding(slug, number),
    body: html`<p class="kicker"><a href="${address.story(slug)}">${slug}</a> · ${versionName(number)}</p>
<h1>${title}</h1>
<p class="lede">${lede}</p>
${withheld === null ? '' : html`<p dir="auto"><b>${WITHHOLD.why}</b> ${withheld}</p>`}
${form({
  session,
  action: address.withholding(slug, number),
  draft,
  names: ['reason'],
  ...(withheld !== null && { hidden: { show: 1 } }),
  body: withheld === null ? [area({ name: 'reason', label: WITHHOLD.reason, required: true, rows: 3 })] : [],
  button: withheld === null ? WITHHOLD.button : WITHHOLD.showButton,
})}`,
  }
}
