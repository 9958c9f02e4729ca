/** The claims of one sentence: its attributions, and what it asserts in the article's own voice. */
import type { Certainty, Quotation, Span, Statement } from '../article.ts'
import type { Attribution } from './attribution.ts'
import { attributionsIn } from './attributions.ts'
import { type Range, type Scene, sceneOf, spanOf } from './scene.ts'

const CERTAIN: Certainty = { level: 'certain', polarity: 'positive', hedges: [] }

/** The statements of a sentence, at least one. A pure function of its text and of whether it is a headline. */
export function statementsOf(text: string, headline: boolean): Statement[] {
  const scene = sceneOf(text, headline)
  const attributions = attributionsIn(scene)
  if (attributions.length === 0) return [authorStatement(scene)]
  return attributions.map((attribution) => attributed(scene, attribution))
}

function authorStatement({ text }: Scene): Statement {
  return {
    label: text.split(/\s+/).slice(0, 8).join(' ').slice(0, 100),
    content: [[0, text.length]],
    source: { kind: 'author', spans: [] },
    cue: null,
    quotation: 'none',
    certainty: CERTAIN,
    quantities: [],
    dates: [],
    checkWorthiness: 0.5,
    rules: ['author'],
  }
}

function attributed(scene: Scene, { rule, source, cue, lemma, content, kind }: Attribution): Statement {
  return {
    ...authorStatement(scene),
    content: content.map((range) => spanOf(scene, range)),
    source: { kind: kind ?? 'named', spans: source ? [trimmedSource(scene, source)] : [] },
    cue: cue ? { lemma, spans: [spanOf(scene, cue)] } : null,
    quotation: quotationOf(scene, content),
    rules: [rule],
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
