/** The single claim of a sentence in a language that the rules do not support: the sentence itself. */
import type { Statement } from '../article.ts'

/**
 * Returns the claim in the article's own voice, certain and positive, with the beginning of the sentence as label and no other
 * analysis.
 */
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
