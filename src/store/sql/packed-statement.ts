/** How a statement is kept in its column: an array by position, with numbers for the words of closed lists. */
import { type SQL, sql } from 'drizzle-orm'
import type {
  CertaintyLevel,
  Comparator,
  DateMention,
  HedgeClass,
  Polarity,
  Quotation,
  SourceKind,
  Span,
  Statement,
} from '../../core/article.ts'

// A number in a row is an index into one of these: append, and never reorder.
const LEVELS: readonly CertaintyLevel[] = ['certain', 'probable', 'possible', 'unknown']
const POLARITIES: readonly Polarity[] = ['positive', 'negative']
export const SOURCE_KINDS: readonly SourceKind[] = ['named', 'unnamed', 'document', 'author']
const QUOTATIONS: readonly Quotation[] = ['direct', 'mixed', 'indirect', 'none']
const COMPARATORS: readonly Comparator[] = ['=', '<', '<=', '>', '>=', '~']
const TENSES: readonly NonNullable<DateMention['tense']>[] = ['past', 'future']
const HEDGES: readonly HedgeClass[] = ['modal', 'adverb', 'adjective', 'verb', 'noun', 'evidential', 'conditional', 'question']

/** The rules that are found most: a row names any other rule in full. */
const RULES: readonly string[] = [
  'review/added',
  'sentence',
  'author',
  'clause/first',
  'label/as-told',
  'label/words',
  'extent/sentence-end',
  'label/with-actor',
  'attribution/complement-clause',
  'source/name',
  'source/common-noun',
  'certainty/negated-verb',
  'attribution/complement-phrase',
  'attribution/cue-after',
  'certainty/hedge-modal',
  'source/no-noun',
  'certainty/negative-noun',
  'source/body-noun',
  'clause/comma',
  'clause/semicolon',
  'certainty/infinitive',
  'source/not-in-sentence',
  'clause/embedded-finite',
  'certainty/cue-probable',
  'attribution/lone-quotation',
  'certainty/cue-possible',
  'certainty/condition',
  'attribution/complement-infinitive',
  'clause/open-report',
  'certainty/cue-denies',
  'clause/relative',
  'certainty/cue-unknown',
  'certainty/hedge-adjective',
  'certainty/hedge-verb',
  'certainty/hedge-evidential',
  'clause/predicate',
  'certainty/question-mark',
  'extent/comma-clause',
  'extent/clause-limit',
  'certainty/hedge-adverb',
  'certainty/hedge-question',
  'source/document-noun',
  'attribution/according-to',
  'clause/aside',
  'extent/comma-of-phrase',
  'clause/embedded-infinitive',
  'clause/opening-clause',
  'source/apposed-name',
  'certainty/hedge-conditional',
  'clause/subordinate',
  'attribution/nominal',
  'extent/semicolon',
  'certainty/belief',
  'clause/aside-of-source',
  'clause/conjunction',
  'attribution/speaker-colon',
  'attribution/cue-between',
  'label/short-subject',
  'extent/inside',
  'attribution/passive',
  'attribution/valuation',
  'clause/embedded-gerund',
  'extent/adverbial',
  'attribution/object-relative',
]
const ruleNumbers = new Map(RULES.map((name, number) => [name, number]))

/** Spans one after another: start, end, start, end, … */
type FlatSpans = readonly number[]

/** A statement in its column. Lists at the end are left out where they and all after them are empty. */
export type PackedStatement = readonly [
  label: string,
  hundredths: number,
  level: number,
  polarity: number,
  content: FlatSpans,
  sourceKind: number,
  source: FlatSpans,
  cue: readonly [lemma: string, ...spans: number[]] | null,
  quotation: number,
  rules: readonly (number | string)[],
  quantities?: readonly (readonly [
    start: number,
    end: number,
    value: number | null,
    unit: string | null,
    comparator: number,
  ])[],
  hedges?: readonly (readonly [start: number, end: number, class_: number])[],
  dates?: readonly (readonly [start: number, end: number, tense?: number])[],
]

const flat = (spans: readonly Span[]): number[] => spans.flat()

/** The spans of a flat list. */
export function unflattened(list: FlatSpans): Span[] {
  return Array.from({ length: list.length / 2 }, (_, i) => [list[2 * i] ?? 0, list[2 * i + 1] ?? 0] as const)
}

