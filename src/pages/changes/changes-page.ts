/** The pages of changes, the latest first: of the archive, and of a story. */
import { Hono } from 'hono'
import { z } from 'zod'
import { changesPageQuery, changesPageShape, latestFilter, latestPage } from '../../http/answers/latest-changes-answer.ts'
import { type SourceChoice, sourceChoice } from '../../http/answers/source-choice.ts'
import type { App } from '../../http/context.ts'
import { changeJson } from '../../http/json/change-json.ts'
import { found } from '../../http/request/article-path.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { withinShape } from '../../http/request/values.ts'
import { archiveAnswer } from '../../http/response/archive-answer.ts'
import { articleUnchanged, notModified } from '../../http/response/conditional.ts'
import { articleRow } from '../../store/read/articles.ts'
import { type ChangeRow, changeView } from '../../store/read/changes.ts'
import { headlinesOfChanges, type LatestFilter, latestChanges, latestCount } from '../../store/read/stories/latest-changes.ts'
import { publicationRows } from '../../store/read/stories/stories.ts'
import type { Store } from '../../store/store.ts'
import { address, queryOf } from '../addresses.ts'
import { answerPage, LOOK, pageParams, pageQuery, renamedPage } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { sourceNote } from '../sources/source-note.ts'
import { CHANGES, changesLede } from '../words/changes-words.ts'
import { FRAME } from '../words/frame-words.ts'
import { STORY } from '../words/story-words.ts'
import { changeDays } from './change-row.ts'
import {
  type ChangesQuery,
  changesForm,
  changesTabs,
  chosenNote,
  countNote,
  fieldsOf,
  type ListAddress,
  noChange,
} from './changes-filters.ts'

/** Rows a page, and publications in the filter. */
const ROWS = 40
const PUBLICATIONS = 200

/** /changes and /a/{slug}/changes. */
export const changesRoute = new Hono<App>()
  .get('/changes', mayRead, async (c) => {
    const given = pageQuery(c, { ...changesPageShape, publication: withinShape.publication })
    const { store } = c.var
    const { source, open } = await sourceChoice(store, given.source)
    const query = { ...given, source }
    const filter = latestFilter({ limit: ROWS, ...changesPageQuery(query) })
    return archiveAnswer(
      c,
      `changes-${LOOK}`,
      query,
      () => [...queriesOf(store, filter), publicationRows(store, PUBLICATIONS)],
      ([rows, counts, headlines, publications]) => {
        const { data, next } = latestPage(rows, filter)
        return answerPage(
          c,
          changesPage({
            ...listed(counts, headlines),
            rows: data,
            next,
            query,
            open,
            story: null,
            publications: publications.map(({ name }) => name),
          }),
        )
      },
    )
  })
  .get('/a/:slug/changes', mayRead, async (c) => {
    const { slug } = pageParams(c, { slug: z.string() })
    const given = pageQuery(c, changesPageShape)
    // A choice of sources depends on the whole archive, not only on the story.
    const cached = given.source === undefined ? await articleUnchanged(c, slug, () => ['changes', LOOK]) : null
    if (cached) return cached
    const { store } = c.var
    const { source, open } = await sourceChoice(store, given.source)
    const query = { ...given, source }
    const filter = latestFilter({ limit: ROWS, ...changesPageQuery(query, slug) })
    const [[row], rows, counts, headlines] = await store.batchRead([articleRow(store, slug), ...queriesOf(store, filter)])
    const article = found(row, slug)
    const early =
      renamedPage(c, slug, article.slug) ??
      (given.source === undefined ? notModified(c, article.id, article.revision, 'changes', LOOK) : null)
    if (early) return early
    const { data, next } = latestPage(rows, filter)
    return answerPage(
      c,
      changesPage({ ...listed(counts, headlines), rows: data, next, query, open, story: article, publications: null }),
    )
  })

