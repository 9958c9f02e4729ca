/** A cache of recent responses as text, each with the ETag of the state it depends on. */

export interface CachedResponse {
  /** The ETag without its quotation marks. */
  readonly tag: string
  readonly text: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** The size of an entry besides its texts, in UTF-16 units, as an upper estimate. */
const OVERHEAD = 500
/** Longer addresses are not cached: they rarely repeat. */
const LONGEST_PATH = 2000

/** The most recently used responses, by path and query, up to a number of UTF-16 units in all, addresses and headers included. */
export class ResponseCache {
  readonly #answers = new Map<string, CachedResponse>()
  readonly #most: number
  #length = 0

  constructor(most: number) {
    this.#most = most
  }

  get(path: string): CachedResponse | null {
    const answer = this.#answers.get(path)
    if (!answer) return null
    // A Map iterates in order of insertion, so the most recently used comes last.
    this.#answers.delete(path)
    this.#answers.set(path, answer)
    return answer
  }

  /** The text of the response that has this ETag; null where another is cached, or none. */
  textOf(path: string, etag: string): string | null {
    const answer = this.#answers.get(path)
    return answer && `"${answer.tag}"` === etag ? answer.text : null
  }

  keep(path: string, answer: CachedResponse): void {
    this.#drop(path)
    if (path.length > LONGEST_PATH) return
    this.#answers.set(path, answer)
    this.#length += lengthOf(path, answer)
    for (const oldest of this.#answers.keys()) {
      if (this.#length <= this.#most) break
      this.#drop(oldest)
    }
  }

  #drop(path: string): void {
    const answer = this.#answers.get(path)
    if (!answer) return
    this.#length -= lengthOf(path, answer)
    this.#answers.delete(path)
  }
}

function lengthOf(path: string, { tag, text, headers }: CachedResponse): number {
  const headersLength = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return OVERHEAD + path.length + tag.length + text.length + headersLength
}
