/** How much the kinds of a change matter to a reader, and which of them alter what readers had been told. */
import type { Kind } from './change.ts'

/** Every kind, the weightiest first: the first kind of a change is the one that its mark shows. */
export const BY_WEIGHT = [
  'negated',
  'withdrawn',
  'softened',
  'strengthened',
  'number_changed',
  'date_changed',
  'source_changed',
  'quote_changed',
  'cue_changed',
  'superseded',
  'restored',
  'split',
  'merged',
  'introduced',
  'reworded',
  'moved',
  'cosmetic',
] as const satisfies readonly Kind[]

/** The kinds that alter what readers had been told, so that the article could have said so in a note. */
export const TOLD: readonly Kind[] = [
  'withdrawn',
  'restored',
  'negated',
  'softened',
  'strengthened',
  'number_changed',
  'date_changed',
  'source_changed',
  'quote_changed',
  'cue_changed',
]

/** All kinds but new claims: what alone introduces a claim tells nothing about what stood there before. */
export const LATER: readonly Kind[] = BY_WEIGHT.filter((kind) => kind !== 'introduced')

/** Kinds in the order of their weight. */
export const byWeight = (kinds: readonly Kind[]): Kind[] => BY_WEIGHT.filter((kind) => kinds.includes(kind))

/** Whether a change alters what readers had been told. */
export const isTold = ({ kinds }: { readonly kinds: readonly Kind[] }): boolean => kinds.some((kind) => TOLD.includes(kind))

/** How well a kind serves as the example of a story. */
export const SHOWS: Record<Kind, number> = {
  negated: 9,
  softened: 8,
  strengthened: 8,
  number_changed: 8,
  date_changed: 7,
  withdrawn: 6,
  source_changed: 6,
  quote_changed: 6,
  restored: 6,
  superseded: 5,
  cue_changed: 4,
  split: 2,
  merged: 2,
  reworded: 1,
  moved: 0.5,
  cosmetic: 0.2,
  introduced: 0,
}

interface Weighed {
  readonly kinds: readonly Kind[]
  readonly acknowledged: boolean
  readonly before: readonly { readonly zone: string }[]
}

/** The weight that a change loses where it was disclosed, and where it is of a headline. */
export const SHOWS_LESS = { disclosed: 0.5, headline: 0.3 } as const

/** How much a change matters as an example: its weightiest kind; a little less where it was disclosed or is of a headline. */
export function weightOf({ kinds, acknowledged, before }: Weighed): number {
  const weight = Math.max(0, ...kinds.map((kind) => SHOWS[kind]))
  const ofHeadline = before[0]?.zone === 'headline'
  return weight - (acknowledged ? SHOWS_LESS.disclosed : 0) - (ofHeadline ? SHOWS_LESS.headline : 0)
}
