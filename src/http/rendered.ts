/** Answers that were asked for lately, kept as text: what they depend on is looked up, and says whether they still hold. */

export interface RenderedAnswer {
  /** The ETag of what it depends on, without its quotation marks. */
  readonly tag: string
  readonly text: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** The answers asked for last, by address (some say where they are), up to a number of UTF-16 units in all. */
export class RenderedAnswers {
  readonly #answers = new Map<string, RenderedAnswer>()
  readonly #most: number
  #length = 0

  constructor(most: number) {
    this.#most = most
  }

  get(path: string): RenderedAnswer | null {
    const answer = this.#answers.get(path)
    if (!answer) return null
    // The order of a Map is that of insertion: the last asked for comes last.
    this.#answers.delete(path)
    this.#answers.set(path, answer)
    return answer
  }

  keep(path: string, answer: RenderedAnswer): void {
    this.#drop(path)
    this.#answers.set(path, answer)
    this.#length += answer.text.length
    for (const oldest of this.#answers.keys()) {
      if (this.#length <= this.#most) break
      this.#drop(oldest)
    }
  }

  #drop(path: string): void {
    this.#length -= this.#answers.get(path)?.text.length ?? 0
    this.#answers.delete(path)
  }
}
