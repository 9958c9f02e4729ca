/** The page of a source: how it is reported, how surely, and what became of what it said, by story. */
import { Hono } from 'hono'
import type { CertaintyLevel } from '../../core/article.ts'
import {
  type OneSourceJson,
  sourceAnswer,
  sourceQueries,
  sourceQueryShape,
  storiesOfSource,
} from '../../http/answers/source-answer.ts'
import type { App } from '../../http/context.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { archiveUnchanged, notModified } from '../../http/response/conditional.ts'
import { LEVELS } from '../../http/words/claim-in-words.ts'
import { shortened, thousands } from '../../http/words/counts.ts'
import { address, queryOf } from '../addresses.ts'
import { gridOf, lanesIn } from '../figures/grid.ts'
import { lanesOfStory, sizeOf } from '../figures/lanes.ts'
import { type CountLists, toldCounts } from '../figures/wording.ts'
import { answerPage, LOOK, pageParams, pageQuery } from '../frame/answer-page.ts'
import { csvLink, feedLink, hookLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { SOURCES, sourceVerdict, whatSourceIs } from '../words/source-words.ts'
import { STORY } from '../words/story-words.ts'

/** The most cues that the page lists. */
const MOST_CUES = 12

/** /sources/{id}. */
export const sourceRoute = new Hono<App>().get('/sources/:id', mayRead, async (c) => {
  const { id } = pageParams(c, { id: ordinal })
  const query = pageQuery(c, sourceQueryShape)
  const filter = storiesOfSource(id, query)
  const cached = await archiveUnchanged(c, `source-${LOOK}`)
  if (cached) return cached
  const { revision, json } = sourceAnswer(await c.var.store.batchRead(sourceQueries(c.var.store, filter)), filter)
  return notModified(c, `source-${LOOK}`, revision) ?? answerPage(c, sourcePage(json(), query.cursor))
})

function sourcePage(source: OneSourceJson, cursor: string | undefined): Page {
  const { id, name, next } = source
  const verdict = sourceVerdict(source)
  const { introduced: _, ...later } = source.changes
  return {
    title: `${name} – what was reported, and how it changed`,
    about: `${name}: ${verdict}`,
    here: 'sources',
    wide: true,
    path: address.source(id),
    data: [
      jsonLink(`/v1/sources/${id}`, { cursor }),
      csvLink('/v1/claims', { source: id }),
      feedLink('/feeds/changes.atom', { source: id }),
      hookLink({ source: id }),
    ],
    body: html`<p class="kicker">${whatSourceIs(source)}</p>
<h1 dir="auto">${name}</h1>
<p class="lede">${verdict}</p>
${Object.keys(later).length > 0 ? html`<p>${toldCounts({ ...source, changes: later }, listsOf(id))}</p>` : NONE}
${facts(source)}
${source.stories.map(ofStory)}
${next === null ? NONE : html`<p class="actions"><a class="button" href="${address.source(id)}${queryOf({ cursor: next })}">${SOURCES.moreStories}</a></p>`}`,
  }
}

/** The lists of the changes in which the source says a claim. */
const listsOf = (source: number): CountLists => ({
  kind: (kind) => address.changes({ source, kind }),
  disclosed: (disclosed) => address.changes({ source, disclosed }),
})

function facts({ cues, certainty }: OneSourceJson): Markup {
  const shown = cues.slice(0, MOST_CUES).map(({ cue, claims }) => html`<i>${cue}</i> ${thousands(claims)}`)
  const levels = (Object.entries(LEVELS) as [CertaintyLevel, string][]).flatMap(([level, word]) =>
    certainty[level] === undefined ? [] : [`${word} ${thousands(certainty[level])}`],
  )
  return html`<dl class="facts">${cues.length > 0 ? html`<div><dt>${SOURCES.reportedWith}</dt><dd>${joined(shown)}</dd></div>` : NONE}
<div><dt>${SOURCES.howSurely}</dt><dd>${levels.join(', ')}</dd></div></dl>`
}

function ofStory(story: OneSourceJson['stories'][number]): Markup {
  const { article, headline, versions } = story
  const title = shortened(headline || article.title || STORY.noTitle, 160)
  const grid = gridOf(versions)
  return html`<section class="of-story lanes n-${sizeOf(grid)}"><h2 dir="auto"><a href="${address.story(article.slug)}">${title}</a>${article.publication === null ? NONE : html` <span class="meta">${article.publication}</span>`}</h2>
${lanesOfStory(lanesIn(story), grid, article.slug, title)}</section>
`
}
