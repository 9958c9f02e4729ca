/** Every kind of change in plain words: its family, its label, what a count of it is called, and what it means. */
import type { Kind } from '../../core/changes/change.ts'
import { BY_WEIGHT, TOLD } from '../../core/changes/weight.ts'
import { counted } from './counts.ts'

/** The families of kinds, each with a shape and a hue of its own. */
export const FAMILIES = {
  presence: 'There or not',
  certainty: 'How surely',
  facts: 'Numbers and dates',
  attribution: 'Who says it',
  wording: 'Words and place',
} as const
export type Family = keyof typeof FAMILIES

export interface KindWords {
  readonly family: Family
  readonly label: string
  /** "2 dropped". */
  readonly count: (n: number) => string
  /** It counts claims: "2 claims dropped". */
  readonly ofClaims: boolean
  /** For the guide. */
  readonly meaning: string
}

const after = (words: string) => (n: number) => `${counted(n, '', '').trim()} ${words}`

export const KIND_WORDS: Record<Kind, KindWords> = {
  introduced: {
    family: 'presence',
    label: 'Added',
    count: after('added'),
    ofClaims: true,
    meaning: 'A claim that no earlier version had.',
  },
  withdrawn: {
    family: 'presence',
    label: 'Dropped',
    count: after('dropped'),
    ofClaims: true,
    meaning: 'The claim is gone, and nothing says the same or something newer in its place.',
  },
  restored: {
    family: 'presence',
    label: 'Put back',
    count: after('put back'),
    ofClaims: true,
    meaning: 'A claim that had been dropped stands in the text again.',
  },
  superseded: {
    family: 'presence',
    label: 'Overtaken',
    count: after('overtaken by newer ones'),
    ofClaims: true,
    meaning: 'A newer claim about the same matter took its place: what was planned has happened, or has failed.',
  },
  split: {
    family: 'presence',
    label: 'Split',
    count: after('split in two'),
    ofClaims: true,
    meaning: 'One sentence became two, and its claims went on in both.',
  },
  merged: {
    family: 'presence',
    label: 'Merged',
    count: after('merged'),
    ofClaims: true,
    meaning: 'Two sentences became one.',
  },
  negated: {
    family: 'certainty',
    label: 'Reversed',
    count: after('reversed'),
    ofClaims: true,
    meaning: 'The claim now says the opposite: “will” became “will not”.',
  },
  softened: {
    family: 'certainty',
    label: 'Softened',
    count: after('softened'),
    ofClaims: true,
    meaning: 'The claim is told less surely: “will” became “may”.',
  },
  strengthened: {
    family: 'certainty',
    label: 'Strengthened',
    count: after('strengthened'),
    ofClaims: true,
    meaning: 'The claim is told more surely: “may” became “will”.',
  },
  number_changed: {
    family: 'facts',
    label: 'Number changed',
    count: (n) => counted(n, 'number changed', 'numbers changed'),
    ofClaims: false,
    meaning: 'A number in the claim is another one.',
  },
  date_changed: {
    family: 'facts',
    label: 'Date changed',
    count: (n) => counted(n, 'date changed', 'dates changed'),
    ofClaims: false,
    meaning: 'A day or a time in the claim is another one.',
  },
  source_changed: {
    family: 'attribution',
    label: 'Source changed',
    count: (n) => counted(n, 'source changed', 'sources changed'),
    ofClaims: false,
    meaning: 'Somebody else says it, or nobody any more, or a source that had no name has one.',
  },
  quote_changed: {
    family: 'attribution',
    label: 'Quotation changed',
    count: (n) => counted(n, 'quotation changed', 'quotations changed'),
    ofClaims: false,
    meaning: 'Words in quotation marks are other words, or the quotation marks came or went.',
  },
  cue_changed: {
    family: 'attribution',
    label: 'Verb changed',
    count: (n) => counted(n, 'reporting verb changed', 'reporting verbs changed'),
    ofClaims: false,
    meaning: 'The reporting verb is another: “said” became “admitted”.',
  },
  reworded: {
    family: 'wording',
    label: 'Reworded',
    count: after('reworded'),
    ofClaims: true,
    meaning: 'The words differ, and none of the other kinds was found in them.',
  },
  moved: {
    family: 'wording',
    label: 'Moved',
    count: after('moved'),
    ofClaims: true,
    meaning: 'The same words stand elsewhere in the text.',
  },
  cosmetic: {
    family: 'wording',
    label: 'Punctuation only',
    count: after('in punctuation only'),
    ofClaims: true,
    meaning: 'Only signs, capitals or spaces differ.',
  },
}

const DETAILS: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
  source_changed: {
    replaced: 'Source replaced',
    attributed: 'Source added',
    unattributed: 'Source removed',
    named: 'Source named',
    anonymised: 'Source made anonymous',
  },
  quote_changed: {
    edited: 'Quotation edited',
    quoted: 'Put in quotation marks',
    unquoted: 'Quotation marks removed',
  },
  moved: { up: 'Moved up', down: 'Moved down' },
}

/** The details of a change, each under its kind. */
export type DetailWords = { readonly [K in Kind]?: unknown }

/** "Source named", where the detail tells more than "Source changed". */
export function labelOf(kind: Kind, detail: DetailWords = {}): string {
  const value = detail[kind]
  return (typeof value === 'string' ? DETAILS[kind]?.[value] : undefined) ?? KIND_WORDS[kind].label
}

/**
 * The parts of "2 claims softened, 1 number changed": those that alter what readers had been told before the others, the weightiest first.
 * The first that counts claims carries the noun.
 */
export function summaryParts(counts: Partial<Record<Kind, number>>): { kind: Kind; count: number; text: string }[] {
  const present = BY_WEIGHT.filter((kind) => counts[kind])
  const parts = [...present.filter((kind) => TOLD.includes(kind)), ...present.filter((kind) => !TOLD.includes(kind))]
  const noun = parts.find((kind) => KIND_WORDS[kind].ofClaims)
  return parts.map((kind) => {
    const count = counts[kind] ?? 0
    const text = KIND_WORDS[kind].count(count)
    return { kind, count, text: kind === noun ? text.replace(/^\S+ /, `${counted(count, 'claim')} `) : text }
  })
}

/** The kinds of a count, in order of their families. */
export const kindsOfFamily = (family: Family): Kind[] => BY_WEIGHT.filter((kind) => KIND_WORDS[kind].family === family)
