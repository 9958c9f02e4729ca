/** One version's claims as today's engine tells them, where an older engine told them. */
import { analyzeSentences, extractionFor } from '../analysis.ts'
import type { FoundClaim, Sentence, Statement } from '../article.ts'
import { isAdded } from '../claims/added.ts'
import { overlap, pairByOverlap } from './overlap.ts'

/** A claim as today's engine has it, and the claim of the older engine that it is; null if the older engine had none. */
export interface ReExtracted<Claim extends FoundClaim> {
  readonly claim: FoundClaim
  readonly told: Claim | null
}

export interface ReExtraction<Claim extends FoundClaim> {
  readonly claims: readonly ReExtracted<Claim>[]
  /** Claims that today's engine does not find, and the one of today's that holds most of their words. */
  readonly lost: readonly { readonly told: Claim; readonly within: FoundClaim | null }[]
}

/**
 * The claims of all sentences, those of the sentences that `again` names extracted anew, as the text's language is read (or the
 * language of the text that `extract` is for). A claim of today is the older claim with which its content shares the most, one to
 * one. Dates are resolved without a day of publication: no comparison asks for them.
 *
 *     older: "Rents fell, Ms. Lee said."   →   today: "Rents fell", "Ms. Lee said"
 */
export function reExtract<Claim extends FoundClaim>(
  sentences: readonly Sentence[],
  claims: readonly Claim[],
  again: (sentence: Sentence) => boolean,
  extract = extractionFor(sentences),
): ReExtraction<Claim> {
  const told: Claim[][] = sentences.map(() => [])
  for (const claim of claims) told[claim.sentence]?.push(claim)
  const statements = new Map<string, readonly Statement[]>()
  for (const [s, sentence] of sentences.entries()) {
    const headline = sentence.zone === 'headline'
    const stored = (told[s] ?? []).map((claim) => claim.statement)
    const today = again(sentence) ? [...extract(sentence.text, headline), ...stored.filter(isAdded)] : stored
    statements.set(`${headline}/${sentence.text}`, today)
  }
  const today = analyzeSentences(sentences, (text, headline) => statements.get(`${headline}/${text}`) ?? null).claims
  const bySentence = Map.groupBy(today, (claim) => claim.sentence)
  const retold: ReExtracted<Claim>[] = []
  const lost: { told: Claim; within: FoundClaim | null }[] = []
  for (const [s, sentence] of sentences.entries()) {
    const [older, newer] = [told[s] ?? [], bySentence.get(s) ?? []]
    if (!again(sentence)) {
      for (const claim of newer) retold.push({ claim, told: older[claim.index] ?? null })
      continue
    }
    const partners = pairByOverlap(older, newer)
    for (const [y, claim] of newer.entries()) retold.push({ claim, told: older[partners.get(y) ?? -1] ?? null })
    const kept = new Set(partners.values())
    for (const [x, claim] of older.entries()) if (!kept.has(x)) lost.push({ told: claim, within: holderOf(claim, newer) })
  }
  return { claims: retold, lost }
}

function holderOf(claim: FoundClaim, list: readonly FoundClaim[]): FoundClaim | null {
  let best = list[0] ?? null
  for (const other of list) if (best && overlap(claim, other) > overlap(claim, best)) best = other
  return best
}
