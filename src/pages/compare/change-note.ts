/** The margin of a comparison: each change in sentences, its values on both sides, and the way to the next one. */
import { byWeight } from '../../core/changes/weight.ts'
import type { ComparedClaimJson, TellingJson } from '../../http/json/stories/comparison-json.ts'
import { amountPairs } from '../../http/words/amounts.ts'
import { type ChangeJson, disclosure } from '../../http/words/change-in-words.ts'
import { LEVELS, QUOTATIONS, sourceText } from '../../http/words/claim-in-words.ts'
import { shortened } from '../../http/words/counts.ts'
import { labelOf } from '../../http/words/kinds-in-words.ts'
import { isOfFurniture } from '../../store/read/change-view.ts'
import { address } from '../addresses.ts'
import { mark } from '../figures/marks.ts'
import { claimLink, marksOf } from '../figures/trail.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { changeSentences } from '../words/change-in-words.ts'
import { COMPARE } from '../words/compare-words.ts'

/** A change with its name in the address of the page, and those of the changes around it. */
export interface Noted {
  readonly change: ChangeJson
  readonly id: string
  readonly previous: string | null
  readonly next: string | null
}

export type Claims = ReadonlyMap<number, ComparedClaimJson>

/** Whether a change only tells of new claims. */
export const isNew = ({ kinds, claims }: ChangeJson): boolean =>
  claims.length > 0 && kinds.every((kind) => kind === 'introduced')

const sourceOf = ({ source: { kind, name, text } }: TellingJson) => sourceText({ kind, name: name ?? text })

/** The values that differ: “how sure: sure → possible”. */
function values(change: ChangeJson, known: Claims): Markup {
  const { kinds, detail, claims } = change
  const rows: [name: string, before: string, after: string][] = []
  const claim = claims.map((number) => known.get(number)).find((one) => one?.before && one.after)
  if (claim?.before && claim.after) {
    const { before, after } = claim
    rows.push([COMPARE.values.certainty, LEVELS[before.certainty.level], LEVELS[after.certainty.level]])
    rows.push([COMPARE.values.source, sourceOf(before), sourceOf(after)])
    if (kinds.includes('cue_changed')) rows.push([COMPARE.values.cue, before.cue ?? COMPARE.none, after.cue ?? COMPARE.none])
    rows.push([COMPARE.values.quotation, QUOTATIONS[before.quotation], QUOTATIONS[after.quotation]])
  }
  for (const { before, after } of amountPairs(change)) rows.push([COMPARE.values.number, before, after])
  for (const { from, to } of detail.date_changed ?? []) rows.push([COMPARE.values.date, from, to])
  const differing = rows.filter(([, before, after]) => before !== after)
  if (differing.length === 0) return NONE
  return html`<dl class="values">${differing.map(
    ([name, before, after]) =>
      html`<div><dt>${name}</dt><dd dir="auto"><span class="unseen">${COMPARE.was} </span>${before} <span aria-hidden="true">→</span><span class="unseen">, ${COMPARE.is}</span> ${after}</dd></div>`,
  )}</dl>`
}

/** The claims that a change is about, at most three; of one that took another's place the older one, for the sentence names the newer. */
function about({ kinds, claims, before }: ChangeJson, known: Claims, slug: string): Markup[] {
  const numbers = kinds.includes('superseded') ? before.flatMap((side) => side.claims) : claims
  return [...new Set(numbers)]
    .slice(0, 3)
    .map((number) => claimLink(slug)(number, known.get(number)?.label ?? `claim ${number}`))
}

function sentences(change: ChangeJson, slug: string): Markup {
  if (!isOfFurniture(change)) return html`${joined(changeSentences(change, null, claimLink(slug), false), ' ')}`
  const labels = byWeight(change.kinds).map((kind) => labelOf(kind, change.detail))
  return html`${labels.join(', ')}: ${COMPARE.furniture}.`
}

export function changeNote({ change, id, previous, next }: Noted, known: Claims, slug: string): Markup {
  const says = isOfFurniture(change) ? null : disclosure(change)
  const links = [
    ...about(change, known, slug),
    html`<a href="#${id}">${COMPARE.link}</a>`,
    ...(previous === null ? [] : [html`<a href="#${previous}">${COMPARE.previous}</a>`]),
    ...(next === null ? [] : [html`<a href="#${next}">${COMPARE.next}</a>`]),
  ]
  return html`<div class="change" id="${id}">
<p><span class="change-marks">${marksOf(change)}</span>${sentences(change, slug)}${says === null ? NONE : html` <span class="${change.acknowledged ? 'noted' : 'silent'}">${says}</span>`}</p>
${values(change, known)}
<p class="meta">${joined(links, ' · ')}</p></div>`
}

/** The new claims of a row, each with who says it. */
export function addedNote(added: readonly Noted[], known: Claims, slug: string): Markup {
  if (added.length === 0) return NONE
  const items = added.map(({ change, id }) => {
    const [number = 0] = change.claims
    const claim = known.get(number)
    const telling = claim?.after
    const source = telling && telling.source.kind !== 'author' ? sourceOf(telling) : null
    return html`<li id="${id}"><a href="${address.claim(slug, number)}" dir="auto">${shortened(claim?.label ?? '', 70)}</a>${source === null ? NONE : html`<span class="meta" dir="auto">, ${shortened(source, 40)}</span>`}</li>`
  })
  return html`<div class="added"><p>${mark('introduced')}${COMPARE.added(items.length)}</p>
<ul>${items}</ul></div>`
}
