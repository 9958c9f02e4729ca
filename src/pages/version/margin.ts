/** The margin of a text: who says each claim, how surely, what happened to it in this version, and what happens next. */
import { byWeight } from '../../core/changes/weight.ts'
import { isDisclosed } from '../../http/words/change-in-words.ts'
import { LEVELS, sourceNote, sourceText } from '../../http/words/claim-in-words.ts'
import type { Family } from '../../http/words/kinds-in-words.ts'
import { KIND_WORDS } from '../../http/words/kinds-in-words.ts'
import { address } from '../addresses.ts'
import { changeAddress, eventText } from '../figures/event-text.ts'
import { type Grid, isMarked, type LaneOf, swatch } from '../figures/grid.ts'
import { stretchAt } from '../figures/lane-table.ts'
import { mark } from '../figures/marks.ts'
import { html, type Markup, NONE, type Value } from '../markup.ts'
import { VERSION } from '../words/version-words.ts'
import type { ClaimInText } from './claimed-text.ts'

/** A version in its story. */
export interface Reading {
  readonly slug: string
  readonly number: number
  readonly grid: Grid
  readonly lanes: ReadonlyMap<number, LaneOf>
  /** Whether the rules read its language. */
  readonly read: boolean
}

type LaneChange = LaneOf['changes'][number]

/** The events of a claim in the version. */
const changesHere = (lane: LaneOf | undefined, { number }: Pick<Reading, 'number'>): readonly LaneChange[] =>
  (lane?.changes ?? []).filter(({ to }) => to === number)

/** The family of the weightiest of these changes. */
export function tintOf(lane: LaneOf | undefined, reading: Reading): Family | null {
  const [kind] = byWeight(changesHere(lane, reading).flatMap(({ kinds }) => kinds))
  return kind === undefined ? null : KIND_WORDS[kind].family
}

/** Here claims that took another's place are told by numbers. */
const NO_NAMES = new Map<number, string>()

function labelOfChange(change: LaneChange, lane: LaneOf): string {
  if (isMarked(change, lane)) return eventText(change, lane, NO_NAMES)
  return VERSION.inPlaceOf(change.before.filter((number) => number !== lane.number))
}

function events(lane: LaneOf | undefined, reading: Reading): Value[] {
  if (!lane) return []
  const { slug, number, grid } = reading
  const here = changesHere(lane, reading).map(
    (change) =>
      html` <span class="event">${byWeight(change.kinds).map((kind) => mark(kind, isDisclosed(change)))}<a href="${changeAddress(change, slug)}">${isMarked(change, lane) ? VERSION.here(labelOfChange(change, lane)) : labelOfChange(change, lane)}</a></span>`,
  )
  const isFirst = grid.versions.find(({ withheld }) => withheld === null)?.number === number
  const fresh = lane.first_version === number && !isFirst && here.length === 0
  const next = lane.changes.find(({ to }) => grid.at(to) > grid.at(number))
  return [
    ...(fresh ? [html` <span class="event">${mark('introduced')}${VERSION.newHere}</span>`] : here),
    ...(next
      ? [
          html` <span class="event next"><a href="${changeAddress(next, slug)}">${VERSION.inVersion(labelOfChange(next, lane), next.to)}</a></span>`,
        ]
      : []),
  ]
}

interface Speaker {
  readonly source: ClaimInText['source']
  readonly id: number | null
  readonly name: string
  readonly claims: ClaimInText[]
}

/** Claims that follow one another and that the same one says, together. */
function speakers(claims: readonly ClaimInText[], { lanes, grid, number }: Reading): Speaker[] {
  const found: Speaker[] = []
  for (const claim of claims) {
    const { source } = claim
    const lane = lanes.get(claim.number)
    const id = (lane && stretchAt(lane.stretches, grid, number)?.source.id) ?? null
    const name = sourceText({ kind: source.kind, name: source.name ?? source.text })
    const last = found.at(-1)
    if (last && last.name === name && last.id === id) last.claims.push(claim)
    else found.push({ source, id, name, claims: [claim] })
  }
  return found
}

function speakerName({ source, id, name }: Speaker): Markup {
  if (source.kind === 'author') return html`<p class="who-name own">${VERSION.own}</p>`
  const note = sourceNote({ kind: source.kind, name })
  const shown = html`<span dir="auto">${name}</span>`
  return html`<p class="who-name">${id === null ? shown : html`<a href="${address.source(id)}">${shown}</a>`}${note ? html`<span class="meta">${note}</span>` : NONE}</p>`
}

const numberOf = ({ number, label }: ClaimInText, { slug }: Reading) =>
  html`<a class="num" href="${address.claim(slug, number)}" title="${label}" aria-label="${VERSION.claim(number)}">${number}</a>`

/** In a language that the rules do not read only what happened is known. */
function unreadMargin(claims: readonly ClaimInText[], reading: Reading, label: string): Markup {
  const items = claims.flatMap((claim) => {
    const happened = events(reading.lanes.get(claim.number), reading)
    return happened.length === 0 ? [] : [html`<li>${numberOf(claim, reading)}${happened}</li>`]
  })
  return items.length === 0
    ? html`<div class="notes"></div>`
    : html`<aside class="notes" aria-label="${label}"><ul>${items}</ul></aside>`
}

/** The margin beside a paragraph; `label` names it. */
export function margin(claims: readonly ClaimInText[], reading: Reading, label: string): Markup {
  if (claims.length === 0) return html`<div class="notes"></div>`
  if (!reading.read) return unreadMargin(claims, reading, label)
  const groups = speakers(claims, reading).map(
    (speaker) => html`<div class="who">${speakerName(speaker)}
<ul>${speaker.claims.map(
      (claim) =>
        html`<li>${numberOf(claim, reading)} ${swatch(claim.certainty.level)}${LEVELS[claim.certainty.level]}${events(reading.lanes.get(claim.number), reading)}</li>`,
    )}</ul></div>`,
  )
  return html`<aside class="notes" aria-label="${label}">${groups}</aside>`
}

/** The claims that the version no longer has, each with what became of it. */
export function goneClaims(reading: Reading): Markup {
  const { slug, number, lanes, grid } = reading
  const gone = [...lanes.values()].flatMap((lane) =>
    stretchAt(lane.stretches, grid, number) === null
      ? changesHere(lane, reading)
          .filter((change) => change.before.includes(lane.number))
          .map((change) => ({ lane, change }))
      : [],
  )
  if (gone.length === 0) return NONE
  const items = gone.map(({ lane, change }) => {
    const marks = byWeight(change.kinds).map((kind) => mark(kind, isDisclosed(change)))
    return html`<li>${marks}<a href="${address.claim(slug, lane.number)}" dir="auto">${lane.label}</a> <span class="meta"><a href="${changeAddress(change, slug)}">${labelOfChange(change, lane)}</a></span></li>`
  })
  return html`<section class="gone-claims" aria-labelledby="gone-title"><h2 id="gone-title">${VERSION.gone}</h2><ul>${items}</ul></section>`
}
