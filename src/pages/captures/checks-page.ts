/** The captures that read nothing, of the archive and of a story, beside all captures. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../http/context.ts'
import { captureJson } from '../../http/json/captures/capture-json.ts'
import { type CoverageJson, coverageJson } from '../../http/json/captures/coverage-json.ts'
import { found } from '../../http/request/article-path.ts'
import { DEFAULT_LIMIT, fromCursor, page } from '../../http/request/list.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { fromTime } from '../../http/request/values.ts'
import { notModified, unchanged } from '../../http/response/conditional.ts'
import { type CaptureRow, captureRows, capturesState } from '../../store/captures/captures.ts'
import { articleRow, articleView } from '../../store/read/articles.ts'
import { coverageRow, gapRows } from '../../store/read/stories/coverage.ts'
import { address } from '../addresses.ts'
import { answerPage, LOOK, pageParams, pageQuery, renamedPage } from '../frame/answer-page.ts'
import { csvLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { CHECKS, coverageText } from '../words/capture-words.ts'
import { captureTable, gapTable } from './capture-table.ts'

const shape = {
  all: z.literal('true').optional(),
  since: fromTime.optional(),
  cursor: z.string().max(500).optional(),
}
type Query = z.output<z.ZodObject<typeof shape>>

interface Story {
  readonly slug: string
  readonly headline: string
  readonly coverage: CoverageJson
}

/** /checks and /a/{slug}/checks. */
export const checksRoute = new Hono<App>()
  .get('/checks', mayRead, async (c) => {
    const query = pageQuery(c, shape)
    const { store } = c.var
    const cached = await unchanged(c, async () => ['ck', stateOf(await capturesState(store)), LOOK])
    if (cached) return cached
    const [state, rows] = await store.batchRead([capturesState(store), shownRows(c, query, null)])
    return notModified(c, 'ck', stateOf(state), LOOK) ?? answerPage(c, checksPage(query, rows, null))
  })
  .get('/a/:slug/checks', mayRead, async (c) => {
    const { slug } = pageParams(c, { slug: z.string() })
    const query = pageQuery(c, shape)
    const { store } = c.var
    const [[row], [coverage], gaps, rows] = await store.batchRead([
      articleRow(store, slug),
      coverageRow(store, slug),
      gapRows(store, slug),
      shownRows(c, query, slug),
    ])
    const article = articleView(found(row, slug))
    const early =
      renamedPage(c, slug, article.slug) ?? notModified(c, article.id, article.revision, coverage?.state ?? '', 'ck', LOOK)
    if (early) return early
    const story = {
      slug: article.slug,
      headline: article.title ?? article.slug,
      coverage: coverageJson(coverage, gaps, article.latestCapturedAt),
    }
    return answerPage(c, checksPage(query, rows, story))
  })

function shownRows(c: Context<App>, { all, since, cursor }: Query, article: string | null) {
  const [below] = fromCursor('capture', { cursor }, 'id') ?? []
  const good = all ? undefined : false
  return captureRows(c.var.store, { article: article ?? undefined, good, since, below, limit: DEFAULT_LIMIT + 1 })
}

const stateOf = ([row]: readonly { state: string }[]): string => row?.state ?? ''

function checksPage({ all, since }: Query, rows: readonly CaptureRow[], story: Story | null): Page {
  const { data, next } = page(rows, DEFAULT_LIMIT, 'capture', (row) => [row.id])
  const to = (query: Readonly<Record<string, string | undefined>>) =>
    story ? address.checksOf(story.slug, query) : address.checks(query)
  const json = story ? `/v1/articles/${story.slug}/captures` : '/v1/captures'
  const asked = { good: all ? undefined : 'false', since }
  const title = story ? CHECKS.ofStory(story.headline) : all ? CHECKS.allTitle : CHECKS.title
  return {
    title,
    about: CHECKS.lede,
    path: to({}),
    data: [jsonLink(json, asked), csvLink(json, asked)],
    body: html`${story ? html`<p class="kicker"><a href="${address.story(story.slug)}" dir="auto">${story.headline}</a></p>` : NONE}
<h1>${story ? (all ? CHECKS.allTitle : CHECKS.title) : title}</h1>
<p class="lede">${CHECKS.lede}</p>
${story ? html`<p>${coverageText(story.coverage)}</p>${gapTable(story.coverage.gaps)}` : NONE}
${tabs(all !== undefined, to)}
${data.length === 0 ? html`<p>${all ? CHECKS.none : CHECKS.noneBad}</p>` : captureTable(data.map(captureJson))}
${next === null ? NONE : html`<p><a href="${to({ all, since, cursor: next })}">${CHECKS.more}</a></p>`}`,
  }
}

function tabs(all: boolean, to: (query: Readonly<Record<string, string | undefined>>) => string): Markup {
  const choices = [
    all ? html`<a href="${to({})}">${CHECKS.bad}</a>` : html`<b>${CHECKS.bad}</b>`,
    all ? html`<b>${CHECKS.all}</b>` : html`<a href="${to({ all: 'true' })}">${CHECKS.all}</a>`,
  ]
  return html`<p class="sorts">${CHECKS.which}: ${joined(choices, ' · ')}</p>`
}
