/** The claims of one sentence: its attributions, and what it asserts in the article's own voice. */
import type { Quotation, SourceKind, Span, Statement } from '../article.ts'
import type { Attribution } from './attribution.ts'
import { attributionsIn } from './attributions.ts'
import { certaintyOf } from './certainty.ts'
import { checkWorthiness } from './check-worthiness.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { dateMention, dateRangesIn } from './dates.ts'
import { labelOf } from './label.ts'
import { ownVoice } from './own-voice.ts'
import { quantitiesIn } from './quantities.ts'
import { type Range, type Scene, sceneOf, spanOf } from './scene.ts'
import { scopesOf } from './scopes.ts'
import { sourceKind } from './source-kind.ts'
import { hasFiniteGroup } from './verb-groups.ts'

/** The statements of a sentence, at least one. A pure function of its text and of whether it is a headline. */
export function statementsOf(text: string, headline: boolean): Statement[] {
  const scene = sceneOf(text, headline)
  const attributions = attributionsIn(scene)
  const own = ownVoice(scene, attributions).map((clause) => authorStatement(scene, clause))
  const parts = attributions.flatMap((attribution) => contrary(scene, attribution).map((part) => attributed(scene, part)))
  const statements = [...attributions.map((attribution) => attributed(scene, attribution)), ...parts, ...own]
  return statements.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
}

/** Clauses that can be told apart from their content, by the rule that cut them; a relative clause or a purpose cannot. */
const APART: ReadonlySet<string> = new Set([
  'first',
  'semicolon',
  'comma',
  'conjunction',
  'predicate',
  'opening-clause',
  'subordinate',
])

/** The clauses of a content whose polarity is not that of the content as a whole: `said the dam will not hold but the wall will`. */
function contrary(scene: Scene, attribution: Attribution): Attribution[] {
  const [range] = attribution.content
  if (!range || attribution.content.length > 1) return []
  if (!scopesOf(scene.scopes, attribution.content).some(({ negative }) => negative)) return []
  const clauses = clausesOf(scene, range)
  if (clauses.length < 2) return []
  const polarityOf = (content: readonly Range[]) => certaintyOf(scene, content, attribution).certainty.polarity
  const polarity = polarityOf(attribution.content)
  return clauses
    .filter(({ ranges, rule }) => APART.has(rule) && isWhole(scene, ranges) && polarityOf(ranges) !== polarity)
    .map(({ ranges, rule }) => ({ ...attribution, rule: 'contrary-clause', content: ranges, extent: rule }))
}

/** Long enough to be read alone, and with a verb of its own. */
function isWhole({ groups }: Scene, clause: readonly Range[]): boolean {
  const [from, to] = [clause[0]?.[0] ?? 0, clause.at(-1)?.[1] ?? 0]
  return to - from >= 5 && hasFiniteGroup(groups, from, to)
}

function authorStatement(scene: Scene, { ranges, rule }: Clause): Statement {
  const { rules, ...told } = analysed(scene, ranges, null, 'author')
  return {
    ...told,
    source: { kind: 'author', spans: [] },
    cue: null,
    quotation: 'none',
    rules: ['author', `clause/${rule}`, ...rules],
  }
}

function attributed(scene: Scene, attribution: Attribution): Statement {
  const { rule, source, cue, lemma, content, extent } = attribution
  const { kind, rule: kindRule } = source ? sourceKind(scene, source) : { kind: 'unnamed' as const, rule: 'not-in-sentence' }
  const { rules, ...told } = analysed(scene, content, attribution, attribution.kind ?? kind)
  return {
    ...told,
    source: { kind: attribution.kind ?? kind, spans: source ? [trimmedSource(scene, source)] : [] },
    cue: cue ? { lemma, spans: [spanOf(scene, cue)] } : null,
    quotation: quotationOf(scene, content),
    rules: [`attribution/${rule}`, ...(extent ? [`extent/${extent}`] : []), `source/${kindRule}`, ...rules],
  }
}

/** What the content tells, and the rules that told it. */
function analysed(scene: Scene, content: readonly Range[], attribution: Attribution | null, kind: SourceKind) {
  const { certainty, rules } = certaintyOf(scene, content, attribution)
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
