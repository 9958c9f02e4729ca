/** The strip of a first visit: what this is, and what became of one real claim of the archive. */

import type { ChangeJson } from '../../http/words/change-in-words.ts'
import { sourceText } from '../../http/words/claim-in-words.ts'
import type { Example } from '../../reading/example.ts'
import type { ChangeView } from '../../store/read/changes.ts'
import { address } from '../addresses.ts'
import { trail } from '../figures/trail.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { FRONT } from '../words/front-words.ts'

export function intro(example: Example | null, changeJson: (change: ChangeView) => ChangeJson): Markup {
  return html`<section class="intro" aria-labelledby="intro-title">
<div class="intro-words">
<h1 id="intro-title">${FRONT.introTitle}</h1>
<p class="lede">${FRONT.intro}</p>
<p class="actions"><a class="button" href="${address.tryIt()}">${FRONT.tryIt}</a>${example ? html` <a href="${address.story(example.slug)}">${FRONT.openStory}</a>` : NONE}</p>
</div>
${example ? figure(example, changeJson) : html`<p class="meta hide"><a href="${hidden}">${FRONT.hide}</a></p>`}
</section>`
}

const hidden = address.front({ intro: 'off' })

function figure(
  { slug, storyTitle, number, source, changes, levels }: Example,
  changeJson: (change: ChangeView) => ChangeJson,
): Markup {
  const who = { kind: source.sourceKind, name: source.sourceName }
  const tellingIn = (version: number) => {
    const level = levels.get(version) ?? null
    return level && { level, source: who }
  }
  return html`<figure class="intro-example" aria-labelledby="example-title">
<figcaption id="example-title">${FRONT.example} <a href="${address.story(slug)}" dir="auto">${storyTitle ?? slug}</a>, ${FRONT.saidBy} <span dir="auto">${sourceText(who)}</span></figcaption>
${trail({ slug, number, changes: changes.map(changeJson), tellingIn }, true)}
<p class="meta hide"><a href="${hidden}">${FRONT.hide}</a></p>
</figure>`
}
