/** The page of sources: who is reported to say it, those with the most claims first. */
import { Hono } from 'hono'
import { type SourceJson, type SourcesQuery, sourceJson, sourceList, sourcesShape } from '../../http/answers/sources-answer.ts'
import type { App } from '../../http/context.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { archiveAnswer } from '../../http/response/archive-answer.ts'
import { thousands } from '../../http/words/counts.ts'
import { address } from '../addresses.ts'
import { answerPage, LOOK, pageQuery } from '../frame/answer-page.ts'
import { csvLink, feedLink, hookLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { KINDS_OF_SOURCES, SOURCES, sourcesCount } from '../words/source-words.ts'

/** Rows a page. */
const ROWS = 100

const { sort: _, ...shape } = sourcesShape

/** /sources. */
export const sourcesRoute = new Hono<App>().get('/sources', mayRead, (c) => {
  const query = pageQuery(c, shape)
  const list = sourceList(c.var.store, { limit: ROWS, ...query, sort: 'claims' })
  return archiveAnswer(
    c,
    `sources-${LOOK}`,
    { publication: query.publication },
    () => [list.first()],
    ([rows]) => answerPage(c, sourcesPage(list.page(rows, sourceJson), query)),
  )
})

const hasFilter = ({ q, kind, publication }: SourcesQuery) => [q, kind, publication].some((one) => one !== undefined)

interface Answer {
  readonly data: readonly SourceJson[]
  readonly next: string | null
}

function sourcesPage({ data, next }: Answer, query: SourcesQuery): Page {
  const { q, kind, publication } = query
  const fields = { q, kind, publication }
  return {
    title: SOURCES.title,
    about: SOURCES.about,
    here: 'sources',
    path: address.sources(),
    data: [
      jsonLink('/v1/sources', { ...fields, sort: 'claims', cursor: query.cursor }),
      csvLink('/v1/sources', { ...fields, sort: 'claims' }),
      feedLink('/feeds/changes.atom', { publication }),
      hookLink({ publication }),
    ],
    body: html`<h1 class="title">${SOURCES.title}</h1>
${filterForm(query)}
${data.length === 0 ? none(query) : html`<p class="coverage" dir="auto">${sourcesCount(data.length, query, next !== null)} ${SOURCES.note}</p>\n${table(data)}`}
${next === null ? NONE : html`<p class="actions"><a class="button" href="${address.sources({ ...fields, cursor: next })}">${SOURCES.more}</a></p>`}`,
  }
}

function filterForm(query: SourcesQuery): Markup {
  const { q, kind, publication } = query
  const options = Object.entries(KINDS_OF_SOURCES).map(
    ([value, words]) => html`<option value="${value}"${value === kind ? raw(' selected') : NONE}>${words}</option>`,
  )
  return html`<form class="filters narrow" action="${address.sources()}">${publication === undefined ? NONE : html`<input type="hidden" name="publication" value="${publication}">`}
<div><label for="s-q">${SOURCES.name}</label><input id="s-q" name="q" value="${q}" dir="auto"></div>
<div><label for="s-kind">${SOURCES.kind}</label><select id="s-kind" name="kind"><option value="">${SOURCES.anyKind}</option>${options}</select></div>
<button>${SOURCES.show}</button>${hasFilter(query) ? html` <a href="${address.sources()}">${SOURCES.showAll}</a>` : NONE}
</form>`
}

const none = (query: SourcesQuery): Markup =>
  html`<section class="lonely">${hasFilter(query) ? html`<h2>${SOURCES.none}</h2><p>${SOURCES.noneText}</p>` : html`<p>${SOURCES.empty}</p>`}</section>`

function table(data: readonly SourceJson[]): Markup {
  const heads = [SOURCES.source, SOURCES.claims, SOURCES.standing, SOURCES.stories]
  const rows = data.map(
    ({ id, name, kind, claims, present_claims, articles }) =>
      html`<tr><th scope="row" dir="auto"><a href="${address.source(id)}">${name}</a>${kind === 'unnamed' ? html` <span class="meta">${SOURCES.notNamed}</span>` : NONE}</th><td>${thousands(claims)}</td><td>${thousands(present_claims)}</td><td>${thousands(articles)}</td></tr>
`,
  )
  return html`<div class="scroller" tabindex="0" role="region" aria-label="${SOURCES.title}"><table class="data sources"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows}</tbody></table></div>`
}
