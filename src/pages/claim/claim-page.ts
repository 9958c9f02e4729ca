/** The page of a claim: its state, its trail in plain sentences, what came before and after it, and who else says it. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { byWeight } from '../../core/changes/weight.ts'
import { claimAnswer, claimQueries, type OneClaimJson } from '../../http/answers/claim-answer.ts'
import type { App } from '../../http/context.ts'
import type { LaneVersionJson } from '../../http/json/stories/lanes-json.ts'
import { claimFrame, frameOf } from '../../http/json/stories/oembed-json.ts'
import { originOf } from '../../http/origin.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { claimNumber } from '../../http/request/values.ts'
import { articleUnchanged, notModified } from '../../http/response/conditional.ts'
import { labelsOf } from '../../http/words/change-in-words.ts'
import { LEVELS, QUOTATIONS, RELATION_WORDS, sourceNote, sourceText } from '../../http/words/claim-in-words.ts'
import { unstopped } from '../../http/words/counts.ts'
import type { ArticleView } from '../../store/read/articles.ts'
import { claimRows } from '../../store/read/claims.ts'
import { address } from '../addresses.ts'
import type { Option } from '../editing/fields.ts'
import { mayReview, reviewForms } from '../editing/review-forms.ts'
import type { Draft } from '../editing/submit.ts'
import { gridOf, type LaneOf } from '../figures/grid.ts'
import { laneOfClaim } from '../figures/lane-of-claim.ts'
import { stretchAt } from '../figures/lane-table.ts'
import { oneLane, sizeOf } from '../figures/lanes.ts'
import { mark } from '../figures/marks.ts'
import { columnHeads } from '../figures/time-axis.ts'
import { claimLink, trail } from '../figures/trail.ts'
import { answerPage, LOOK, pageParams, renamedPage } from '../frame/answer-page.ts'
import { csvLink, feedLink, hookLink, jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup, NONE, raw } from '../markup.ts'
import { CLAIM, claimState, differences, presenceText } from '../words/claim-words.ts'
import { timeMarkup } from '../words/times.ts'

/** /a/{slug}/claims/{number}. */
export const claimRoute = new Hono<App>().get('/a/:slug/claims/:number', mayRead, async (c) => {
  const { slug, number } = pageParams(c, { slug: z.string(), number: claimNumber })
  // The page also depends on claims of other articles.
  const cached = await articleUnchanged(c, slug, (article) => [String(article.archiveRevision), LOOK])
  if (cached) return cached
  const rows = await c.var.store.batchRead(claimQueries(c.var.store, slug, number))
  const { article, ...answer } = claimAnswer(rows, { slug, number })
  const early =
    renamedPage(c, slug, article.slug) ?? notModified(c, article.id, article.revision, article.archiveRevision, LOOK)
  return early ?? answerPage(c, await drawn(c, { article, ...answer }))
})

/** The page, with the form that was refused. Throws Failure: not_found, withheld. */
export async function claimPageOf(c: Context<App>, slug: string, number: number, refused: Draft): Promise<Page> {
  const rows = await c.var.store.batchRead(claimQueries(c.var.store, slug, number))
  return drawn(c, claimAnswer(rows, { slug, number }), refused)
}

/** The most claims of the story that the forms suggest. */
const SUGGESTED = 300

async function drawn(c: Context<App>, answer: ReturnType<typeof claimAnswer>, draft: Draft | null = null): Promise<Page> {
  const { session, store } = c.var
  const { article } = answer
  const [claim, versions] = [answer.json(), answer.versions()]
  const { slug } = article
  const rows = mayReview(session) ? await claimRows(store, { slug, sort: 'number', limit: SUGGESTED }) : []
  const others = rows.map(({ number, humanLabel, label }): Option => [String(number), humanLabel ?? label])
  const editing = mayReview(session) ? reviewForms({ session, slug, claim, versions, others, draft }) : NONE
  return claimPage({ article, versions, claim, origin: originOf(c), editing })
}

export interface ClaimOfStory {
  readonly article: Pick<ArticleView, 'slug' | 'title' | 'publication'>
  readonly versions: readonly LaneVersionJson[]
  readonly claim: OneClaimJson
  /** The origin of absolute addresses. */
  readonly origin: string
  /** The forms of an editor. */
  readonly editing?: Markup
}

