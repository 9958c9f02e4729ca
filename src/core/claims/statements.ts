/** The statements of one sentence: its attributions, and its assertions in the article's own voice. */
import type { Quotation, Sentence, SourceKind, Span, Statement } from '../article.ts'
import { attributionsIn } from './attributions.ts'
import { certaintyOf, type Part } from './certainty.ts'
import { checkWorthiness } from './check-worthiness.ts'
import type { Clause } from './clauses.ts'
import { dateMention, dateRangesIn } from './dates/dates.ts'
import { type EmbeddedClause, embeddedIn } from './embedded.ts'
import { labelOf } from './labels/label.ts'
import { quantitiesIn } from './numbers/quantities.ts'
import { type ParsedSentence, parseSentence, spanOf } from './parsed-sentence.ts'
import type { Attribution } from './rules/attribution.ts'
import { sourceKind } from './sources/source-kind.ts'
import { unattributed } from './unattributed.ts'
import type { Range } from './words/token.ts'
import { tokenize } from './words/tokens.ts'

/** Returns the statements of a sentence, at least one. A pure function of its text and of its being a headline. */
export function statementsOf(text: string, headline: boolean): Statement[] {
  return together([{ text, headline }])[0] ?? []
}

/** The number of sentences that are read together. */
const TOGETHER = 64

/** Returns the statements of each sentence, as `statementsOf` does. */
export function statementsOfAll(sentences: readonly Sentence[]): Statement[][] {
  const inputs = sentences.map(({ text, zone }) => ({ text, headline: zone === 'headline' }))
  const statements: Statement[][] = []
  for (let from = 0; from < inputs.length; from += TOGETHER) statements.push(...together(inputs.slice(from, from + TOGETHER)))
  return statements
}

/** Takes each step for all sentences before the next step: that is faster, because its code stays in the processor's cache. */
function together(sentences: readonly { readonly text: string; readonly headline: boolean }[]): Statement[][] {
  const tokens = sentences.map(({ text }) => tokenize(text))
  const parses = sentences.map(({ text, headline }, index) => parseSentence(text, headline, tokens[index]))
  const parts = parses.map((parsed) => {
    const attributions = attributionsIn(parsed)
    return { parsed, attributions, clauses: unattributed(parsed, attributions) }
  })
  return parts.map(({ parsed, attributions, clauses }) => {
    const statements = [
      ...attributions.flatMap((attribution) => attributedStatements(parsed, attribution)),
      ...clauses.flatMap((clause) => authorStatements(parsed, clause)),
    ]
    return statements.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
  })
}

/** Returns the article's assertion in a clause, and those of embedded clauses that differ in certainty or polarity. */
function authorStatements(parsed: ParsedSentence, clause: Clause): Statement[] {
  const whole = authorStatement(parsed, clause)
  // The content of a report belongs to its source.
  if (clause.rule === 'open-report') return [whole]
  const parts = embeddedIn(parsed, clause.ranges, whole.certainty, false)
  return [
    whole,
    ...parts.map(({ rule, range, verb }) =>
      authorStatement(parsed, { ranges: [range], rule }, { verb, within: clause.ranges }),
    ),
  ]
}

/**
 * Returns the attributed statement, and the clauses inside with the other polarity: `said the dam will not hold but the wall
 * will`.
 */
function attributedStatements(parsed: ParsedSentence, attribution: Attribution): Statement[] {
  const whole = attributed(parsed, attribution)
  const within = attribution.content
  const contrary = (whole.certainty.polarity === 'negative') === attribution.denied
  const parts = embeddedIn(parsed, within, whole.certainty, true)
    .filter((part) => isAssertion(parsed, part) && (part.negative === contrary || isSecondHalf(parsed, part)))
    .map(({ rule, range, verb }) =>
      attributed(parsed, { ...attribution, rule: `${rule}/${attribution.rule}`, content: [range] }, { verb, within }),
    )
  return [whole, ...parts]
}

/** The fewest tokens of a sentence in a quotation that is a claim of its own beside the whole. */
const SENTENCE = 6

