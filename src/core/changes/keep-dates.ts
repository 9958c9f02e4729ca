/** The meaning of dates over versions: a sentence that stays keeps the days that it meant in its first version. */
import type { Analysis, FoundClaim, ResolvedContext, Sentence } from '../article.ts'

interface VersionClaims {
  readonly sentences: readonly Sentence[]
  readonly claims: readonly FoundClaim[]
}

/**
 * Returns `next` with the dates of the version before it in sentences that stand verbatim in both. Their statements are the
 * same in both, because the archive keeps a sentence's statements.
 *
 *     published on the 12th: "It sank on Tuesday."   →   changed on the 20th: "It sank on Tuesday. It was raised today."
 *                             (the 11th)                                   (still the 11th)      (the 20th)
 */
export function keepDates(before: VersionClaims | null, next: Analysis): Analysis {
  if (before === null) return next
  const kept = new Map<string, ResolvedContext['dates'][]>()
  for (const { sentence, claims } of bySentence(before)) {
    const dates: ResolvedContext['dates'][] = []
    for (const { index, reading } of claims) dates[index] = reading.dates
    kept.set(sentence, dates)
  }
  const claims = bySentence(next).flatMap(({ sentence, claims }) => {
    const known = kept.get(sentence)
    return claims.map((claim) => ({
      ...claim,
      reading: { ...claim.reading, dates: known?.[claim.index] ?? claim.reading.dates },
    }))
  })
  return { ...next, claims }
}

/** Groups the claims by sentence, with the key of each sentence. */
function bySentence({ sentences, claims }: VersionClaims): { sentence: string; claims: readonly FoundClaim[] }[] {
  return [...Map.groupBy(claims, (claim) => claim.sentence)].map(([index, list]) => {
    const { zone, text } = sentences[index] ?? { zone: 'body', text: '' }
    return { sentence: `${zone === 'headline'}/${text}`, claims: list }
  })
}
