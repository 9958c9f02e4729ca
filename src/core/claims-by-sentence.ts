/** The claims of an analysis by the index of their sentence. */
import type { FoundClaim } from './article.ts'
import { memoizeByIdentity } from './text/memoize-by-identity.ts'

/** Memoized: the map is built once for a list of claims. */
export const claimsBySentence = memoizeByIdentity((claims: readonly FoundClaim[]) =>
  Map.groupBy(claims, ({ sentence }) => sentence),
) as <Claim extends FoundClaim>(claims: readonly Claim[]) => Map<number, Claim[]>
