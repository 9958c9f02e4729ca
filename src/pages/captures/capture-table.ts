/** Captures as a table, and the gaps that they leave. */

import type { CaptureJson } from '../../http/json/captures/capture-json.ts'
import type { CoverageJson } from '../../http/json/captures/coverage-json.ts'
import { shortened } from '../../http/words/counts.ts'
import { clock, isoDay, timeText } from '../../http/words/times.ts'
import { BAD_OUTCOMES } from '../../watching/outcomes.ts'
import { address } from '../addresses.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { CHECKS, gapReasons, OUTCOME_WORDS } from '../words/capture-words.ts'
import { timeMarkup } from '../words/times.ts'

/** The most characters of an address or of a reason in a row. */
const LONGEST = 120

export function captureTable(captures: readonly CaptureJson[]): Markup {
  const [time, came, because, where, data] = CHECKS.columns
  return html`<div class="scroller" tabindex="0" role="region" aria-label="${CHECKS.allTitle}"><table class="data captures"><thead><tr><th scope="col">${time}</th><th scope="col">${came}</th><th scope="col">${because}</th><th scope="col">${where}</th><th scope="col">${data}</th></tr></thead>
<tbody>${captures.map(row)}</tbody></table></div>`
}

function row({ captured_at, outcome, evidence, article, version, landed, url }: CaptureJson): Markup {
  const words = OUTCOME_WORDS[outcome]
  const came =
    article !== null && version !== null && outcome === 'created'
      ? html`<a href="${address.version(article, version)}">${words}</a>`
      : (BAD_OUTCOMES as readonly string[]).includes(outcome)
        ? html`<b>${words}</b>`
        : html`${words}`
  const reasons = evidence.map(
    ({ rule, text }) =>
      html`<span class="rule">${rule.replaceAll('_', ' ')}</span>${text === null ? NONE : html`: <q dir="auto">${shortened(text, LONGEST)}</q>`}`,
  )
  const where =
    article === null
      ? html`<span dir="auto">${shortened(landed, LONGEST)}</span>`
      : html`<a href="${address.story(article)}" dir="auto">${article}</a>`
  return html`<tr><td>${timeMarkup(captured_at, { year: true })}</td><td>${came}</td><td>${joined(reasons, '; ')}</td><td>${where}</td><td><a href="${url}">${CHECKS.data}</a></td></tr>\n`
}

/** The gaps of a story; nothing where there are none. */
export function gapTable(gaps: CoverageJson['gaps']): Markup {
  if (gaps.length === 0) return NONE
  const [span, why] = CHECKS.gapColumns
  const rows = gaps.map(({ from, to, outcomes }) => {
    const time =
      to === null
        ? CHECKS.lasts(timeText(from))
        : CHECKS.until(timeText(from), isoDay(from) === isoDay(to) ? clock(to) : timeText(to))
    return html`<tr><td>${time}</td><td>${gapReasons(outcomes)}</td></tr>\n`
  })
  return html`<table class="data checks"><thead><tr><th scope="col">${span}</th><th scope="col">${why}</th></tr></thead><tbody>${rows}</tbody></table>`
}
