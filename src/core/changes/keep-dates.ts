/** What the dates of a sentence mean, over versions: a sentence that stands goes on meaning the days that it meant when it came. */
import type { Analysis, FoundClaim, Reading, Sentence } from '../article.ts'

interface Told {
  readonly sentences: readonly Sentence[]
  readonly claims: readonly FoundClaim[]
}

/**
 * `next` with the dates as the version before it has them, in sentences that stand verbatim in both. Their statements are the same
 * in both (the archive keeps a sentence's statements).
 *
 *     published on the 12th: "It sank on Tuesday."   →   changed on the 20th: "It sank on Tuesday. It was raised today."
 *                             (the 11th)                                   (still the 11th)      (the 20th)
 */
export function keepDates(before: Told | null, next: Analysis): Analysis {
  if (before === null) return next
  const kept = new Map<string, Reading['dates']>()
  for (const claim of before.claims) kept.set(keyOf(before, claim), claim.reading.dates)
  const claims = next.claims.map((claim) => {
    const dates = kept.get(keyOf(next, claim)) ?? claim.reading.dates
    return { ...claim, reading: { ...claim.reading, dates } }
  })
  return { ...next, claims }
}

function keyOf({ sentences }: Told, { sentence, index }: FoundClaim): string {
  const { zone, text } = sentences[sentence] ?? { zone: 'body', text: '' }
  return `${zone === 'headline'}/${index}/${text}`
}
