/** The claims of a sentence, as an article has them. */
import type { ArticleClaim } from '../../../src/core/across/standalone-claim.ts'
import { analyzeSentences } from '../../../src/core/analysis.ts'

export function claimsOf(text: string): ArticleClaim[] {
  const { claims } = analyzeSentences([{ zone: 'body', start: 0, end: text.length, text }])
  return claims.map((claim) => ({ text, claim, source: claim.reading.kind === 'named' ? claim.reading.name : null }))
}
