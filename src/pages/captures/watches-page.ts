/** The pages and feeds that are watched; editors add one. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../http/context.ts'
import { WATCH_STATES, type WatchJson, watchJson } from '../../http/json/captures/watch-json.ts'
import { checked } from '../../http/request/input.ts'
import { mayRead, requires } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { notModified, unchanged } from '../../http/response/conditional.ts'
import { timeText } from '../../http/words/times.ts'
import { makeWatch, newWatch } from '../../http/writes/watch-writes.ts'
import { type WatchRow, watchesState, watchRows } from '../../store/captures/watches.ts'
import { address } from '../addresses.ts'
import { form } from '../editing/fields.ts'
import { blankDraft, type Draft, SMALL_FORM, submitted } from '../editing/submit.ts'
import { answerForm, answerPage, LOOK, pageQuery, seeOther } from '../frame/answer-page.ts'
import { csvLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { OUTCOME_WORDS, WATCHES } from '../words/capture-words.ts'
import { newWatchControls, WATCH_FIELDS, watchOf } from './watch-form.ts'

const WATCHES_SHOWN = 50
export const CAPTURE_SCOPE = 'capture:write'

const shape = {
  state: z.enum(WATCH_STATES).optional(),
  feed: ordinal.optional(),
  after: ordinal.optional(),
  url: z.string().max(2000).optional(),
}
type Query = z.output<z.ZodObject<typeof shape>>

/** /watches. */
export const watchesRoute = new Hono<App>()
  .get('/watches', mayRead, async (c) => {
    const query = pageQuery(c, shape)
    if (c.var.session)
      return answerForm(c, watchesPage(c, query, await shownRows(c, query), blankDraft({ url: query.url ?? '' })))
    const cached = await unchanged(c, async () => ['ws', stateOf(await watchesState(c.var.store)), LOOK])
    if (cached) return cached
    const [state, rows] = await c.var.store.batchRead([watchesState(c.var.store), shownRows(c, query)])
    return notModified(c, 'ws', stateOf(state), LOOK) ?? answerPage(c, watchesPage(c, query, rows, blankDraft()))
  })
  .post('/watches', requires(CAPTURE_SCOPE), async (c) => {
    const { done, draft } = await submitted(c, SMALL_FORM, (values) =>
      makeWatch(c, checked(z.strictObject(newWatch), watchOf(values, Object.keys(WATCH_FIELDS)), '')),
    )
    if (draft) return answerForm(c, watchesPage(c, {}, await shownRows(c, {}), draft), draft.status)
    return seeOther(c, done ? address.watch(done.id) : address.watches())
  })

const shownRows = (c: Context<App>, { state, feed, after }: Query) =>
  watchRows(c.var.store, { state, feed, after, limit: WATCHES_SHOWN + 1 })

const stateOf = ([row]: readonly { state: string }[]): string => row?.state ?? ''

function watchesPage(c: Context<App>, { state, feed }: Query, rows: readonly WatchRow[], draft: Draft): Page {
  const watches = rows.slice(0, WATCHES_SHOWN).map(watchJson)
  const last = rows.length > WATCHES_SHOWN ? watches.at(-1)?.id : undefined
  const { session } = c.var
  const none = state === undefined && feed === undefined ? WATCHES.none : WATCHES.noneSuch
  return {
    title: WATCHES.title,
    about: WATCHES.lede,
    path: address.watches(),
    data: [jsonLink('/v1/watches', { state, feed }), csvLink('/v1/watches', { state, feed })],
    body: html`<h1>${WATCHES.title}</h1>
<p class="lede">${WATCHES.lede}</p>
${states(state)}
${watches.length === 0 ? html`<p>${none}</p>` : html`<ul class="decisions">${watches.map(watchItem)}</ul>`}
${last === undefined ? NONE : html`<p><a href="${address.watches({ state, feed, after: last })}">${WATCHES.more}</a></p>`}
${
  session?.caller.scopes.includes(CAPTURE_SCOPE)
    ? html`<h2 id="add">${WATCHES.add}</h2>${form({ session, action: address.watches(), draft, names: Object.keys(WATCH_FIELDS), body: newWatchControls(draft), button: WATCHES.button })}`
    : NONE
}`,
  }
}

function states(chosen: Query['state']): Markup {
  const choices = [undefined, ...WATCH_STATES].map((state) => {
    const words = state === undefined ? WATCHES.all : WATCHES.states[state]
    return state === chosen ? html`<b>${words}</b>` : html`<a href="${address.watches({ state })}">${words}</a>`
  })
  return html`<p class="sorts">${WATCHES.stateTabs}: ${joined(choices, ' · ')}</p>`
}

/** A watch in a list: its address, its state, and its last and next checks. */
function watchItem(watch: WatchJson): Markup {
  return html`<li><p><a href="${address.watch(watch.id)}" dir="auto">${watch.address}</a>${watch.kind === 'feed' ? html` · ${WATCHES.feed}` : NONE}${watch.article === null ? NONE : html` · <a href="${address.story(watch.article)}" dir="auto">${watch.article}</a>`}</p>
<p class="meta">${watchState(watch)}</p></li>\n`
}

/** Its state, its last and next checks, and why it stopped. */
export function watchState({ state, last_outcome, last_check, next_check, failures, stopped_reason }: WatchJson): Markup {
  const parts = [
    html`<b>${WATCHES.states[state]}</b>`,
    last_outcome === null || last_check === null
      ? html`${WATCHES.notYet}`
      : html`${WATCHES.last(OUTCOME_WORDS[last_outcome], timeText(last_check, { year: true }))}`,
    ...(next_check === null ? [] : [html`${WATCHES.next(timeText(next_check))}`]),
    ...(failures > 0 ? [html`${WATCHES.failures(failures)}`] : []),
    ...(stopped_reason === null ? [] : [html`${stopped_reason}`]),
  ]
  return html`${joined(parts, ' · ')}`
}
