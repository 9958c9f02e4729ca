/** The marks of the kinds, drawn on a field of 16 × 16: the shape is the family, the sign inside the kind, a rule below it means disclosed. */
import type { Kind } from '../../core/changes/change.ts'
import { KIND_WORDS } from '../../http/words/kinds-in-words.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'

const DISC = '<circle r="6.6"/>'
const SQUARE = '<rect x="-6.2" y="-6.2" width="12.4" height="12.4" rx="1.2"/>'
const BUBBLE = '<path d="M-6.8-6.4H6.8V3.2H-.6L-3.6 6.8V3.2H-6.8Z"/>'
const sign = (d: string) => `<path class="s" d="${d}"/>`

const DRAWINGS: Record<Kind, string> = {
  introduced: DISC + sign('M-3.2 0H3.2M0-3.2V3.2'),
  withdrawn: DISC + sign('M-2.6-2.6L2.6 2.6M2.6-2.6L-2.6 2.6'),
  restored: DISC + sign('M-2.9 1.2A3.1 3.1 0 1 0-1.4-2.8M-1.2-4.9L-1.7-2.6L.6-2'),
  superseded: DISC + sign('M-3.4 0H3M.4-2.7L3.2 0L.4 2.7'),
  split: DISC + sign('M-3.8 0H-.8L3-2.9M-.8 0L3 2.9'),
  merged: DISC + sign('M3.8 0H.8L-3-2.9M.8 0L-3 2.9'),
  softened: '<path d="M-7.2-5.4H7.2L0 7Z"/>',
  strengthened: '<path d="M-7.2 5.4H7.2L0-7Z"/>',
  negated: '<path d="M-6.6-6.6H6.6L-6.6 6.6H6.6Z"/>',
  number_changed: SQUARE + sign('M-1-3.6L-2 3.6M2-3.6L1 3.6M-3.6-1.3H3.8M-3.8 1.5H3.6'),
  date_changed: SQUARE + sign('M-3.8-2.4H3.8M-3.8-2.4V3.4H3.8V-2.4M-1.8-4V-2.4M1.8-4V-2.4'),
  source_changed: `${BUBBLE}<path class="f" d="M0-5A1.7 1.7 0 1 1-.01-5ZM-3.2 1.9A3.2 2.9 0 0 1 3.2 1.9Z"/>`,
  cue_changed: BUBBLE + sign('M-3.8-1.6H-3.2M-.3-1.6H.3M3.2-1.6H3.8'),
  quote_changed: BUBBLE + sign('M-1.6-4.2L-3-.6M2.6-4.2L1.2-.6'),
  reworded: '<path class="l" d="M-6.4 1.6C-4.6-3-2-3 0 0S4.6 3 6.4-1.6"/>',
  moved: '<path class="l" d="M0-6.2V6.2M-3.2-3.2L0-6.4L3.2-3.2M-3.2 3.2L0 6.4L3.2 3.2"/>',
  cosmetic: '<path class="l" d="M-4.6 0H-4.2M0 0H.4M4.4 0H4.8"/>',
}

const SAID = raw('<path class="said" d="M-6.5 10H6.5"/>')
const BED = raw('<circle class="bed" r="8"/>')

/** The drawings that marks refer to, once a page. */
export const SPRITE = raw(
  `<svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false"><defs>${Object.entries(DRAWINGS)
    .map(([kind, drawing]) => `<g id="m-${kind}">${drawing}</g>`)
    .join('')}</defs></svg>`,
)

const familyClass = (kind: Kind) => `f-${KIND_WORDS[kind].family}`

/** A mark in running text or a list. Words beside it say the same. */
export const mark = (kind: Kind, disclosed = false): Markup =>
  html`<svg class="mark ${familyClass(kind)}" width="16" height="19" viewBox="-8 -8 16 19" aria-hidden="true"><use href="#m-${kind}"/>${disclosed ? SAID : NONE}</svg>`

/** A disc with the rule below it, for legends. */
export const DISCLOSED_MARK = raw(
  '<svg class="mark" width="16" height="19" viewBox="-8 -8 16 19" aria-hidden="true"><circle class="b f-presence" r="5"/><path class="said" d="M-6.5 9.5H6.5"/></svg>',
)

/** A mark on a chart; `x` in per cent, `dy` in pixels from the middle of the lane. */
export const placedMark = (kind: Kind, x: string, dy: number, disclosed: boolean, title: string): Markup =>
  html`<svg x="${x}" y="0" class="on ${familyClass(kind)}"><g transform="translate(0 ${dy})">${
    KIND_WORDS[kind].family === 'wording' ? BED : html`<use class="halo" href="#m-${kind}"/>`
  }<use href="#m-${kind}"/>${disclosed ? SAID : NONE}<title>${title}</title></g></svg>`
