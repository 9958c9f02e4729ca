/** One webhook: its state, changing it, its last deliveries, removing it. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../http/context.ts'
import { hookJson } from '../../http/json/hook-json.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requiresAndReads } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { changedHook, hookAt, patchHook, withoutHook } from '../../http/writes/hook-writes.ts'
import { deliveryRows } from '../../store/hooks/deliveries.ts'
import { address } from '../addresses.ts'
import { form } from '../editing/fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from '../editing/submit.ts'
import { answerForm, pageParams, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined } from '../markup.ts'
import { HOOKS } from '../words/editors/admin-words.ts'
import { deliveryTable } from './delivery-table.ts'
import { deliveredText, filtersText, HOOK_FIELDS, type HookJson, hookControls, hookState } from './hook-fields.ts'

const DELIVERIES_SHOWN = 50

const mayManage = requiresAndReads('hooks:write')
const path = { id: ordinal }
const FIELDS = { ...HOOK_FIELDS, url: 'kept', enabled: 'text' } as const

/** /hooks/{id}. */
export const hookRoute = new Hono<App>()
  .get('/hooks/:id', mayManage, async (c) => {
    const { id } = pageParams(c, path)
    const hook = hookJson(await hookAt(c, id))
    return answerForm(c, await hookPage(c, hook, draftOf(hook)))
  })
  .post('/hooks/:id', mayManage, async (c) => {
    const { id } = pageParams(c, path)
    const { draft } = await submitted(c, SMALL_FORM, async (values) => {
      const { enabled, ...given } = objectOf(values, FIELDS)
      const filters = given.filters ?? {}
      const wanted = checked(z.strictObject(changedHook), { ...given, filters, enabled: enabled !== 'false' }, '')
      await patchHook(c, id, differences(wanted, hookJson(await hookAt(c, id))))
    })
    if (draft) return answerForm(c, await hookPage(c, hookJson(await hookAt(c, id)), draft), draft.status)
    return seeOther(c, address.hook(id))
  })
  .post('/hooks/:id/remove', mayManage, async (c) => {
    const { id } = pageParams(c, path)
    const { draft } = await submitted(c, SMALL_FORM, () => withoutHook(c, id))
    if (!draft) return seeOther(c, address.hooks())
    const hook = hookJson(await hookAt(c, id))
    return answerForm(c, await hookPage(c, hook, draftOf(hook), draft), draft.status)
  })

type Changes = z.output<z.ZodObject<typeof changedHook>>

/** The fields that say something else than now: whatever is named begins the deliveries anew. */
function differences({ since, ...wanted }: Changes, hook: HookJson): Changes {
  const differs = (name: keyof typeof wanted) => sorted(wanted[name]) !== sorted(hook[name])
  const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(differs)
  return { ...Object.fromEntries(fields.map((name) => [name, wanted[name]])), ...(since !== undefined && { since }) }
}

/** A value as text that does not depend on the order in which filters and kinds are named. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (Array.isArray(inner)) return inner.toSorted()
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }) ?? ''

/** The form filled in with the hook as it is. */
function draftOf({ url, format, every, at, description, filters, enabled }: HookJson): Draft {
  const values = new URLSearchParams({ url, format, every, at, description: description ?? '', enabled: String(enabled) })
  for (const [name, value] of Object.entries(filters))
    for (const one of [value].flat()) values.append(`filters.${name}`, String(one))
  return { ...blankDraft(), values }
}

async function hookPage(c: Context<App>, hook: HookJson, draft: Draft, removal: Draft = blankDraft()): Promise<Page> {
  const { id } = hook
  const session = sessionOf(c)
  const deliveries = await deliveryRows(c.var.store, { hook: id, limit: DELIVERIES_SHOWN })
  const controls = hookControls(
    draft,
    ({ choice, text }) =>
      html`${choice({ name: 'enabled', label: HOOKS.sending, options: Object.entries(HOOKS.sendingChoices) })}${text({ name: 'since', label: HOOKS.again, hint: HOOKS.againHint })}`,
  )
  return {
    title: HOOKS.one(id),
    about: HOOKS.lede,
    path: address.hook(id),
    body: html`<p class="kicker"><a href="${address.hooks()}">${HOOKS.title}</a></p>
<h1>${HOOKS.one(id)}</h1>
<p class="lede">${hook.url}</p>
<p>${HOOKS.sending}: ${hookState(hook)}</p>
<p class="meta" dir="auto">${joined([...(hook.description === null ? [] : [hook.description]), deliveredText(hook), filtersText(hook.filters)], ' · ')}</p>
<h2>${HOOKS.deliveries}</h2>
${deliveryTable(deliveries)}
<h2>${HOOKS.change}</h2>
${form({ session, action: address.hook(id), draft, names: Object.keys(FIELDS), body: controls, button: HOOKS.save })}
<h2>${HOOKS.remove}</h2>
<p>${HOOKS.removeLede}</p>
${form({ session, action: address.removeHook(id), draft: removal, names: [], body: [], button: HOOKS.remove })}`,
  }
}
