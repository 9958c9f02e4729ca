/** How to read it: bars, marks, and the words for every kind of change. */
import { Hono } from 'hono'
import type { CertaintyLevel } from '../../core/article.ts'
import type { Kind } from '../../core/changes/change.ts'
import { BY_WEIGHT, TOLD } from '../../core/changes/weight.ts'
import type { App } from '../../http/context.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { notModified } from '../../http/response/conditional.ts'
import { LEVELS } from '../../http/words/claim-in-words.ts'
import { FAMILIES, type Family, KIND_WORDS, kindsOfFamily } from '../../http/words/kinds-in-words.ts'
import { clock, dayOf } from '../../http/words/times.ts'
import { address } from '../addresses.ts'
import { gridOf, swatch } from '../figures/grid.ts'
import { laneOfExample } from '../figures/lane-of-claim.ts'
import { oneLane, sizeOf } from '../figures/lanes.ts'
import { mark } from '../figures/marks.ts'
import { excerpt } from '../figures/wording.ts'
import { answerPage, LOOK } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup } from '../markup.ts'
import { changeSentences } from '../words/change-in-words.ts'
import { GUIDE, LANE_CHANGES, LANE_STRETCHES, LANE_VERSIONS, SURENESS } from '../words/examples/guide-words.ts'
import { exampleOfKind } from '../words/examples/kind-examples.ts'
import { FRAME } from '../words/frame-words.ts'

/** /kinds. */
export const guideRoute = new Hono<App>().get('/kinds', mayRead, (c) => notModified(c, 'guide', LOOK) ?? answerPage(c, guide()))

const section = (heading: string, body: Markup) => html`<section class="guide"><h2>${heading}</h2>
${body}</section>
`

function guide(): Page {
  return {
    title: GUIDE.title,
    about: GUIDE.lede,
    here: 'guide',
    path: address.guide(),
    data: [{ label: FRAME.api, href: address.docs(), type: null }],
    body: html`<h1>${GUIDE.title}</h1>
<p class="lede">${GUIDE.lede}</p>
${section(GUIDE.lane, lane())}${section(GUIDE.levels, levels())}${section(GUIDE.kinds, kinds())}${section(GUIDE.disclosed, disclosed())}${section(GUIDE.lines, lines())}${section(GUIDE.unknown, html`<p>${GUIDE.unknownNote}</p>`)}${section(GUIDE.errs, html`<p>${GUIDE.errsNote}</p>`)}${section(GUIDE.record, html`<p>${GUIDE.recordNote} <a href="${address.record()}">${FRAME.record}</a>.</p>`)}`,
  }
}

function lane(): Markup {
  const grid = gridOf(LANE_VERSIONS)
  const heads = LANE_VERSIONS.map(
    ({ number, captured_at }) =>
      html`<li><b>${number}</b><time datetime="${captured_at}"><span>${dayOf(captured_at, { short: true })}</span> ${clock(captured_at)}</time></li>`,
  )
  return html`<figure class="one-lane lanes n-${sizeOf(grid)}" aria-label="${GUIDE.laneAlt}"><ol class="columns">${heads}</ol>${oneLane(laneOfExample(LANE_STRETCHES, LANE_CHANGES), grid)}<figcaption>${GUIDE.laneOf}</figcaption></figure>`
}

function levels(): Markup {
  const list = (Object.entries(LEVELS) as [CertaintyLevel, string][]).map(
    ([level, word]) => html`<li>${swatch(level)}<b>${word}</b> <span class="meta">${SURENESS[level]}</span></li>`,
  )
  return html`<ul class="levels-list">${list}</ul>
<p>${GUIDE.levelsNote}</p>`
}

function kinds(): Markup {
  const families = (Object.keys(FAMILIES) as Family[]).map(
    (family) => html`<h3>${FAMILIES[family]}</h3>
<ul class="kinds-list">${kindsOfFamily(family).map(oneKind)}</ul>
`,
  )
  return html`<p>${GUIDE.kindsNote}</p>
${families}`
}

function oneKind(kind: Kind): Markup {
  const example = exampleOfKind(kind)
  const sentence = changeSentences(example, null, (_, label) => html`${label}`, false)
  return html`<li id="${kind}">${mark(kind)}<b>${KIND_WORDS[kind].label}</b><code>${kind}</code><div class="means"><p>${KIND_WORDS[kind].meaning}</p><p class="meta">${joined(sentence, ' ')}</p><p class="wording">${excerpt(example)}</p></div></li>
`
}

/** Kinds by their labels, in the order of their weight. */
const labels = (list: readonly Kind[]) => list.map((kind) => KIND_WORDS[kind].label.toLowerCase()).join(', ')

function disclosed(): Markup {
  return html`<p>${mark('number_changed', true)}${GUIDE.disclosedNote}</p>
<p>${GUIDE.told} ${labels(BY_WEIGHT.filter((kind) => TOLD.includes(kind)))}. ${GUIDE.never} ${labels(BY_WEIGHT.filter((kind) => !TOLD.includes(kind)))}. ${GUIDE.notBlame}</p>`
}

function lines(): Markup {
  const samples = Object.entries(GUIDE.linesOf).map(
    ([quotation, words]) => html`<span class="u q-${quotation} u-certain">${words}</span> `,
  )
  return html`<p class="text-legend">${samples}</p>`
}