function claimPage({ article, versions, claim, origin, editing = NONE }: ClaimOfStory): Page {
  const { slug, title } = article
  const { number, label } = claim
  const state = claimState(claim, claimLink(slug))
  const standing = claim.history.filter(({ verdict }) => verdict !== 'rejected')
  const lane: LaneOf = laneOfClaim(claim, standing)
  const grid = gridOf(versions)
  return {
    title: CLAIM.title(label),
    about: state,
    here: 'stories',
    path: address.claim(slug, number),
    embeddable: true,
    data: [
      jsonLink(claim.url),
      csvLink(`/v1/articles/${slug}/changes`),
      feedLink(`/feeds/articles/${slug}/claims/${number}.atom`),
      hookLink({ article: slug }),
    ],
    body: html`<p class="kicker"><a href="${address.story(slug)}" dir="auto">${title ?? slug}</a> · ${CLAIM.number(number)}</p>
<h1${label.length > 110 ? raw(' class="long"') : NONE} dir="auto">${label}</h1>
${byHand(claim)}
<p class="lede">${state}</p>
${claim.verdict === null ? NONE : html`<p>${CLAIM.decided[claim.verdict]}</p>`}
<div class="claim">
<div>
<figure class="one-lane lanes n-${sizeOf(grid)}"><figcaption class="unseen">${CLAIM.lane}</figcaption>${columnHeads(grid, slug)}${oneLane(lane, grid, labelsOf(standing))}</figure>
<h2>${CLAIM.trail}</h2>
${trail({ slug, number, changes: standing, tellingIn: (version) => stretchAt(claim.stretches, grid, version) })}
<p class="meta below-trail"><a href="${address.changesOf(slug)}">${CLAIM.changes}</a></p>
${editing}
</div>
<aside aria-label="${CLAIM.about}">
${facts(claim, versions, slug)}
<h2>${CLAIM.elsewhere}</h2>
${elsewhere(claim)}
<div class="put">
<h2>${CLAIM.put}</h2>
<p><a href="${address.embeddedClaim(slug, number)}">${CLAIM.card}</a> ${CLAIM.cardKeepsUp}</p>
<pre><code>${frameOf({ address: `${origin}${address.embeddedClaim(slug, number)}`, title: CLAIM.cardTitle, ...claimFrame(standing.length) })}</code></pre>
</div>
</aside></div>`,
  }
}

/** The person who named the claim last, with the reason. */
function byHand({ label_by, machine_label, reviews }: OneClaimJson): Markup {
  if (label_by !== 'human') return NONE
  const named = reviews.findLast(({ action, withdrawn_by }) => action === 'relabel' && withdrawn_by === null)
  const who =
    named &&
    html` ${named.reviewer}, ${timeMarkup(named.reviewed_at, { year: true })}${named.reason ? html`: ${unstopped(named.reason)}` : NONE}.`
  return html`<p class="by-hand" dir="auto"><b>${CLAIM.byHand}</b> ${CLAIM.machine} <q>${machine_label}</q>.${who ?? NONE}</p>`
}

function facts(claim: OneClaimJson, versions: readonly LaneVersionJson[], slug: string): Markup {
  const { source, statement, certainty, relations, history, presence } = claim
  const labels = labelsOf(history)
  const link = claimLink(slug)
  const name = html`<span dir="auto">${sourceText(source)}</span>`
  const before = (version: number) => versions[versions.findIndex(({ number }) => number === version) - 1]?.number ?? version
  const rows: [string, Markup | string][] = [
    [
      CLAIM.whoSaysIt,
      html`${source.id === null ? name : html`<a href="${address.source(source.id)}">${name}</a>`}${sourceNote(source)}`,
    ],
    [
      CLAIM.how,
      html`${QUOTATIONS[statement.quotation]}${statement.cue_text === null ? NONE : html`, <q dir="auto">${statement.cue_text}</q>`}`,
    ],
    [CLAIM.howSurely, LEVELS[certainty.level]],
    [CLAIM.stoodIn, presenceText(presence, before)],
    ...(Object.keys(RELATION_WORDS) as (keyof typeof RELATION_WORDS)[])
      .filter((relation) => relations[relation].length > 0)
      .map((relation): [string, Markup] => [
        RELATION_WORDS[relation],
        html`${joined(
          relations[relation].map((other) => link(other, labels.get(other) ?? CLAIM.number(other))),
          '; ',
        )}`,
      ]),
  ]
  return html`<dl class="facts stacked">
${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>`
}

function elsewhere({ relations: { also_in, also_in_more } }: OneClaimJson): Markup {
  if (also_in.length === 0) return html`<p class="meta">${CLAIM.nowhere}</p>`
  const others = also_in.map(
    (other) =>
      html`<li><a href="${address.claim(other.article, other.number)}" dir="auto">${other.label}</a><p class="wording" dir="auto">${other.text}</p><p>${byWeight(other.kinds).map((kind) => mark(kind))}${differences(other)}</p></li>`,
  )
  return html`<ul class="also">${others}</ul>${also_in_more ? html`<p class="meta">${CLAIM.more}</p>` : NONE}`
}
