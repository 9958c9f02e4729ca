/** The statements of one sentence: its attributions, and its assertions in the article's own voice. */
import type { Quotation, Sentence, Source, SourceKind, Span, Statement } from '../article.ts'
import { meantText } from '../text/meant-text.ts'
import { attributionsIn } from './attributions.ts'
import { type CertaintyWithRules, certaintyOf, type Part } from './certainty.ts'
import { checkWorthiness } from './check-worthiness.ts'
import type { Clause } from './clauses.ts'
import { dateMention, dateRangesIn } from './dates/dates.ts'
import { type EmbeddedClause, embeddedIn } from './embedded.ts'
import { halvesOf, isAssertion, isSecondHalf } from './halves.ts'
import { type LabelWithRule, labelOf } from './labels/label.ts'
import { moved } from './moved.ts'
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

interface Input {
  readonly text: string
  readonly headline: boolean
}

/** Reads the sentences as they are meant; the spans of the statements count in the sentences as they stand. */
function together(sentences: readonly Input[]): Statement[][] {
  const meant = sentences.map(({ text }) => meantText(text))
  const found = readTogether(sentences.map((sentence, index) => ({ ...sentence, text: meant[index]?.text ?? sentence.text })))
  return found.map((statements, index) => {
    const toRaw = meant[index]?.toRaw
    return toRaw ? statements.map((statement) => moved(statement, toRaw)) : statements
  })
}

/** Takes each step for all sentences before the next step: that is faster, because its code stays in the processor's cache. */
function readTogether(sentences: readonly Input[]): Statement[][] {
  const tokens = sentences.map(({ text }) => tokenize(text))
  const parses = sentences.map(({ text, headline }, index) => parseSentence(text, headline, tokens[index]))
  const parts = parses.map((parsed) => {
    const attributions = attributionsIn(parsed)
    const clauses = unattributed(parsed, attributions)
    const voiced = attributions.filter(({ silent }) => !silent)
    return { parsed, attributions: voiced.length + clauses.length > 0 ? voiced : attributions, clauses }
  })
  const assertions = parts.map(({ parsed, attributions, clauses }) => [
    ...attributions.flatMap((attribution) => attributedAssertions(parsed, attribution)),
    ...clauses.flatMap((clause) => ownAssertions(parsed, clause)),
  ])
  const labeled = assertions.map((list) =>
    list.map((assertion) => ({ assertion, named: labelOf(assertion.parsed, assertion.content, assertion.attribution) })),
  )
  return labeled.map((list) =>
    list
      .map(({ assertion, named }) => statementOf(assertion, named))
      .sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0)),
  )
}

/** A content with its certainty; `attribution` is null in the article's own voice. */
interface Assertion extends CertaintyWithRules {
  readonly parsed: ParsedSentence
  readonly content: readonly Range[]
  readonly attribution: Attribution | null
  /** The rules that found it. */
  readonly found: readonly string[]
}

/** Returns the article's assertion in a clause, and those of embedded clauses that differ in certainty or polarity. */
function ownAssertions(parsed: ParsedSentence, { ranges, rule }: Clause): Assertion[] {
  const own = (content: readonly Range[], by: string, part: Part | null): Assertion => {
    const { certainty, rules } = certaintyOf(parsed, content, null, part)
    return { parsed, content, attribution: null, found: ['author', `clause/${by}`], certainty, rules }
  }
  const whole = own(ranges, rule, null)
  // The content of a report belongs to its source.
  if (rule === 'open-report') return [whole]
  const parts = embeddedIn(parsed, ranges, whole.certainty, false)
  return [whole, ...parts.map((part) => own([part.range], part.rule, { verb: part.verb, within: ranges }))]
}

/**
 * Returns the attributed assertion, and the clauses inside with the other polarity: `said the dam will not hold but the wall
 * will`.
 */
function attributedAssertions(parsed: ParsedSentence, attribution: Attribution): Assertion[] {
  const whole = attributed(parsed, attribution, null)
  const within = attribution.content
  const contrary = (whole.certainty.polarity === 'negative') === attribution.denied
  const parts = embeddedIn(parsed, within, whole.certainty, true).filter(
    (part) => isAssertion(parsed, part) && (part.negative === contrary || isSecondHalf(parsed, part)),
  )
  const halves = parts.length > 0 ? halvesOf(parsed, within, parts.at(-1) as EmbeddedClause) : null
  const told = parts.map(({ rule, range, verb }, index) => {
    const content = [halves && index === parts.length - 1 ? halves.second : range]
    return attributed(parsed, { ...attribution, rule: `${rule}/${attribution.rule}`, content }, { verb, within })
  })
  return [halves?.first ? attributed(parsed, { ...attribution, content: [halves.first] }, null) : whole, ...told]
}

function attributed(parsed: ParsedSentence, attribution: Attribution, part: Part | null): Assertion {
  const { content, rule, extent } = attribution
  const { certainty, rules } = certaintyOf(parsed, content, attribution, part)
  const found = [`attribution/${rule}`, ...(extent ? [`extent/${extent}`] : [])]
  return { parsed, content, attribution, found, certainty, rules }
}

function statementOf(assertion: Assertion, named: LabelWithRule): Statement {
  const { parsed, content, attribution, found } = assertion
  const { source, by } = sourceOf(parsed, attribution)
  const { cue = null, lemma = '' } = attribution ?? {}
  const { rules, ...analysis } = analyzed(assertion, named, source.kind)
  return {
    ...analysis,
    source,
    cue: cue ? { lemma, spans: [spanOf(parsed, cue)] } : null,
    quotation: attribution ? quotationOf(parsed, content) : 'none',
    rules: [...found, ...by, ...rules],
  }
}

/** Returns the analysis of a content, and the rules that produced it. */
export function analyzed(assertion: Omit<Assertion, 'found'>, named: LabelWithRule, kind: SourceKind) {
  const { parsed, content, attribution, certainty, rules } = assertion
  // The date of a dateline and the time of a live report belong to the article's first assertion after them.
  const opens = attribution === null && parsed.start > 0 && content[0]?.[0] === parsed.start
  const dateRanges = dateRangesIn(parsed, opens ? [[0, parsed.start], ...content] : content)
  const quantities = quantitiesIn(parsed, content, dateRanges)
  const dates = dateRanges.map((range) => dateMention(parsed, range, content))
  return {
    label: named.label,
    content: content.map((range) => spanOf(parsed, range)),
    certainty,
    quantities,
    dates,
    checkWorthiness: checkWorthiness(parsed, content, { kind, certainty, quantities, dates }),
    rules: [...rules.map((name) => `certainty/${name}`), `label/${named.rule}`],
  }
}

/** The source of an attribution, and the rule that told its kind. */
function sourceOf(parsed: ParsedSentence, attribution: Attribution | null): { source: Source; by: readonly string[] } {
  if (!attribution) return { source: { kind: 'author', spans: [] }, by: [] }
  const { source, kind: given } = attribution
  if (!source) return { source: { kind: given ?? 'unnamed', spans: [] }, by: ['source/not-in-sentence'] }
  const { kind, rule } = sourceKind(parsed, source)
  return { source: { kind: given ?? kind, spans: [trimmedSource(parsed, source)] }, by: [`source/${rule}`] }
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
