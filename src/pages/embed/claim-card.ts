/** The card of a claim, which other pages show in a frame: its state and its trail. It keeps up with the archive. */
import { Hono } from 'hono'
import { z } from 'zod'
import { claimAnswer, claimQueries } from '../../http/answers/claim-answer.ts'
import type { App } from '../../http/context.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { claimNumber } from '../../http/request/values.ts'
import { articleUnchanged, notModified } from '../../http/response/conditional.ts'
import { sourceNote, sourceText } from '../../http/words/claim-in-words.ts'
import { address } from '../addresses.ts'
import type { ClaimOfStory } from '../claim/claim-page.ts'
import { gridOf } from '../figures/grid.ts'
import { stretchAt } from '../figures/lane-table.ts'
import { claimLink, trail } from '../figures/trail.ts'
import { answerPage, LOOK, pageParams, renamedPage } from '../frame/answer-page.ts'
import { jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, NONE } from '../markup.ts'
import { CLAIM, claimState } from '../words/claim-words.ts'
import { EMBED } from '../words/embed-words.ts'
import { timeMarkup } from '../words/times.ts'
import { bareStory } from './bare-story.ts'

/** The last steps of a trail that a card shows. */
const MOST_STEPS = 12

/** /embed/a/{slug}/claims/{number}. */
export const claimCard = new Hono<App>().get('/embed/a/:slug/claims/:number', mayRead, async (c) => {
  const { slug, number } = pageParams(c, { slug: z.string(), number: claimNumber })
  const cached = await articleUnchanged(c, slug, (article) => [String(article.archiveRevision), LOOK])
  if (cached) return cached
  const rows = await c.var.store.batchRead(claimQueries(c.var.store, slug, number))
  const { article, versions, json } = claimAnswer(rows, { slug, number })
  const early =
    renamedPage(c, slug, article.slug) ?? notModified(c, article.id, article.revision, article.archiveRevision, LOOK)
  return early ?? answerPage(c, cardPage({ article, versions: versions(), claim: json() }), true)
})

function cardPage({ article, versions, claim }: Omit<ClaimOfStory, 'origin'>): Page {
  const { slug } = article
  const { number, label, source } = claim
  const state = claimState(claim, claimLink(slug))
  const standing = claim.history.filter(({ verdict }) => verdict !== 'rejected')
  const grid = gridOf(versions)
  const { headline, latest } = bareStory(article, versions)
  const told = trail(
    {
      slug,
      number,
      changes: standing.slice(-MOST_STEPS),
      tellingIn: (version) => stretchAt(claim.stretches, grid, version),
    },
    true,
  )
  const more = standing.length > MOST_STEPS
  return {
    title: CLAIM.title(label),
    about: state,
    bare: true,
    path: address.claim(slug, number),
    data: [jsonLink(claim.url)],
    body: html`<p class="meta">${joined(
      [article.publication, html`<a href="${address.story(slug)}">${headline}</a>`]
        .filter((one) => one !== null)
        .map((one) => html`<span dir="auto">${one}</span>`),
      ' · ',
    )}</p>
<h1 dir="auto"><a href="${address.claim(slug, number)}">${label}</a></h1>
<p class="meta">${EMBED.saidBy} <span dir="auto">${sourceText(source)}</span>${sourceNote(source)}</p>
<p>${state}</p>
${told}
${more ? html`<p class="meta"><a href="${address.claim(slug, number)}">${EMBED.allSteps(standing.length)}</a></p>` : NONE}
${latest === null ? NONE : html`<p class="meta">${EMBED.latest} ${timeMarkup(latest, { year: true })} UTC</p>`}`,
  }
}
