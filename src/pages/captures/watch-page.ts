/** One watch: its state, its captures, and for editors checking, pausing, changing and removing it. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App, Session } from '../../http/context.ts'
import { captureJson } from '../../http/json/captures/capture-json.ts'
import { type WatchJson, watchJson } from '../../http/json/captures/watch-json.ts'
import { checked } from '../../http/request/input.ts'
import { mayRead, requires } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { checkAtOnce, patchWatch, watchPatch, withoutWatch } from '../../http/writes/watch-writes.ts'
import { captureRows } from '../../store/captures/captures.ts'
import { watchOf as watchRowOf } from '../../watching/watches.ts'
import { address } from '../addresses.ts'
import { form } from '../editing/fields.ts'
import { blankDraft, type Draft, SMALL_FORM, submitted } from '../editing/submit.ts'
import { answerForm, pageParams, seeOther } from '../frame/answer-page.ts'
import { csvLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { CHECKS, hubText, WATCHES } from '../words/capture-words.ts'
import { captureTable } from './capture-table.ts'
import { READING_FIELDS, readingControls, watchOf } from './watch-form.ts'
import { CAPTURE_SCOPE, watchState } from './watches-page.ts'

const CAPTURES_SHOWN = 50
const path = { id: ordinal }
const mayWatch = requires(CAPTURE_SCOPE)

/** /watches/{id}. */
export const watchRoute = new Hono<App>()
  .get('/watches/:id', mayRead, async (c) => {
    const { id } = pageParams(c, path)
    return answerForm(c, await watchPage(c, id))
  })
  .post('/watches/:id', mayWatch, async (c) => {
    const { id } = pageParams(c, path)
    return ended(c, id, (values) =>
      patchWatch(c, id, checked(z.strictObject(watchPatch), watchOf(values, Object.keys(READING_FIELDS)), '')),
    )
  })
  .post('/watches/:id/check', mayWatch, async (c) => {
    const { id } = pageParams(c, path)
    return ended(c, id, () => checkAtOnce(c, id))
  })
  .post('/watches/:id/pause', mayWatch, async (c) => {
    const { id } = pageParams(c, path)
    return ended(c, id, () => patchWatch(c, id, { paused: true }))
  })
  .post('/watches/:id/resume', mayWatch, async (c) => {
    const { id } = pageParams(c, path)
    return ended(c, id, () => patchWatch(c, id, { paused: false }))
  })
  .post('/watches/:id/remove', mayWatch, async (c) => {
    const { id } = pageParams(c, path)
    const { draft } = await submitted(c, SMALL_FORM, () => withoutWatch(c, id))
    return draft ? answerForm(c, await watchPage(c, id, draft), draft.status) : seeOther(c, address.watches())
  })

/** Does what a form of the page asks for, and leads back to it. */
async function ended(c: Context<App>, id: number, work: (values: URLSearchParams) => Promise<unknown>): Promise<Response> {
  const { draft } = await submitted(c, SMALL_FORM, work)
  return draft ? answerForm(c, await watchPage(c, id, draft), draft.status) : seeOther(c, address.watch(id))
}

async function watchPage(c: Context<App>, id: number, draft: Draft | null = null): Promise<Page> {
  const { store, session } = c.var
  const watch = watchJson(await watchRowOf(store, id))
  const captures = await captureRows(store, { watch: id, limit: CAPTURES_SHOWN })
  return {
    title: WATCHES.one(id),
    about: watch.address,
    path: address.watch(id),
    data: [jsonLink(`/v1/watches/${id}`), csvLink('/v1/captures', { watch: id })],
    body: html`<p class="kicker"><a href="${address.watches()}">${WATCHES.title}</a></p>
<h1 class="long" dir="auto">${watch.address}</h1>
<p>${watchState(watch)}</p>${watch.hub === null ? NONE : html`\n<p>${hubText(watch.hub)}</p>`}
<p class="meta"><a href="${watch.address}" rel="nofollow noopener" dir="auto">${watch.address}</a>${watch.article === null ? NONE : html` · <a href="${address.story(watch.article)}">${WATCHES.story}</a>`}${watch.kind === 'feed' ? html` · <a href="${address.watches({ feed: id })}">${WATCHES.pagesOfFeed}</a>` : NONE}${watch.feed === null ? NONE : html` · <a href="${address.watch(watch.feed)}">${WATCHES.ofFeed}</a>`}</p>
${session?.caller.scopes.includes(CAPTURE_SCOPE) ? tools(session, watch, draft) : NONE}
<h2>${WATCHES.captures}</h2>
${captures.length === 0 ? html`<p>${CHECKS.none}</p>` : captureTable(captures.map(captureJson))}`,
  }
}

function tools(session: Session, watch: WatchJson, sent: Draft | null): Markup {
  const { id } = watch
  const blank = blankDraft()
  const button = (action: string, label: string) => form({ session, action, draft: blank, names: [], body: [], button: label })
  const draft = sent ?? draftOf(watch)
  return html`<div class="tools">${button(address.watch(id, 'check'), WATCHES.check)}
${watch.state === 'watching' ? button(address.watch(id, 'pause'), WATCHES.pause) : button(address.watch(id, 'resume'), WATCHES.resume)}</div>
<details${sent ? html` open` : NONE}><summary>${WATCHES.change}</summary>${form({ session, action: address.watch(id), draft, names: Object.keys(READING_FIELDS), body: readingControls(draft), button: WATCHES.save })}</details>
<details><summary>${WATCHES.remove}</summary><p>${WATCHES.removeLede}</p>${button(address.watch(id, 'remove'), WATCHES.remove)}</details>`
}

/** The form filled in with the watch as it is. */
const draftOf = ({ publication, every, keep, drop }: WatchJson): Draft =>
  blankDraft({
    publication: publication ?? '',
    every: every === null ? '' : String(Math.round(every / 60)),
    keep: keep.join('\n'),
    drop: drop.join('\n'),
  })
