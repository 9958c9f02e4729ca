/** Entries of the log as a table, and faults as a list: each leads to its version and to its proof. */
import type { LoggedEntryJson } from '../../http/json/log/logged-entry-json.ts'
import type { VerificationJson } from '../../http/json/log/verification-json.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { entryText, RECORD } from '../words/record-words.ts'
import { timeMarkup } from '../words/times.ts'

const proofOf = (position: number): string => `/v1/log/entries/${position}`

/** `named`: the story of each entry too. `label` names the table. */
export function entryTable(entries: readonly LoggedEntryJson[], label: string, named = false): Markup {
  const { position, time, what, article, proof } = RECORD.columns
  const heads = [position, time, what, ...(named ? [article] : []), proof].map((head) => html`<th scope="col">${head}</th>`)
  return html`<div class="scroller" tabindex="0" role="region" aria-label="${label}"><table class="data log"><thead><tr>${heads}</tr></thead>
<tbody>${entries.map((entry) => row(entry, named))}</tbody></table></div>`
}

function row(entry: LoggedEntryJson, named: boolean): Markup {
  const { position, article, version, recorded_at, hash } = entry
  const name = (words: string, otherwise: string) =>
    article === null || version === null
      ? otherwise
      : html`<a href="${address.version(article, version)}">${words} ${version}</a>`
  const fingerprint =
    hash === null
      ? NONE
      : html` <span class="meta">(${RECORD.fingerprint} <a href="${proofOf(position)}"><code>${hash.slice(0, 16)}…</code></a>)</span>`
  const place = hash === null || named ? NONE : html` id="v-${version}"`
  const time = recorded_at === null ? RECORD.noTime : timeMarkup(recorded_at, { year: true, short: true })
  const story =
    article === null ? html`<td></td>` : html`<td><a href="${address.recordOf(article)}" dir="auto">${article}</a></td>`
  return html`<tr${place}><td>${position}</td><td>${time}</td><td>${entryText(entry, name)}${fingerprint}</td>${named ? story : NONE}<td><a href="${proofOf(position)}" aria-label="${RECORD.proofOf(position)}">${RECORD.proof}</a></td></tr>
`
}

type Fault = VerificationJson['faults'][number]

/** `article`: the slug of that which has the faults; null: the log has them. `whole`: what has a fault that is about no version. */
export function faultList(faults: readonly Fault[], article: string | null, whole: string): Markup {
  const items = faults.map(({ version, entry, fault }) => {
    const where =
      version > 0 && article !== null
        ? html`<a href="${address.version(article, version)}">Version ${version}</a>`
        : html`${whole}`
    const proof = entry === null ? NONE : html` (<a href="${proofOf(entry)}">entry ${entry} of the log</a>)`
    return html`<li>${where}: ${fault}${proof}</li>\n`
  })
  return html`<ul class="faults">${items}</ul>`
}
