/** The front page: which stories changed, what moved in each, whether readers were told; for a first visit one claim as an example. */
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { type SourceChoice, sourceChoice } from '../../http/answers/source-choice.ts'
import { recentCharts, recentQueries } from '../../http/answers/statistics-answer.ts'
import { storiesPage, storiesQueries, storiesShape, storyFilter } from '../../http/answers/stories-answer.ts'
import type { App } from '../../http/context.ts'
import { changeJson } from '../../http/json/change-json.ts'
import type { StoryJson } from '../../http/json/stories/stories-json.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { archiveAnswer } from '../../http/response/archive-answer.ts'
import { exampleOf } from '../../reading/example.ts'
import type { StoryPicture } from '../../reading/story-picture.ts'
import { watchCount } from '../../store/captures/watches.ts'
import { mostChangedTrails, mostChangedWordings } from '../../store/read/stories/example.ts'
import { publicationRows, storyTabCounts } from '../../store/read/stories/stories.ts'
import { address } from '../addresses.ts'
import { answerPage, LOOK, pageQuery } from '../frame/answer-page.ts'
import { csvLink, type DataLink, feedLink, hookLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { sourceNote } from '../sources/source-note.ts'
import { FRONT, frontVerdict } from '../words/front-words.ts'
import { byKind } from './by-kind.ts'
import { empty } from './empty.ts'
import {
  choosesChanges,
  chosenNote,
  countsOfTabs,
  type FrontQuery,
  filterForm,
  hasFilter,
  none,
  type TabCounts,
  tabs,
} from './filters.ts'
import { intro } from './intro.ts'
import { storyDays } from './story-row.ts'

/** Rows a page, publications in the filter, claims among which the example is chosen. */
const STORIES = 30
const PUBLICATIONS = 200
const CANDIDATES = 12
/** The most lanes of a small picture. */
const LANES = 14

const INTRO = 'intro'
const YEAR = 365 * 24 * 3600

const frontShape = { ...storiesShape, intro: z.literal('off').optional() }

/** /. */
export const frontRoute = new Hono<App>().get('/', mayRead, async (c) => {
  const { intro: hide, ...given } = pageQuery(c, frontShape)
  if (hide) return hideIntro(c)
  const { source, open } = await sourceChoice(c.var.store, given.source)
  const query = { ...given, source }
  const filter = storyFilter({ limit: STORIES, ...query }, LANES)
  const first = !hasFilter(given) && query.cursor === undefined && getCookie(c, INTRO) !== 'off'
  const { store } = c.var
  c.header('Vary', 'Cookie', { append: true })
  const candidates = first ? CANDIDATES : 0
  return archiveAnswer(
    c,
    `front${first ? 1 : 0}-${LOOK}`,
    query,
    () => [
      ...storiesQueries(store, filter, choosesChanges(query) ? undefined : 1),
      publicationRows(store, PUBLICATIONS),
      mostChangedTrails(store, candidates),
      mostChangedWordings(store, candidates),
      ...recentQueries(store),
      storyTabCounts(store, filter).limit(hasFilter(query) ? 1 : 0),
      watchCount(store),
    ],
    ([stories, changes, publications, trails, wordings, counts, [found], [watched]]) => {
      const { data, pictures, next } = storiesPage([stories, changes], filter)
      const listed = open ? { stories: [], pictures: [], next: null } : { stories: data, pictures, next }
      const page = frontPage(
        {
          ...listed,
          open,
          found: open ? undefined : found,
          query,
          watched: watched?.count ?? 0,
          publications: publications.map(({ name }) => name),
        },
        [
          first ? intro(exampleOf(trails, wordings), changeJson) : NONE,
          byKind(recentCharts([counts]), open !== null || hasFilter(query)),
        ],
      )
      return answerPage(c, page)
    },
  )
})

/** Remembers that the first visit is over. */
function hideIntro(c: Context<App>) {
  setCookie(c, INTRO, 'off', { path: '/', maxAge: YEAR, sameSite: 'Lax', httpOnly: true })
  c.header('Cache-Control', 'no-store')
  return c.redirect(address.front(), 303)
}

interface Front {
  readonly stories: readonly StoryJson[]
  readonly pictures: readonly StoryPicture[]
  /** The cursor of earlier stories. */
  readonly next: string | null
  readonly query: FrontQuery
  /** The words in place of a source that do not name exactly one. */
  readonly open: SourceChoice['open']
  /** How many stories each tab has, where there is a filter. */
  readonly found: TabCounts | undefined
  readonly publications: readonly string[]
  /** How many pages and feeds are watched. */
  readonly watched: number
}

function frontPage(
  { stories, pictures, next, query, open, found, publications, watched }: Front,
  [strip, aside]: readonly [Markup, Markup],
): Page {
  const filtered = hasFilter(query) || open !== null
  if (stories.length === 0 && !filtered && query.cursor === undefined) return empty()
  const isFirst = strip !== NONE
  const heading = isFirst
    ? html`<h2 id="changed-title" class="title">${FRONT.title}</h2>`
    : html`<h1 id="changed-title" class="title">${FRONT.title}</h1>`
  const whole = next === null && query.cursor === undefined
  const verdict = frontVerdict(stories, whole, {
    silent: address.changes({ disclosed: false }),
    said: address.changes({ disclosed: true }),
  })
  return {
    title: isFirst ? FRONT.firstTitle : FRONT.title,
    about: isFirst ? FRONT.intro : verdict,
    here: 'stories',
    path: address.front(),
    data: dataLinks(query),
    body: html`${strip}
<div class="front">
<section class="changed" aria-labelledby="changed-title">
${heading}
${filtered ? NONE : html`<p class="lede">${verdict}</p>\n<p class="coverage">${FRONT.watched(watched)}${watched === 0 ? NONE : html` <a href="${address.checks()}">${FRONT.unread}</a>`}</p>`}
${tabs(query, found ?? (filtered || !whole ? null : countsOfTabs(stories)))}
${filterForm({ ...query, source: open?.words ?? query.source }, publications)}
${filtered && stories.length > 0 ? chosenNote(query, stories.length, next !== null) : NONE}
${open ? sourceNote(open, (source) => address.front({ ...asFields(query), source })) : stories.length > 0 ? storyDays(stories, pictures, query) : none(query)}
${next === null ? NONE : html`<p class="actions"><a class="button" href="${address.front({ ...asFields(query), cursor: next })}">${FRONT.more}</a></p>`}
</section>
<aside aria-label="${FRONT.aside}">${aside}</aside>
</div>`,
  }
}

/** The query as the fields of an address. */
const asFields = ({ kind, cursor: _, limit: __, ...rest }: FrontQuery) => ({ ...rest, kind: kind?.join() })

function dataLinks(query: FrontQuery): DataLink[] {
  const fields = asFields(query)
  const { kind, source, publication, acknowledged } = fields
  return [
    jsonLink('/v1/stories', { ...fields, cursor: query.cursor }),
    csvLink('/v1/stories', fields),
    feedLink('/feeds/changes.atom', { kind, source, publication, acknowledged }),
    hookLink({ source, publication }),
    { label: FRONT.statistics, href: '/v1/stats/changes', type: null },
  ]
}
