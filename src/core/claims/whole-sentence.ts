/** The one claim of a sentence that the rules do not read: the sentence itself. */
import type { Statement } from '../article.ts'

/** In the article's own voice, certain and positive, its beginning as label. Nothing else is told of it. */
export function wholeSentence(text: string): readonly Statement[] {
  const words = text.trim().split(/\s+/, 8).join(' ')
  return [
    {
      label: words.length > 80 ? words.slice(0, 80).toWellFormed() : words,
      content: [[0, text.length]],
      source: { kind: 'author', spans: [] },
      cue: null,
      quotation: 'none',
      certainty: { level: 'certain', polarity: 'positive', hedges: [] },
      quantities: [],
      dates: [],
      checkWorthiness: 0.5,
      rules: ['sentence'],
    },
  ]
}
