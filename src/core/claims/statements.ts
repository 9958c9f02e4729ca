/** The claims of one sentence: its attributions, and what it asserts in the article's own voice. */
import type { Quotation, SourceKind, Span, Statement } from '../article.ts'
import { attributionsIn } from './attributions.ts'
import { certaintyOf, type Part } from './certainty.ts'
import { checkWorthiness } from './check-worthiness.ts'
import type { Clause } from './clauses.ts'
import { dateMention, dateRangesIn } from './dates/dates.ts'
import { embeddedIn } from './embedded.ts'
import { labelOf } from './labels/label.ts'
import { quantitiesIn } from './numbers/quantities.ts'
import { type Scene, sceneOf, spanOf } from './parsed-sentence.ts'
import type { Attribution } from './rules/attribution.ts'
import { sourceKind } from './sources/source-kind.ts'
import type { Range } from './syntax/tokens.ts'
import { ownVoice } from './unattributed.ts'

/** The statements of a sentence, at least one. A pure function of its text and of whether it is a headline. */
export function statementsOf(text: string, headline: boolean): Statement[] {
  const scene = sceneOf(text, headline)
  const attributions = attributionsIn(scene)
  const statements = [
    ...attributions.flatMap((attribution) => attributedStatements(scene, attribution)),
    ...ownVoice(scene, attributions).flatMap((clause) => authorStatements(scene, clause)),
  ]
  return statements.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
}

/** What the article asserts, and the clauses inside that it tells otherwise. */
function authorStatements(scene: Scene, clause: Clause): Statement[] {
  const whole = authorStatement(scene, clause)
  // What is in a report is its source's to tell.
  if (clause.rule === 'open-report') return [whole]
  const parts = embeddedIn(scene, clause.ranges, whole.certainty, false)
  return [
    whole,
    ...parts.map(({ rule, range, verb }) => authorStatement(scene, { ranges: [range], rule }, { verb, within: clause.ranges })),
  ]
}

/** What is attributed, and the clauses inside that have the other polarity: `said the dam will not hold but the wall will`. */
function attributedStatements(scene: Scene, attribution: Attribution): Statement[] {
  const whole = attributed(scene, attribution)
  const within = attribution.content
  const contrary = (whole.certainty.polarity === 'negative') === attribution.denied
  const parts = embeddedIn(scene, within, whole.certainty, true)
    .filter(({ rule, negative }) => rule === 'embedded-finite' && negative === contrary)
    .map(({ rule, range, verb }) => attributed(scene, { ...attribution, rule, content: [range] }, { verb, within }))
  return [whole, ...parts]
}

function authorStatement(scene: Scene, { ranges, rule }: Clause, part: Part | null = null): Statement {
  const { rules, ...told } = analysed(scene, ranges, null, 'author', part)
  return {
    ...told,
    source: { kind: 'author', spans: [] },
    cue: null,
    quotation: 'none',
    rules: ['author', `clause/${rule}`, ...rules],
  }
}

function attributed(scene: Scene, attribution: Attribution, part: Part | null = null): Statement {
  const { rule, source, cue, lemma, content, extent } = attribution
  const { kind, rule: kindRule } = source ? sourceKind(scene, source) : { kind: 'unnamed' as const, rule: 'not-in-sentence' }
  const { rules, ...told } = analysed(scene, content, attribution, attribution.kind ?? kind, part)
  return {
    ...told,
    source: { kind: attribution.kind ?? kind, spans: source ? [trimmedSource(scene, source)] : [] },
    cue: cue ? { lemma, spans: [spanOf(scene, cue)] } : null,
    quotation: quotationOf(scene, content),
    rules: [`attribution/${rule}`, ...(extent ? [`extent/${extent}`] : []), `source/${kindRule}`, ...rules],
  }
}

/** What the content tells, and the rules that told it. */
export function analysed(
  scene: Scene,
  content: readonly Range[],
  attribution: Attribution | null,
  kind: SourceKind,
  part: Part | null,
) {
  const { certainty, rules } = certaintyOf(scene, content, attribution, part)
  // The day of a dateline and the time of a live report are those of what the article tells after them.
  const opens = attribution === null && scene.start > 0 && content[0]?.[0] === scene.start
  const dateRanges = dateRangesIn(scene, opens ? [[0, scene.start], ...content] : content)
  const quantities = quantitiesIn(scene, content, dateRanges)
  const dates = dateRanges.map((range) => dateMention(scene, range))
  const { label, rule } = labelOf(scene, content, attribution)
  return {
    label,
    content: content.map((range) => spanOf(scene, range)),
    certainty,
    quantities,
    dates,
    checkWorthiness: checkWorthiness(scene, content, { kind, certainty, quantities, dates }),
    rules: [...rules.map((name) => `certainty/${name}`), `label/${rule}`],
  }
}

function trimmedSource(scene: Scene, range: Range): Span {
  let [from, to] = range
  while (to > from + 1 && /^[,—–]$/.test(scene.tokens[to - 1]?.text ?? '')) to--
  return spanOf(scene, [from, to])
}

function quotationOf({ quoted, tokens }: Scene, content: readonly Range[]): Quotation {
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
