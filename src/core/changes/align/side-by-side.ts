/** Two sentences at one place side by side: the input of the same-event features. */
import type { Sentence } from '../../article.ts'
import { memoizeByIdentity } from '../../text/memoize-by-identity.ts'
import { diceSimilarity, sharedBy } from '../../text/set-similarity.ts'
import { contentKeys } from '../../text/stems.ts'
import { type Wording, wordingOf } from '../compare/comparison.ts'
import { fieldsOf } from '../compare/fields.ts'
import { senseOf } from '../compare/lexicon/sense.ts'
import { mentionsSpecific, nameOthers } from '../compare/proper-names.ts'
import { type Shares, sharedFigures, sharedNames } from '../supersession/matter.ts'

/** The place of the two sentences. */
export interface Place {
  /** They are the only sentence removed and the only one added between two that stayed. */
  readonly lone: boolean
  /** Both open the article. */
  readonly lead: boolean
}

/** The subject of a sentence: its content words, synonyms as one, and the topic fields that they belong to. */
interface Subject {
  readonly senses: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
}

/** One sentence as the features read it. */
export interface Reading extends Subject {
  readonly wording: Wording
}

/** 0..1; 1 for a word or field that only these two sentences could share. */
export interface Rarity {
  readonly word: (sense: string) => number
  readonly field: (field: string) => number
}

export interface SideBySide {
  readonly before: Reading
  readonly after: Reading
  readonly place: Place
  readonly names: Shares
  readonly figures: Shares
  /** 0..1: Dice's coefficient of the content words, synonyms as one. */
  readonly likeness: number
  /** The rarity, within the two versions, of the rarest word and of the rarest field that both have; 0 if they share none. */
  readonly rarestWord: number
  readonly rarestField: number
  /** The share of the fields of the sentence with fewer fields that the other has too. */
  readonly sharedFields: number
  /** Neither mentions something specific that the other lacks: a new thing, a name, a figure. */
  readonly plain: boolean
}

const subjectOf = memoizeByIdentity(({ text }: Sentence): Subject => {
  const keys = contentKeys(text)
  return { senses: new Set(keys.map(senseOf)), fields: new Set(keys.flatMap(fieldsOf)) }
})

export const readingOf = memoizeByIdentity(
  (sentence: Sentence): Reading => ({ wording: wordingOf(sentence.text, []), ...subjectOf(sentence) }),
)

/** The rates at which a word, and a field, lose weight with the share of the sentences that have it. */
const COMMON_WORD = 3
const COMMON_FIELD = 2

/** Measures the rarity of words and fields among the sentences of both versions; verbatim ones count once. */
export function rarityIn(sentences: readonly Sentence[]): Rarity {
  const different = new Map(sentences.map((sentence) => [sentence.text, sentence]))
  const [words, fields] = [new Map<string, number>(), new Map<string, number>()]
  const count = (keys: ReadonlySet<string>, counts: Map<string, number>) => {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const sentence of different.values()) {
    const subject = subjectOf(sentence)
    count(subject.senses, words)
    count(subject.fields, fields)
  }
  const rarity = (counts: ReadonlyMap<string, number>, common: number) => (key: string) =>
    1 - Math.min(1, (common * Math.max(0, (counts.get(key) ?? 0) - 2)) / Math.max(1, different.size - 2))
  return { word: rarity(words, COMMON_WORD), field: rarity(fields, COMMON_FIELD) }
}

export function sideBySide(before: Reading, after: Reading, place: Place, rarity: Rarity): SideBySide {
  const [words, fields] = [sharedBy(before.senses, after.senses), sharedBy(before.fields, after.fields)]
  const [a, b] = [before.wording.text, after.wording.text]
  return {
    before,
    after,
    place,
    names: sharedNames(before.wording, after.wording),
    figures: sharedFigures(before.wording, after.wording),
    likeness: diceSimilarity(before.senses, after.senses),
    rarestWord: Math.max(0, ...words.map(rarity.word)),
    rarestField: Math.max(0, ...fields.map(rarity.field)),
    sharedFields: fields.length / Math.max(1, Math.min(before.fields.size, after.fields.size)),
    plain: !nameOthers(a, b) && (words.length > 0 || !(mentionsSpecific(a) || mentionsSpecific(b))),
  }
}
