/** Webhooks: the list, and adding one. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../http/context.ts'
import { hookJson } from '../../http/json/hook-json.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requiresAndReads } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { madeHookSecret, makeHook, newHook } from '../../http/writes/hook-writes.ts'
import { hookRows } from '../../store/hooks/hooks.ts'
import { address } from '../addresses.ts'
import { fieldsOf, form } from '../editing/fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from '../editing/submit.ts'
import { answerForm, pageQuery, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { HOOKS } from '../words/editors/admin-words.ts'
import { deliveredText, filtersText, HOOK_FIELDS, hookControls, hookState } from './hook-fields.ts'
import { secretPage } from './secret-page.ts'

/** Webhooks a page. */
const HOOKS_SHOWN = 50

/** A form that begins with the filters that the address names: pages lead to it with their own article or source. */
const startOf = (c: Context<App>): Draft =>
  blankDraft(
    Object.fromEntries(
      ['article', 'source', 'publication'].map((name): [string, string] => [`filters.${name}`, c.req.query(name) ?? '']),
    ),
  )

const mayManage = requiresAndReads('hooks:write')

/** /hooks. */
export const hooksRoute = new Hono<App>()
  .get('/hooks', mayManage, async (c) => answerForm(c, await hooksPage(c, startOf(c))))
  .post('/hooks', mayManage, async (c) => {
    const { draft } = await submitted(c, SMALL_FORM, (values) =>
      makeHook(c, checked(z.strictObject(newHook), objectOf(values, HOOK_FIELDS), '')),
    )
    if (draft) return answerForm(c, await hooksPage(c, draft), draft.status)
    // The same secret each time that the form is sent: a browser shows only the last answer of two.
    const secret = await madeHookSecret(c)
    if (secret === null) return seeOther(c, address.hooks())
    const { made, secret: about, back } = HOOKS
    return answerForm(c, secretPage({ title: made, about, secret, back, href: address.hooks() }), 201)
  })

async function hooksPage(c: Context<App>, draft: Draft): Promise<Page> {
  const { after } = pageQuery(c, { after: ordinal.optional() })
  const rows = await hookRows(c.var.store, { after, limit: HOOKS_SHOWN + 1 })
  const hooks = rows.slice(0, HOOKS_SHOWN).map(hookJson)
  const last = rows.length > HOOKS_SHOWN ? hooks.at(-1)?.id : undefined
  const items = hooks.map(
    (hook) => html`<li><p><a href="${address.hook(hook.id)}">${hook.url}</a> · ${hookState(hook)}</p>
<p class="meta" dir="auto">${joined([...(hook.description === null ? [] : [hook.description]), deliveredText(hook), filtersText(hook.filters)], ' · ')}</p></li>\n`,
  )
  return {
    title: HOOKS.title,
    about: HOOKS.lede,
    path: address.hooks(),
    body: html`<h1>${HOOKS.title}</h1>
<p class="lede">${HOOKS.lede}</p>
${hooks.length === 0 ? html`<p>${HOOKS.none}</p>` : html`<ul class="decisions">${items}</ul>`}
${last === undefined ? NONE : html`<p><a href="${address.hooks({ after: last })}">${HOOKS.more}</a></p>`}
<h2>${HOOKS.add}</h2>
${hookForm(c, draft)}`,
  }
}

const hookForm = (c: Context<App>, draft: Draft): Markup =>
  form({
    session: sessionOf(c),
    action: address.hooks(),
    draft,
    names: [...Object.keys(HOOK_FIELDS)],
    body: [...hookControls(draft), fieldsOf('hook', draft).text({ name: 'since', label: HOOKS.since, hint: HOOKS.sinceHint })],
    button: HOOKS.button,
  })
