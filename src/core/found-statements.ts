/** The findings in the sentences of earlier versions: a sentence that stands again has the same statements, or is furniture again. */
import type { KnownStatements } from './analysis.ts'
import type { Analysis, Statement } from './article.ts'

export class FoundStatements {
  readonly #stored: KnownStatements
  readonly #found = new Map<string, readonly Statement[]>()

  /** `stored` has precedence over what is found later. */
  constructor(stored: KnownStatements = () => null) {
    this.#stored = stored
  }

  /** Returns the statements of a sentence, none for furniture; null if the sentence is new. */
  readonly of: KnownStatements = (text, headline) =>
    this.#stored(text, headline) ?? this.#found.get(`${headline}/${text}`) ?? null

  /** Adds the sentences of the next version. */
  add({ sentences, claims }: Analysis): void {
    const lists = Map.groupBy(claims, (claim) => claim.sentence)
    for (const [index, { text, zone }] of sentences.entries()) {
      const key = `${zone === 'headline'}/${text}`
      if (this.#found.has(key)) continue
      this.#found.set(
        key,
        (lists.get(index) ?? []).map(({ statement }) => statement),
      )
    }
  }
}
