/** The claims of one version as the current engine extracts them, paired with the stored claims of an older engine. */
import { analyzeSentences, type Extract, extractionFor, furnitureOf } from '../../analysis.ts'
import type { FoundClaim, Sentence, Statement } from '../../article.ts'
import { isAdded } from '../../claims/added.ts'
import { recutTexts } from '../align/recut.ts'
import { overlap, pairByOverlap } from './overlap.ts'

/** A claim of the current engine, and the matching claim of the older engine; null if the older engine had none. */
export interface ReExtracted<Claim extends FoundClaim> {
  readonly claim: FoundClaim
  readonly stored: Claim | null
}

export interface ReExtraction<Claim extends FoundClaim> {
  /** The sentences, with the zones of those that were extracted anew. */
  readonly sentences: readonly Sentence[]
  readonly claims: readonly ReExtracted<Claim>[]
  /** Claims that the current engine does not find, each with the current claim that contains most of its words. */
  readonly lost: readonly { readonly stored: Claim; readonly within: FoundClaim | null }[]
}

interface Extracting {
  /** Default: in the language of the sentences. */
  readonly extract?: Extract
  /** Sentences may prove to be furniture. Default: no. */
  readonly furniture?: boolean
}

/**
 * Returns the claims of all sentences; sentences for which `again` is true are extracted anew. A current claim matches the older
 * claim with which its content shares the most, one to one. Dates are resolved without a day of publication, because no
 * comparison needs them.
 *
 *     older: "Rents fell, Ms. Lee said."   →   current: "Rents fell", "Ms. Lee said"
 */
export function reExtract<Claim extends FoundClaim>(
  sentences: readonly Sentence[],
  claims: readonly Claim[],
  again: (sentence: Sentence) => boolean,
  { extract = extractionFor(sentences), furniture = false }: Extracting = {},
): ReExtraction<Claim> {
  const stored: Claim[][] = sentences.map(() => [])
  for (const claim of claims) stored[claim.sentence]?.push(claim)
  const lines = furniture ? furnitureOf(sentences) : null
  const statements = new Map<string, readonly Statement[]>()
  for (const [s, sentence] of sentences.entries()) {
    const headline = sentence.zone === 'headline'
    const storedStatements = (stored[s] ?? []).map((claim) => claim.statement)
    const extracted = () => (!headline && lines?.has(sentence.text) ? [] : extract(sentence.text, headline))
    const today = again(sentence) ? [...extracted(), ...storedStatements.filter(isAdded)] : storedStatements
    statements.set(keyOf(sentence), today)
  }
  const today = analyzeSentences(sentences, (text, headline) => statements.get(`${headline}/${text}`) ?? null)
  const bySentence = Map.groupBy(today.claims, (claim) => claim.sentence)
  const zoned = sentences.map((sentence, s) => (again(sentence) ? (today.sentences[s] ?? sentence) : sentence))
  const reExtracted: ReExtracted<Claim>[] = []
  const lost: { stored: Claim; within: FoundClaim | null }[] = []
  for (const [s, sentence] of sentences.entries()) {
    const [older, newer] = [stored[s] ?? [], bySentence.get(s) ?? []]
    if (!again(sentence)) {
      for (const claim of newer) reExtracted.push({ claim, stored: older[claim.index] ?? null })
      continue
    }
    const partners = pairByOverlap(older, newer)
    for (const [y, claim] of newer.entries()) reExtracted.push({ claim, stored: older[partners.get(y) ?? -1] ?? null })
    const kept = new Set(partners.values())
    for (const [x, claim] of older.entries()) if (!kept.has(x)) lost.push({ stored: claim, within: holderOf(claim, newer) })
  }
  return { sentences: zoned, claims: reExtracted, lost }
}

/** Extracts two versions anew where their sentences are of an older engine, unless they stand verbatim in the other version. */
export function reExtractBoth<A extends FoundClaim, B extends FoundClaim>(
  a: { readonly sentences: readonly Sentence[]; readonly claims: readonly A[] },
  b: { readonly sentences: readonly Sentence[]; readonly claims: readonly B[] },
  old: (sentence: Sentence) => boolean,
): { readonly before: ReExtraction<A>; readonly after: ReExtraction<B> } {
  const [inA, inB] = [new Set(a.sentences.map(keyOf)), new Set(b.sentences.map(keyOf))]
  const recut = recutTexts(a.sentences, b.sentences)
  const furniture = hasFurniture(a.sentences) || hasFurniture(b.sentences)
  const anewUnlessIn = (other: ReadonlySet<string>) => (sentence: Sentence) =>
    old(sentence) && !other.has(keyOf(sentence)) && !recut.has(sentence.text)
  return {
    before: reExtract(a.sentences, a.claims, anewUnlessIn(inB), { furniture }),
    after: reExtract(b.sentences, b.claims, anewUnlessIn(inA), { furniture }),
  }
}

/** The text of a sentence, and whether it is a headline: statements depend on both. */
export const keyOf = ({ text, zone }: Sentence) => `${zone === 'headline'}/${text}`

function holderOf(claim: FoundClaim, list: readonly FoundClaim[]): FoundClaim | null {
  let best = list[0] ?? null
  for (const other of list) if (best && overlap(claim, other) > overlap(claim, best)) best = other
  return best
}

/** Returns true if any of the sentences is furniture: then the other version's sentences may be the same line worded otherwise. */
const hasFurniture = (sentences: readonly Sentence[]): boolean => sentences.some(({ zone }) => zone === 'furniture')
