/** The front page of an empty archive: three ways to begin. */
import { address } from '../addresses.ts'
import { jsonLink } from '../frame/data-links.ts'
import type { Page } from '../frame/layout.ts'
import { html } from '../markup.ts'
import { EMPTY } from '../words/front-words.ts'

export const empty = (): Page => ({
  title: EMPTY.title,
  here: 'stories',
  path: address.front(),
  data: [jsonLink('/v1/stories')],
  body: html`<section class="lonely"><h1>${EMPTY.title}</h1>
<p class="lede">${EMPTY.lede}</p>
<dl class="ways">
<dt>${EMPTY.demo}</dt><dd><p>${EMPTY.demoText}</p><pre><code>${EMPTY.demoCommand}</code></pre></dd>
<dt>${EMPTY.own}</dt><dd><p>${EMPTY.ownText}</p><pre><code>${EMPTY.ownCommand}</code></pre></dd>
<dt>${EMPTY.only}</dt><dd><p><a href="${address.tryIt()}">${EMPTY.onlyText}</a>. ${EMPTY.nothingStored}</p></dd>
</dl></section>`,
})
