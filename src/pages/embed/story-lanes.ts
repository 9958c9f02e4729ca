/** The lanes of a story, which other pages show in a frame. */
import { Hono } from 'hono'
import { z } from 'zod'
import { lanesAnswer, lanesQueries } from '../../http/answers/lanes-answer.ts'
import type { App } from '../../http/context.ts'
import type { LanesJson } from '../../http/json/stories/lanes-json.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { articleUnchanged, notModified } from '../../http/response/conditional.ts'
import { laneQuestion, lanesShape } from '../../http/routes/stories/lanes.ts'
import { address } from '../addresses.ts'
import { gridOf, lanesIn } from '../figures/grid.ts'
import { lanesFigure } from '../figures/lanes.ts'
import { answerPage, LOOK, pageParams, pageQuery, renamedPage } from '../frame/answer-page.ts'
import { jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, NONE } from '../markup.ts'
import { EMBED } from '../words/embed-words.ts'
import { storyVerdict } from '../words/story-words.ts'
import { timeMarkup } from '../words/times.ts'
import { bareStory } from './bare-story.ts'

/** /embed/a/{slug}, with the query of the page of the story. */
export const storyLanes = new Hono<App>().get('/embed/a/:slug', mayRead, async (c) => {
  const { slug } = pageParams(c, { slug: z.string() })
  const question = laneQuestion(pageQuery(c, lanesShape))
  const cached = await articleUnchanged(c, slug, ({ coverage }) => [coverage, LOOK])
  if (cached) return cached
  const rows = await c.var.store.batchRead(lanesQueries(c.var.store, slug))
  const { article, parts, json } = lanesAnswer(rows, slug, question)
  const early = renamedPage(c, slug, article.slug) ?? notModified(c, article.id, article.revision, ...parts, LOOK)
  return early ?? answerPage(c, lanesPage(json()), true)
})

function lanesPage(story: LanesJson): Page {
  const { article, versions } = story
  const { slug } = article
  const { headline, latest } = bareStory(article, versions)
  const lanes = lanesIn(story)
  const verdict = storyVerdict(story)
  return {
    title: EMBED.lanesOf(headline),
    about: verdict,
    bare: true,
    wide: true,
    path: address.story(slug),
    data: [jsonLink(`/v1/articles/${slug}/lanes`)],
    body: html`${article.publication === null ? NONE : html`<p class="meta" dir="auto">${article.publication}</p>`}
<h1 id="lanes-title" dir="auto"><a href="${address.story(slug)}">${headline}</a></h1>
<p>${verdict}</p>
${lanes.length === 0 ? NONE : lanesFigure(lanes, gridOf(versions, story.totals), { slug, titleId: 'lanes-title' })}
${latest === null ? NONE : html`<p class="meta">${EMBED.latest} ${timeMarkup(latest, { year: true })} UTC</p>`}`,
  }
}