/** True for a clause that its source asserts itself, "and that" included; not for the complement of another verb. */
function isAssertion({ tokens, clauses, groupAt }: ParsedSentence, { verb, range }: EmbeddedClause): boolean {
  const read = clauses.get(groupAt[verb] ?? -1)
  if (!read) return false
  // "I don't know." of a longer quotation
  if (read.kind === 'main' && range[1] - range[0] < SENTENCE) return false
  return /^(?:main|coordinate|subordinate|relative)$/.test(read.kind) || tokens[read.from - 2]?.tag === 'conjunction'
}

/** "and might vote against it": less sure than the first half. */
const isSecondHalf = ({ clauses, groupAt }: ParsedSentence, { verb, level }: EmbeddedClause): boolean =>
  level === 'possible' && clauses.get(groupAt[verb] ?? -1)?.kind === 'coordinate'

function authorStatement(parsed: ParsedSentence, { ranges, rule }: Clause, part: Part | null = null): Statement {
  const { rules, ...analysis } = analyzed(parsed, ranges, null, 'author', part)
  return {
    ...analysis,
    source: { kind: 'author', spans: [] },
    cue: null,
    quotation: 'none',
    rules: ['author', `clause/${rule}`, ...rules],
  }
}

function attributed(parsed: ParsedSentence, attribution: Attribution, part: Part | null = null): Statement {
  const { rule, source, cue, lemma, content, extent } = attribution
  const { kind, rule: kindRule } = source ? sourceKind(parsed, source) : { kind: 'unnamed' as const, rule: 'not-in-sentence' }
  const { rules, ...analysis } = analyzed(parsed, content, attribution, attribution.kind ?? kind, part)
  return {
    ...analysis,
    source: { kind: attribution.kind ?? kind, spans: source ? [trimmedSource(parsed, source)] : [] },
    cue: cue ? { lemma, spans: [spanOf(parsed, cue)] } : null,
    quotation: quotationOf(parsed, content),
    rules: [`attribution/${rule}`, ...(extent ? [`extent/${extent}`] : []), `source/${kindRule}`, ...rules],
  }
}

/** Returns the analysis of a content, and the rules that produced it. */
export function analyzed(
  parsed: ParsedSentence,
  content: readonly Range[],
  attribution: Attribution | null,
  kind: SourceKind,
  part: Part | null,
) {
  const { certainty, rules } = certaintyOf(parsed, content, attribution, part)
  // The date of a dateline and the time of a live report belong to the article's first assertion after them.
  const opens = attribution === null && parsed.start > 0 && content[0]?.[0] === parsed.start
  const dateRanges = dateRangesIn(parsed, opens ? [[0, parsed.start], ...content] : content)
  const quantities = quantitiesIn(parsed, content, dateRanges)
  const dates = dateRanges.map((range) => dateMention(parsed, range, content))
  const { label, rule } = labelOf(parsed, content, attribution)
  return {
    label,
    content: content.map((range) => spanOf(parsed, range)),
    certainty,
    quantities,
    dates,
    checkWorthiness: checkWorthiness(parsed, content, { kind, certainty, quantities, dates }),
    rules: [...rules.map((name) => `certainty/${name}`), `label/${rule}`],
  }
}

function trimmedSource(parsed: ParsedSentence, range: Range): Span {
  let [from, to] = range
  while (to > from + 1 && /^[,—–]$/.test(parsed.tokens[to - 1]?.text ?? '')) to--
  const [start, end] = spanOf(parsed, [from, to])
  // "She" of "She's hoping"
  const clitic = parsed.tokens[from]?.tag === 'subject' ? parsed.text.slice(start, end).search(/['’](?:s|d|ll|re|ve|m)$/) : -1
  return [start, clitic > 0 ? start + clitic : end]
}

function quotationOf({ quoted, tokens }: ParsedSentence, content: readonly Range[]): Quotation {
  let inside = 0
  let all = 0
  for (const [from, to] of content) {
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      if (!token || token.tag === 'mark' || token.tag === 'quote') continue
      all += token.end - token.start
      if (quoted[at] !== -1) inside += token.end - token.start
    }
  }
  return inside === 0 ? 'indirect' : inside >= 0.95 * all ? 'direct' : 'mixed'
}
