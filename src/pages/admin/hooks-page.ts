/** Webhooks: the list, adding one, the last deliveries to one, removing one. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { BY_WEIGHT } from '../../core/changes/weight.ts'
import type { App } from '../../http/context.ts'
import { hookJson } from '../../http/json/hook-json.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requiresAndReads } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { hookAt, makeHook, newHook, withoutHook } from '../../http/writes/hook-writes.ts'
import { deliveryRows } from '../../store/hooks/deliveries.ts'
import { hookRows } from '../../store/hooks/hooks.ts'
import { address } from '../addresses.ts'
import { fieldsOf, form, type Option } from '../editing/fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from '../editing/submit.ts'
import { answerForm, answerSecret, pageParams, pageQuery, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { HOOKS } from '../words/admin-words.ts'
import { KIND_WORDS } from '../words/kinds-in-words.ts'
import { deliveryTable } from './delivery-table.ts'
import { secretPage } from './secret-page.ts'

const FIELDS = {
  url: 'text',
  description: 'text',
  'filters.kind': 'list',
  'filters.zone': 'text',
  'filters.source': 'text',
  'filters.acknowledged': 'text',
  'filters.article': 'text',
  'filters.publication': 'text',
  since: 'text',
} as const

/** Webhooks a page, and deliveries of one. */
const HOOKS_SHOWN = 50
const DELIVERIES_SHOWN = 50

/** A form that begins with the filters that the address names: pages lead to it with their own article or source. */
const startOf = (c: Context<App>): Draft =>
  blankDraft(
    Object.fromEntries(
      ['article', 'source', 'publication'].map((name): [string, string] => [`filters.${name}`, c.req.query(name) ?? '']),
    ),
  )

const mayManage = requiresAndReads('hooks:write')

/** /hooks and /hooks/{id}. */
export const hooksRoute = new Hono<App>()
  .get('/hooks', mayManage, async (c) => answerForm(c, await hooksPage(c, startOf(c))))
  .post('/hooks', mayManage, async (c) => {
    const { done, draft } = await submitted(c, SMALL_FORM, (values) =>
      makeHook(c, checked(z.strictObject(newHook), objectOf(values, FIELDS), '')),
    )
    if (draft) return answerForm(c, await hooksPage(c, draft), draft.status)
    const { made, secret, back } = HOOKS
    return answerSecret(c, secretPage({ title: made, about: secret, secret: done.secret, back, href: address.hooks() }))
  })
  .get('/hooks/:id', mayManage, async (c) => {
    const { id } = pageParams(c, { id: ordinal })
    return answerForm(c, await hookPage(c, id, blankDraft()))
  })
  .post('/hooks/:id/remove', mayManage, async (c) => {
    const { id } = pageParams(c, { id: ordinal })
    const { draft } = await submitted(c, SMALL_FORM, () => withoutHook(c, id))
    if (draft) return answerForm(c, await hookPage(c, id, draft), draft.status)
    return seeOther(c, address.hooks())
  })

type HookJson = ReturnType<typeof hookJson>

const state = ({ enabled, disabled_reason, failures }: HookJson): Markup =>
  html`<b>${enabled ? HOOKS.enabled : HOOKS.disabled}</b>${disabled_reason === null ? NONE : html`: ${disabled_reason}`}${failures > 0 ? html`; ${HOOKS.failures(failures)}` : NONE}`

/** The filters as they are stored, by their names in the interface. */
const filtersText = (filters: HookJson['filters']): string =>
  Object.entries(filters)
    .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
    .join('; ') || HOOKS.all

async function hooksPage(c: Context<App>, draft: Draft): Promise<Page> {
  const { after } = pageQuery(c, { after: ordinal.optional() })
  const rows = await hookRows(c.var.store, { after, limit: HOOKS_SHOWN + 1 })
  const hooks = rows.slice(0, HOOKS_SHOWN).map(hookJson)
  const last = rows.length > HOOKS_SHOWN ? hooks.at(-1)?.id : undefined
  const items = hooks.map(
    (hook) => html`<li><p><a href="${address.hook(hook.id)}">${hook.url}</a> · ${state(hook)}</p>
<p class="meta" dir="auto">${joined([...(hook.description === null ? [] : [hook.description]), filtersText(hook.filters)], ' · ')}</p></li>\n`,
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

const optionsOf = (words: Readonly<Record<string, string>>): Option[] => Object.entries(words)

function hookForm(c: Context<App>, draft: Draft): Markup {
  const { text, choice, checks } = fieldsOf('hook', draft)
  const kinds = BY_WEIGHT.map((kind): Option => [kind, KIND_WORDS[kind].label])
  return form({
    session: sessionOf(c),
    action: address.hooks(),
    draft,
    names: Object.keys(FIELDS),
    body: [
      text({ name: 'url', label: HOOKS.url, type: 'url', required: true }),
      text({ name: 'description', label: HOOKS.description }),
      html`<h3>${HOOKS.filters}</h3>`,
      checks({ name: 'filters.kind', label: HOOKS.kind, options: kinds }),
      choice({ name: 'filters.zone', label: HOOKS.zone, options: [['', HOOKS.anyZone], ...optionsOf(HOOKS.zones)] }),
      choice({ name: 'filters.acknowledged', label: HOOKS.acknowledged, options: optionsOf(HOOKS.acknowledgedChoices) }),
      text({ name: 'filters.source', label: HOOKS.source }),
      text({ name: 'filters.article', label: HOOKS.article }),
      text({ name: 'filters.publication', label: HOOKS.publication }),
      text({ name: 'since', label: HOOKS.since, hint: HOOKS.sinceHint }),
    ],
    button: HOOKS.button,
  })
}

async function hookPage(c: Context<App>, id: number, draft: Draft): Promise<Page> {
  const { store } = c.var
  const hook = hookJson(await hookAt(c, id))
  const deliveries = await deliveryRows(store, { hook: id, limit: DELIVERIES_SHOWN })
  return {
    title: HOOKS.one(id),
    about: HOOKS.lede,
    path: address.hook(id),
    body: html`<p class="kicker"><a href="${address.hooks()}">${HOOKS.title}</a></p>
<h1>${HOOKS.one(id)}</h1>
<p class="lede">${hook.url}</p>
<p>${state(hook)}</p>
<p class="meta" dir="auto">${joined([...(hook.description === null ? [] : [hook.description]), filtersText(hook.filters)], ' · ')}</p>
<h2>${HOOKS.deliveries}</h2>
${deliveryTable(deliveries)}
<h2>${HOOKS.remove}</h2>
<p>${HOOKS.removeLede}</p>
${form({ session: sessionOf(c), action: address.removeHook(id), draft, names: [], body: [], button: HOOKS.remove })}`,
  }
}
