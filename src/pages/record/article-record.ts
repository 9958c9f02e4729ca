/** The record of a story: whether anything that the archive says of it was edited, and what the log has of it. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../http/context.ts'
import { type LoggedEntryJson, loggedEntryJson } from '../../http/json/log/logged-entry-json.ts'
import { type VerificationJson, verificationJson } from '../../http/json/log/verification-json.ts'
import { originOf } from '../../http/origin.ts'
import { found } from '../../http/request/article-path.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { verify } from '../../reading/verify/verify-article.ts'
import { entriesOf } from '../../store/log/entries.ts'
import { articleRow, articleView } from '../../store/read/articles.ts'
import { address } from '../addresses.ts'
import { answerNow, pageParams, pageQuery, renamedPage } from '../frame/answer-page.ts'
import { csvLink, followStory, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { comparedText, RECORD } from '../words/record-words.ts'
import { entryTable, faultList } from './entry-table.ts'

const ENTRIES_SHOWN = 100

/** /a/{slug}/record. The article is verified for each request. */
export const articleRecord = new Hono<App>().get('/a/:slug/record', mayRead, async (c) => {
  const { slug } = pageParams(c, { slug: z.string() })
  const { after = 0 } = pageQuery(c, { after: ordinal.optional() })
  const { store, clock } = c.var
  const [row] = await articleRow(store, slug)
  const article = articleView(found(row, slug))
  const renamed = renamedPage(c, slug, article.slug)
  if (renamed) return renamed
  const verification = verificationJson(await verify(store, slug))
  const rows = await entriesOf(store, { article: slug, after, limit: ENTRIES_SHOWN + 1 })
  return answerNow(
    c,
    recordPage({
      headline: article.title ?? article.slug,
      verification,
      at: new Date(clock()).toISOString(),
      entries: rows.slice(0, ENTRIES_SHOWN).map(loggedEntryJson),
      after,
      more: rows.length > ENTRIES_SHOWN,
      origin: originOf(c),
    }),
  )
})

interface Record {
  readonly headline: string
  readonly verification: VerificationJson
  /** When it was verified. */
  readonly at: string
  readonly entries: readonly LoggedEntryJson[]
  /** The position behind which they begin. */
  readonly after: number
  readonly more: boolean
  readonly origin: string
}

function recordPage(record: Record): Page {
  const { headline, verification, at, origin } = record
  const { article, ok, whole, faults } = verification
  const verdict = ok ? RECORD.intact : RECORD.broken(faults.length)
  return {
    title: RECORD.of(headline),
    about: verdict,
    here: 'stories',
    path: address.recordOf(article),
    data: [jsonLink(`/v1/articles/${article}/verify`), csvLink('/v1/log/entries', { article }), ...followStory(article)],
    body: html`<p class="kicker"><a href="${address.story(article)}" dir="auto">${headline}</a></p>
<h1>${RECORD.title}</h1>
<p class="lede${ok ? '' : ' broken'}">${verdict}</p>
<p class="meta">${comparedText(verification, at)}${whole ? NONE : html` ${RECORD.notWhole}`}</p>
${ok ? NONE : html`<section class="guide"><h2>${RECORD.faults}</h2>${faultList(faults, article, RECORD.whole)}<p>${RECORD.faultsNote}</p></section>`}
<section class="guide"><h2>${RECORD.own}</h2><p>${RECORD.ownNote} <a href="${address.record()}">${RECORD.ofArchive}</a>.</p>
<p>${RECORD.command}</p><pre>npx claimtrail verify ${article} --url ${origin}</pre></section>
<section class="record"><h2>${RECORD.entries}</h2><p>${RECORD.entriesNote}</p>
${record.entries.length === 0 ? html`<p>${RECORD.none}</p>` : entryTable(record.entries, RECORD.entries)}
${pager(record)}</section>`,
  }
}

function pager({ verification: { article }, entries, after, more }: Record): Markup {
  const start = after === 0 ? NONE : html`<a href="${address.recordOf(article)}">${RECORD.fromStart}</a> `
  const later = more
    ? html`<a class="button" href="${address.recordOf(article, { after: entries.at(-1)?.position })}">${RECORD.later}</a>`
    : NONE
  return after === 0 && !more ? NONE : html`<p class="actions">${start}${later}</p>`
}
