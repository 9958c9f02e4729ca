/** The claims of one sentence: its attributions, and what it asserts in the article's own voice. */
import type { Certainty, Span, Statement } from '../article.ts'

const CERTAIN: Certainty = { level: 'certain', polarity: 'positive', hedges: [] }
const SAID =
  /((?:(?:Mr|Ms|Mrs|Dr)\.\s)?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,4}|[Hh]e|[Ss]he|[Tt]hey)\s(said|says|told|added)\s/u

/** The statements of a sentence, at least one. A pure function of its text and of whether it is a headline. */
export function statementsOf(text: string, _headline: boolean): Statement[] {
  const match = SAID.exec(text.slice(0, 2000))
  const base = {
    label: text.split(/\s+/).slice(0, 8).join(' ').slice(0, 100),
    certainty: CERTAIN,
    quantities: [],
    dates: [],
    checkWorthiness: 0.5,
  }
  if (!match || match[1] === undefined || match[2] === undefined) {
    return [
      {
        ...base,
        content: [[0, text.length]],
        source: { kind: 'author', spans: [] },
        cue: null,
        quotation: 'none',
        rules: ['author'],
      },
    ]
  }
  const at = match.index
  const source: Span = [at, at + match[1].length]
  const cue: Span = [source[1] + 1, source[1] + 1 + match[2].length]
  const content: Span = at > 10 ? [0, at] : [at + match[0].length, text.length]
  if (content[1] <= content[0])
    return [
      {
        ...base,
        content: [[0, text.length]],
        source: { kind: 'author', spans: [] },
        cue: null,
        quotation: 'none',
        rules: ['author'],
      },
    ]
  return [
    {
      ...base,
      content: [content],
      source: { kind: 'named', spans: [source] },
      cue: { lemma: 'say', spans: [cue] },
      quotation: 'indirect',
      rules: ['said'],
    },
  ]
}
