/** The page of searches: sentences or claims of all versions, which version brought them and which one dropped them. */
import { type Context, Hono } from 'hono'
import { Failure } from '../../failure.ts'
import { type Hits, searchAnswer, searchShape } from '../../http/answers/search-answer.ts'
import type { App } from '../../http/context.ts'
import { listShape } from '../../http/request/list.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { notModified } from '../../http/response/conditional.ts'
import { address } from '../addresses.ts'
import { answerPage, LOOK, pageQuery } from '../frame/answer-page.ts'
import { csvLink, type DataLink, feedLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE, raw } from '../markup.ts'
import { hitsCount, SEARCH } from '../words/search-words.ts'
import { hitRow } from './hit-row.ts'

/** Rows a page. */
const HITS = 30

/** The parameters besides the words, as they were sent. */
const FIELDS = ['in', 'article', 'publication', 'source', 'at'] as const
type Fields = Readonly<Partial<Record<(typeof FIELDS)[number], string | undefined>>>

/** /search. */
export const searchRoute = new Hono<App>().get('/search', mayRead, async (c) => {
  const words = c.req.query('q')?.trim() ?? ''
  if (words === '') return notModified(c, 'search', LOOK) ?? answerPage(c, startPage())
  const fields: Fields = Object.fromEntries(FIELDS.map((name) => [name, c.req.query(name) || undefined]))
  try {
    return await found(c, words, fields)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'invalid') throw error
    c.header('Cache-Control', 'no-store')
    const { body, headers } = answerPage(c, startPage(words, messageOf(error)))
    return new Response(body, { status: error.status, headers })
  }
})

function found(c: Context<App>, words: string, fields: Fields) {
  const query = pageQuery(c, { ...searchShape, cursor: listShape.cursor, limit: listShape.limit })
  const asked = { words, fields, further: query.cursor !== undefined }
  return searchAnswer(c, `search-${LOOK}`, { limit: HITS, ...query }, (hits) => answerPage(c, hitsPage(hits, asked)))
}

function messageOf({ message, errors = [] }: Failure): string {
  const [error] = errors
  if (!error) return message
  const field = error.path.replace(/^query\./, '')
  return field === 'q' ? SEARCH.wrong(error.message) : SEARCH.wrongField(field, error.message)
}

/** The form, and how to ask. */
function startPage(words = '', wrong: string | null = null): Page {
  return {
    title: SEARCH.title,
    about: SEARCH.lede,
    query: words,
    path: address.search(),
    body: html`<h1 class="title">${SEARCH.title}</h1>
<p class="lede">${SEARCH.lede}</p>
${form(words, wrong)}
${tips()}`,
  }
}

function form(words: string, wrong: string | null): Markup {
  const said = wrong === null ? NONE : html`<p class="wrong" role="alert" id="search-wrong" dir="auto">${wrong}</p>`
  const invalid = wrong === null ? NONE : raw(' aria-invalid="true" aria-describedby="search-wrong"')
  return html`<form class="range" action="${address.search()}">${said}<label for="words">${SEARCH.label}</label> <input type="search" id="words" name="q" value="${words}" dir="auto"${invalid}> <button>${SEARCH.button}</button></form>`
}

function tips(): Markup {
  const rows = SEARCH.tips.map(
    ([words, meaning]) =>
      html`<div><dt><a href="${address.search({ q: words })}"><code>${words}</code></a></dt><dd>${meaning}</dd></div>\n`,
  )
  return html`<section><h2>${SEARCH.tipsTitle}</h2><dl class="facts">${rows}</dl></section>`
}

interface Asked {
  readonly words: string
  readonly fields: Fields
  readonly further: boolean
}

function hitsPage({ data, next, total }: Hits, { words, fields, further }: Asked): Page {
  const asked = { q: words, ...fields }
  const claims = data[0]?.kind === 'claim' || fields.in === 'claims'
  const count = hitsCount(total, claims, further ? data.length : null)
  const first = html`${count} ${SEARCH.with} <span class="sought" dir="auto">${words}</span>`
  return {
    title: SEARCH.pageTitle(words),
    about: first,
    query: words,
    path: address.search({ q: words }),
    data: [jsonLink('/v1/search', asked), csvLink('/v1/search', asked), ...feedOf(asked)],
    body: html`<h1 class="title">${first}</h1>
${places(words, fields, claims)}${narrowed(words, fields)}
${data.length > 0 ? html`<ol class="hits">${data.map(hitRow)}</ol>` : html`<section class="lonely"><p>${SEARCH.none}</p></section>${tips()}`}
${next === null ? NONE : html`<p class="actions"><a class="button" href="${address.search({ ...asked, cursor: next })}">${SEARCH.more}</a></p>`}`,
  }
}

/** The feed of what changes in the sentences that are found; of claims there is none, nor as of a time. */
function feedOf({ q, in: searched, article, publication, source, at }: Fields & { readonly q: string }): DataLink[] {
  if (searched === 'claims' || at !== undefined) return []
  return [feedLink('/feeds/search.atom', { q, article, publication, source })]
}

/** Sentences or claims. */
function places(words: string, fields: Fields, claims: boolean): Markup {
  const tab = (name: string, value: string | undefined, here: boolean) =>
    html`<a href="${address.search({ q: words, ...fields, in: value })}"${here ? raw(' aria-current="page"') : NONE}>${name}</a>`
  return html`<nav class="tabs" aria-label="${SEARCH.where}">${tab(SEARCH.sentences, undefined, !claims)}${tab(SEARCH.claims, 'claims', claims)}</nav>`
}

/** The filters that narrow the search, and the way back. */
function narrowed(words: string, fields: Fields): Markup {
  const given = FIELDS.flatMap((name) => (name === 'in' || fields[name] === undefined ? [] : [`${name} ${fields[name]}`]))
  if (given.length === 0) return NONE
  return html`<p class="chosen" dir="auto"><b>${SEARCH.only} ${joined(given)}.</b> <a href="${address.search({ q: words, in: fields.in })}">${SEARCH.showAll}</a></p>`
}