/** The changes of a page, how many the list has, and the headlines of their stories. */
const queriesOf = (store: Store, filter: LatestFilter) =>
  [latestChanges(store, filter), latestCount(store, filter), headlinesOfChanges(store, filter)] as const

const listed = (
  [counts]: readonly { readonly changes: number }[],
  headlines: readonly { readonly slug: string; readonly headline: string | null }[],
) => ({
  count: counts?.changes ?? 0,
  headlines: new Map(headlines.map(({ slug, headline }) => [slug, headline])),
})

interface Listed {
  /** How many changes the list has on all its pages, as far as they are counted. */
  readonly count: number
  /** The latest headlines, by slug: a story has one name in all lists. */
  readonly headlines: ReadonlyMap<string, string | null>
  readonly rows: readonly ChangeRow[]
  readonly next: string | null
  readonly query: ChangesQuery
  /** The words in place of a source that do not name exactly one: there are no rows then. */
  readonly open: SourceChoice['open']
  /** The story of all of them; null: they are of the archive. */
  readonly story: { readonly slug: string; readonly title: string | null; readonly publication: string | null } | null
  readonly publications: readonly string[] | null
}

function changesPage({ rows: listed, next: further, query, open, story: of, publications, count, headlines }: Listed): Page {
  const [rows, next] = open ? [[], null] : [listed, further]
  const story = of && { ...of, title: headlines.get(of.slug) ?? of.title }
  const list: ListAddress = (fields) => (story ? address.changesOf(story.slug, fields) : address.changes(fields))
  const title = story ? CHANGES.titleOf(story.title ?? STORY.noTitle) : CHANGES.title
  const lede = changesLede(query.disclosed, query.added || query.first_versions)
  return {
    title,
    about: lede,
    here: 'changes',
    path: list({}),
    data: dataLinks(query, story?.slug),
    body: html`${story ? kicker(story) : NONE}
<h1 dir="auto">${story ? CHANGES.title : title}</h1>
<p class="lede">${lede}</p>
${changesTabs(query, list)}
${changesForm({ ...query, source: open?.words ?? query.source }, list, publications)}
${chosenNote(query, list)}
${rows.length > 0 ? countNote(query, list, count) : NONE}
${
  open
    ? sourceNote(open, (source) => list({ ...fieldsOf(query), source }))
    : rows.length > 0
      ? changeDays(
          rows.map((row) => changeJson(changeView(row))),
          story ? null : headlines,
        )
      : noChange(query, list)
}
${next === null ? NONE : html`<p class="actions"><a class="button" href="${list({ ...fieldsOf(query), cursor: next })}">${CHANGES.earlier}</a></p>`}`,
  }
}

const kicker = ({ slug, title, publication }: NonNullable<Listed['story']>): Markup =>
  html`<p class="kicker"><a href="${address.story(slug)}" dir="auto">${title ?? STORY.noTitle}</a>${publication === null ? NONE : html` · <span dir="auto">${publication}</span>`}</p>`

function dataLinks(query: ChangesQuery, slug: string | undefined) {
  const { limit: _, cursor: __, ...asked } = changesPageQuery(query, slug)
  const { added: ___, ...chosen } = fieldsOf(query)
  const kind = asked.kind?.join()
  const fields = { ...chosen, kind, article: asked.article, sort: asked.sort, first_versions: asked.first_versions }
  const { source, disclosed } = chosen
  const feed = slug === undefined ? '/feeds/changes.atom' : `/feeds/articles/${slug}.atom`
  const publication = slug === undefined ? query.publication : undefined
  return [
    { label: CHANGES.json, href: `/v1/changes${queryOf(fields)}`, type: 'application/json' },
    { label: CHANGES.csv, href: `/v1/changes${queryOf({ ...fields, format: 'csv' })}`, type: 'text/csv' },
    { label: CHANGES.feed, href: `${feed}${queryOf({ kind, source, disclosed, publication })}`, type: 'application/atom+xml' },
    { label: FRAME.hook, href: address.hooks({ article: slug, source: query.source, publication }), type: null },
  ]
}
