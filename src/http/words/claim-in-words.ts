/** A claim in words: how surely it is told, who says it, how, and what became of it. */
import type { CertaintyLevel, Quotation, SourceKind } from '../../core/article.ts'

/** How surely a claim is told. That it denies something is told by its own words: “sure, that not” reads as doubt. */
export const LEVELS: Record<CertaintyLevel, string> = {
  certain: 'sure',
  probable: 'likely',
  possible: 'possible',
  unknown: 'open',
}

export interface SourceWords {
  readonly kind: SourceKind
  readonly name: string | null
}

/** The source: a name, the article's words for somebody without one, or the article itself. */
export const sourceText = ({ kind, name }: SourceWords): string =>
  kind === 'author' ? 'the article itself' : (name ?? 'somebody not named')

/** The same with a note that the source has no name. */
export const sourceNote = ({ kind, name }: SourceWords): string => (kind === 'unnamed' && name !== null ? ' (not named)' : '')

export const QUOTATIONS: Record<Quotation, string> = {
  direct: 'word for word',
  mixed: 'partly word for word',
  indirect: 'in the article’s words',
  none: 'in the article’s own voice',
}

/** The names of the relations between the claims of one article, in the order of a page. */
export const RELATION_WORDS = {
  supersedes: 'Took the place of',
  superseded_by: 'Overtaken by',
  split_from: 'Split from',
  split_into: 'Split into',
  merged_into: 'Merged into',
  merged_from: 'Merged from',
  same_as: 'Also in the headline or lead',
} as const

/** The differences of a claim of another story, from there to here. */
export const DIFFERS: Readonly<Record<string, string>> = {
  softened: 'less sure there',
  strengthened: 'surer there',
  negated: 'the opposite there',
  source_changed: 'ascribed to somebody else',
  cue_changed: 'another reporting verb',
  date_changed: 'another date there',
  reworded: 'in other words',
}
