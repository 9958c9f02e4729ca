/** `source_changed` and `cue_changed`: who is reported to say it, and with which word. */
import type { FoundClaim, Span, Statement } from '../../article.ts'
import type { Comparison, Finding, Wording } from './comparison.ts'
import { tokensOf } from './tokens.ts'

const FUNCTION = new Set(
  'the a an of in at on for and or to with who which that his her its their my our mr mrs ms dr s'.split(' '),
)

/** The source added, dropped, replaced, named or made anonymous; else another reporting word of the same source. */
export function attributionChanged({ before, after, pairs }: Comparison): Finding[] {
  return pairs.flatMap(([i, j]) => {
    const [p, q] = [before.claims[i], after.claims[j]]
    if (!p || !q) return []
    const finding = sourceFinding(p, q, before, after) ?? cueFinding(p.statement, q.statement)
    return finding ? [{ ...finding, pair: [i, j] as const }] : []
  })
}

function sourceFinding(p: FoundClaim, q: FoundClaim, before: Wording, after: Wording): Finding | null {
  const [s, t] = [p.statement.source, q.statement.source]
  const found = (detail: 'replaced' | 'attributed' | 'unattributed' | 'named' | 'anonymised'): Finding => ({
    kind: 'source_changed',
    rule: detail,
    before: s.spans[0] ?? null,
    after: t.spans[0] ?? null,
    detail: { source_changed: detail },
  })
  const [own, other] = [s.kind === 'author', t.kind === 'author']
  if (own && other) return null
  if (own) return found('attributed')
  if (other) return found('unattributed')
  if (s.spans.length === 0 || t.spans.length === 0) return null
  const [x, y] = [nounsOf(before.text, s.spans), nounsOf(after.text, t.spans)]
  if (sameSource(p, q, x, y)) return null
  if (s.kind === 'unnamed' && t.kind === 'named') return found('named')
  if (s.kind === 'named' && t.kind === 'unnamed') return found('anonymised')
  return found('replaced')
}

const nounsOf = (text: string, spans: readonly Span[]): Set<string> =>
  new Set(
    spans
      .flatMap(([from, to]) => tokensOf(text.slice(from, to)))
      .filter((t) => t.type !== 'mark')
      .map((t) => t.key.replace(/'s$/, ''))
      .filter((key) => !FUNCTION.has(key)),
  )

/** One name or noun phrase within the other ("Ms. Orde" and "Ines Orde, the mayor"), unless one of them only gained its name. */
function sameSource(p: FoundClaim, q: FoundClaim, x: ReadonlySet<string>, y: ReadonlySet<string>): boolean {
  if (p.reading.name !== null && p.reading.name === q.reading.name) return true
  if (
    p.statement.source.kind !== q.statement.source.kind &&
    (p.statement.source.kind === 'unnamed' || q.statement.source.kind === 'unnamed')
  )
    return false
  const common = [...x].filter((word) => y.has(word)).length
  return common > 0 && 2 * common >= Math.min(x.size, y.size)
}

function cueFinding(p: Statement, q: Statement): Finding | null {
  if (!p.cue || !q.cue || p.cue.lemma === q.cue.lemma) return null
  return { kind: 'cue_changed', rule: 'lemma', before: p.cue.spans[0] ?? null, after: q.cue.spans[0] ?? null }
}
