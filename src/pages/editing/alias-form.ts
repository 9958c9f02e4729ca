/** Making a story an alias of another, and taking that back. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App, Session } from '../../http/context.ts'
import { found } from '../../http/request/article-path.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requiresAndReads } from '../../http/request/require-scope.ts'
import { aliasArticle, aliasReason, newAlias, unaliasArticle } from '../../http/writes/alias-article.ts'
import { type AliasState, aliasState } from '../../store/write/aliases.ts'
import { address } from '../addresses.ts'
import { answerForm, pageParams, renamedPage, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, NONE } from '../markup.ts'
import { ALIAS } from '../words/editors/editing-words.ts'
import { fieldsOf, form } from './fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from './submit.ts'

const SCOPE = 'archive:write'
const PATH = '/a/:slug/alias'
const path = { slug: z.string() }

/** /a/{slug}/alias. */
export const aliasForm = new Hono<App>()
  .get(PATH, requiresAndReads(SCOPE), async (c) => {
    const { slug } = pageParams(c, path)
    const article = await articleOf(c, slug)
    return renamedPage(c, slug, article.slug) ?? answerForm(c, aliasPage(sessionOf(c), article, blankDraft()))
  })
  .post(PATH, requiresAndReads(SCOPE), async (c) => {
    const { slug } = pageParams(c, path)
    const { draft } = await submitted(c, SMALL_FORM, (values) => decide(c, slug, values))
    if (draft) return answerForm(c, aliasPage(sessionOf(c), await articleOf(c, slug), draft), draft.status)
    // An alias leads on from there.
    return seeOther(c, address.story(slug))
  })

const articleOf = async (c: Context<App>, slug: string) => found(await aliasState(c.var.store, slug), slug)

async function decide(c: Context<App>, slug: string, values: URLSearchParams) {
  if (values.get('end') !== '1')
    return aliasArticle(c, slug, checked(z.strictObject(newAlias), objectOf(values, { of: 'text', reason: 'kept' }), ''))
  const ending = z.strictObject({ reason: aliasReason })
  return unaliasArticle(c, slug, checked(ending, objectOf(values, { reason: 'kept' }), '').reason)
}

function aliasPage(session: Session, { slug, of, reason }: AliasState, draft: Draft): Page {
  const title = of === null ? ALIAS.title : ALIAS.endTitle
  const lede = of === null ? ALIAS.lede : ALIAS.endLede(of)
  const { area, text } = fieldsOf('alias', draft)
  const why = area({ name: 'reason', label: ALIAS.reason, required: true, rows: 3 })
  return {
    title,
    about: lede,
    path: address.alias(slug),
    body: html`<p class="kicker"><a href="${address.story(slug)}">${slug}</a></p>
<h1>${title}</h1>
<p class="lede">${lede}</p>
${of === null ? NONE : html`<p dir="auto"><b>${ALIAS.why}</b> ${reason}</p>`}
${form({
  session,
  action: address.alias(slug),
  draft,
  names: ['of', 'reason'],
  ...(of !== null && { hidden: { end: 1 } }),
  body: of === null ? [text({ name: 'of', label: ALIAS.of, hint: ALIAS.ofHint, required: true }), why] : [why],
  button: of === null ? ALIAS.button : ALIAS.endButton,
})}`,
  }
}