/** The value that the column of a statement keeps, as JSON. */
export function packStatement(statement: Statement): PackedStatement {
  const { label, content, source, cue, quotation, certainty, quantities, dates, checkWorthiness, rules } = statement
  const lists = [
    quantities.map((q) => [q.start, q.end, q.value, q.unit, COMPARATORS.indexOf(q.comparator)]),
    certainty.hedges.map((h) => [h.start, h.end, HEDGES.indexOf(h.class)]),
    dates.map(({ start, end, tense }) => [start, end, ...(tense ? [TENSES.indexOf(tense)] : [])]),
  ]
  return [
    label,
    Number((checkWorthiness * 100).toFixed(6)),
    LEVELS.indexOf(certainty.level),
    POLARITIES.indexOf(certainty.polarity),
    flat(content),
    SOURCE_KINDS.indexOf(source.kind),
    flat(source.spans),
    cue && [cue.lemma, ...flat(cue.spans)],
    QUOTATIONS.indexOf(quotation),
    rules.map((name) => ruleNumbers.get(name) ?? name),
    ...lists.slice(0, lists.findLastIndex((list) => list.length > 0) + 1),
  ] as unknown as PackedStatement
}

/** The statement of a column. */
export const parseStatement = (column: string): Statement => unpackStatement(JSON.parse(column) as PackedStatement)

/** The statement of a parsed column. */
export function unpackStatement(packed: PackedStatement): Statement {
  const [label, hundredths, level, polarity, content, kind, source, cue, quotation, rules, ...lists] = packed
  const [quantities = [], hedges = [], dates = []] = lists
  return {
    label,
    content: unflattened(content),
    source: { kind: at(SOURCE_KINDS, kind), spans: unflattened(source) },
    cue: cue && { lemma: cue[0], spans: unflattened(cue.slice(1) as number[]) },
    quotation: at(QUOTATIONS, quotation),
    certainty: {
      level: at(LEVELS, level),
      polarity: at(POLARITIES, polarity),
      hedges: hedges.map(([start, end, class_]) => ({ start, end, class: at(HEDGES, class_) })),
    },
    quantities: quantities.map(([start, end, value, unit, comparator]) => ({
      ...{ start, end, value, unit },
      comparator: at(COMPARATORS, comparator),
    })),
    dates: dates.map(([start, end, tense]) => ({ start, end, ...(tense !== undefined && { tense: at(TENSES, tense) }) })),
    checkWorthiness: hundredths / 100,
    rules: rules.map((rule) => (typeof rule === 'string' ? rule : at(RULES, rule))),
  }
}

function at<Value>(list: readonly Value[], number: number): Value {
  const value = list[number]
  if (value === undefined) throw new RangeError(`a stored statement has an unknown number ${number}`)
  return value
}

/** Parts of a statement in SQL, from its column. */
export const ofStatement = {
  label: (column: SQL) => sql<string>`${column} ->> 0`,
  /** In hundredths. */
  checkWorthiness: (column: SQL) => sql<number>`(${column} ->> 1)`,
  level: (column: SQL) => wordOf<CertaintyLevel>(LEVELS, sql`${column} ->> 2`),
  polarity: (column: SQL) => wordOf<Polarity>(POLARITIES, sql`${column} ->> 3`),
  /** JSON, flat. */
  content: (column: SQL) => sql<string>`${column} -> 4`,
  sourceStart: (column: SQL) => sql<number | null>`(${column} ->> '$[6][0]')`,
  sourceEnd: (column: SQL) => sql<number | null>`(${column} ->> '$[6][1]')`,
  cue: (column: SQL) => sql<string | null>`${column} ->> '$[7][0]'`,
  isAdded: (column: SQL) => sql`${column} ->> '$[9][0]' is ${sql.raw(String(RULES.indexOf('review/added')))}`,
  /** JSON of all but the rules that found it, for comparison. */
  withoutRules: (column: SQL) => sql`json_remove(${column}, '$[9]')`,
}

/** The word of a list that has a number, in SQL. */
export const wordOf = <Word extends string>(words: readonly Word[], number: SQL) =>
  sql<Word>`(${sql.raw(`'${JSON.stringify(words)}'`)} ->> (${number}))`
