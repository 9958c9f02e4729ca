/** A claim that a person adds: finds its words in a version and makes their statement. */
import type { Zone } from '../core/article.ts'
import { type AddedClaim, addedStatement } from '../core/claims/added.ts'
import { spannedText } from '../core/claims/sources/source-identity.ts'
import { Failure, invalid } from '../failure.ts'
import { sentenceHash } from '../store/hash.ts'
import type { ReviewDetail } from '../store/sql/standing-reviews.ts'
import type { Store } from '../store/store.ts'
import type { laterVersions } from '../store/write/later-versions.ts'
import { storedSentences } from '../store/write/sentences.ts'
import type { WriteContext } from '../store/write/write-context.ts'
import type { ArticleVersions } from './article-versions.ts'

/** The claim as it is requested. */
export interface AddedInput extends Omit<AddedClaim, 'span'> {
  readonly version: number
  /** The words of the claim, which occur within one sentence. */
  readonly exact: string
  readonly zone: Zone | null
  /** Their offset in the title or the body, needed if they occur more than once. */
  readonly start: number | null
}

/** The detail of the review that adds it. Throws Failure: invalid, withheld, conflict. */
export async function addedDetail(
  store: Store,
  context: WriteContext,
  article: ArticleVersions,
  input: AddedInput,
): Promise<ReviewDetail> {
  const { version, exact } = input
  if (context.withheld.includes(version)) throw new Failure('withheld', `Version ${version} is withheld.`)
  const versions = await article.versions()
  const at = versions.findIndex(({ mark }) => mark.number === version)
  const sentences = versions[at]?.sentences
  if (!sentences) throw invalid('version', `"${context.slug}" has no version ${version}`)
  const { index, offset } = placeIn(sentences, input)
  const sentence = sentences[index]
  if (!sentence) throw new RangeError(`version ${version} has no sentence ${index}`)
  const headline = sentence.zone === 'headline'
  const hash = sentenceHash(sentence.text)
  const known = (await storedSentences(store, context.id, [hash])).find(sentence.text, hash, headline)
  const statement = addedStatement(sentence.text, headline, { ...input, span: [offset, offset + exact.length] })
  if (!statement || !known) throw invalid('exact', 'contains no word')
  const same = (await article.places())
    .filter((place) => place.version === at && place.sentence === index)
    .find((place) => spannedText(sentence.text, known.statements[place.index]?.statement.content ?? []) === exact)
  if (same) {
    throw new Failure('conflict', `Claim ${same.number} already has these words. Relabel or confirm that claim.`, [
      { path: 'exact', message: `is claim ${same.number}` },
    ])
  }
  return {
    version,
    exact,
    added: {
      sentence: known.id,
      statementId: context.last.statement + 1,
      index: known.statements.length,
      stands: index,
      statement,
      name: input.source?.name ?? null,
    },
  }
}

type Placed = Awaited<ReturnType<typeof laterVersions>>[number]['sentences']

interface Place {
  readonly index: number
  readonly offset: number
  /** In the title or the body. */
  readonly start: number
  readonly zone: string
}

/** The sentence that contains the words, and their offset in it. */
function placeIn(sentences: Placed, { version, exact, zone, start }: AddedInput): { index: number; offset: number } {
  const found = sentences.flatMap((sentence, index) => {
    if (zone !== null && sentence.zone !== zone) return []
    const offsets: Place[] = []
    for (let at = sentence.text.indexOf(exact); at >= 0; at = sentence.text.indexOf(exact, at + exact.length))
      offsets.push({ index, offset: at, start: sentence.start + at, zone: sentence.zone })
    return offsets
  })
  const here = start === null ? found : found.filter((place) => place.start === start)
  const [only] = here
  if (!only) {
    if (start !== null && found.length > 0)
      throw invalid('start', `the words do not begin at ${start}; they begin at ${listed(found)}`)
    throw invalid('exact', `does not occur within one sentence of version ${version}`)
  }
  if (here.length > 1) throw invalid('start', `the words occur at ${listed(here)}; choose one by start and zone`)
  return only
}

/** The title's places, then the body's, each in order: "4 (headline), 0 (lead), 91 (body)". */
const listed = (places: readonly Place[]) =>
  [...places]
    .sort((a, b) => Number(b.zone === 'headline') - Number(a.zone === 'headline') || a.start - b.start)
    .slice(0, 5)
    .map(({ start, zone }) => `${start} (${zone})`)
    .join(', ')
