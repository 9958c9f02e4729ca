/** A clause of a sentence that is read forwards, and the words that it is read from. */
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import type { Range, Token } from '../words/token.ts'
import type { VerbGroup } from './verb-groups.ts'

export type ClauseKind = 'main' | 'quotation' | 'that' | 'relative' | 'subordinate' | 'complement' | 'coordinate' | 'inserted'

/** clause: "(that) it rained"; infinitive: "to stay"; phrase: "the plan". */
export type Complement = 'clause' | 'infinitive' | 'phrase'

export interface ReadClause {
  readonly kind: ClauseKind
  /** The first token after the word that opens the clause. */
  readonly from: number
  /** The index of its finite verb group. */
  readonly group: number
  /** In token indices; null if no subject stands before the verb. */
  readonly subject: Range | null
}

/** A clause that later words may belong to; `group` is -1 until its verb has come. */
export interface OpenClause {
  readonly kind: ClauseKind
  from: number
  group: number
  subject: Range | null
  /** The quotation that the clause began in, or -1. */
  readonly quotation: number
}

/** The words of a sentence. */
export interface Words {
  readonly tokens: readonly Token[]
  readonly groups: readonly VerbGroup[]
  /** For each token the verb group that contains it, or -1. */
  readonly groupAt: readonly number[]
  /** For each token the quotation that contains it, or -1. */
  readonly quoted: readonly number[]
  readonly start: number
}

/** The marks that end a part of a clause. */
export const COMMA = /^(?:,|—|–|―|-|--)$/

export const tagAt = (tokens: readonly Token[], at: number): string => (at < 0 ? '' : (tokens[at]?.tag ?? ''))
const NOMINAL: ReadonlySet<string> = new Set(['noun', 'name', 'number', 'object', 'subject', 'ing', 'ed', 'time'])
export const isNominal = (tag: string): boolean => NOMINAL.has(tag)

/** Returns true for a verb that takes a clause without "that": "said it rained", "heard it rained". */
export const takesClause = (token: Token | undefined): boolean => token !== undefined && TAKES_CLAUSE.has(token.lower)
const TAKES_CLAUSE = new Set(['heard', 'hears'])
for (const [form, { verb }] of CUE_FORMS) if (/[st]/.test(verb.frames)) TAKES_CLAUSE.add(form)

/** Words of these tags open and close no clause. */
export const PLAIN: ReadonlySet<string> = new Set([
  'noun',
  'name',
  'determiner',
  'possessive',
  'number',
  'adverb',
  'preposition',
  'time',
  'ing',
  'ed',
  'verb',
  'to',
])
