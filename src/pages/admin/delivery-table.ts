/** The deliveries to a webhook as a table. */
import { deliveryJson } from '../../http/json/hook-json.ts'
import type { DeliveryRow } from '../../store/hooks/deliveries.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { HOOKS } from '../words/editors/admin-words.ts'
import { timeMarkup } from '../words/times.ts'

export function deliveryTable(rows: readonly DeliveryRow[]): Markup {
  if (rows.length === 0) return html`<p>${HOOKS.noDeliveries}</p>`
  const cells = rows
    .map(deliveryJson)
    .map(
      ({ created_at, type, article, changes, status, response_status, error, attempts }) =>
        html`<tr><td>${timeMarkup(created_at, { year: true })}</td><td>${type}</td><td>${article === null ? NONE : html`<a href="${address.story(article)}">${article}</a>`}</td><td>${changes}</td><td dir="auto"><b>${status}</b>${response_status === null ? NONE : ` ${response_status}`}${error === null ? NONE : html`: ${error}`}</td><td>${attempts}</td></tr>\n`,
    )
  return html`<div class="scroller" tabindex="0" role="region" aria-label="${HOOKS.deliveries}"><table class="data"><thead><tr>${HOOKS.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${cells}</tbody></table></div>`
}
