/** The claims of one sentence: its attributions, and what it asserts in the article's own voice. */
import type { Quotation, SourceKind, Span, Statement } from '../article.ts'
import type { Attribution } from './attribution.ts'
import { attributionsIn } from './attributions.ts'
import { certaintyOf } from './certainty.ts'
import { checkWorthiness } from './check-worthiness.ts'
import { dateMention, dateRangesIn } from './dates.ts'
import { labelOf } from './label.ts'
import { ownVoice } from './own-voice.ts'
import { quantitiesIn } from './quantities.ts'
import { type Range, type Scene, sceneOf, spanOf } from './scene.ts'
import { sourceKind } from './source-kind.ts'

/** The statements of a sentence, at least one. A pure function of its text and of whether it is a headline. */
export function statementsOf(text: string, headline: boolean): Statement[] {
  const scene = sceneOf(text, headline)
  const attributions = attributionsIn(scene)
  const own = ownVoice(scene, attributions).map((content) => authorStatement(scene, content))
  const statements = [...attributions.map((attribution) => attributed(scene, attribution)), ...own]
  return statements.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
}

function authorStatement(scene: Scene, content: readonly Range[]): Statement {
  return {
    ...analysed(scene, content, null, 'author'),
    source: { kind: 'author', spans: [] },
    cue: null,
    quotation: 'none',
    rules: ['author'],
  }
}

function attributed(scene: Scene, attribution: Attribution): Statement {
  const { rule, source, cue, lemma, content } = attribution
  const kind = attribution.kind ?? (source ? sourceKind(scene, source) : 'unnamed')
  return {
    ...analysed(scene, content, attribution, kind),
    source: { kind, spans: source ? [trimmedSource(scene, source)] : [] },
    cue: cue ? { lemma, spans: [spanOf(scene, cue)] } : null,
    quotation: quotationOf(scene, content),
    rules: [rule],
  }
}

/** What the content tells. */
function analysed(scene: Scene, content: readonly Range[], attribution: Attribution | null, kind: SourceKind) {
  const certainty = certaintyOf(scene, content, attribution ?? { denied: false, open: false })
  const dateRanges = dateRangesIn(scene, content)
  const quantities = quantitiesIn(scene, content, dateRanges)
  const dates = dateRanges.map((range) => dateMention(scene, range))
  return {
    label: labelOf(scene, content, attribution),
    content: content.map((range) => spanOf(scene, range)),
    certainty,
    quantities,
    dates,
    checkWorthiness: checkWorthiness(scene, content, { kind, certainty, quantities, dates }),
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
