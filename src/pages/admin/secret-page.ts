/** A secret that was made, which is shown once. */
import type { Page } from '../frame/layout.ts'
import { html } from '../markup.ts'

interface Made {
  readonly title: string
  readonly about: string
  readonly secret: string
  readonly back: string
  readonly href: string
}

export const secretPage = ({ title, about, secret, back, href }: Made): Page => ({
  title,
  about,
  body: html`<section class="lonely"><h1>${title}</h1>
<p class="lede">${about}</p>
<pre><code>${secret}</code></pre>
<p><a href="${href}">${back}</a></p></section>`,
})
