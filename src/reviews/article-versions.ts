/** The versions of the article that a review is about, read once for the whole review. */
import type { Store } from '../store/store.ts'
import { type ClaimPlace, claimPlaces, type LaterVersion, laterVersions } from '../store/write/later-versions.ts'

/** All versions in order, and where their claims occur: read when they are asked for first. */
export class ArticleVersions {
  readonly #store: Store
  readonly #articleId: number
  #versions: Promise<readonly LaterVersion[]> | undefined
  #places: Promise<readonly ClaimPlace[]> | undefined

  constructor(store: Store, articleId: number) {
    this.#store = store
    this.#articleId = articleId
  }

  versions(): Promise<readonly LaterVersion[]> {
    this.#versions ??= laterVersions(this.#store, this.#articleId, '')
    return this.#versions
  }

  places(): Promise<readonly ClaimPlace[]> {
    this.#places ??= this.versions().then((versions) => claimPlaces(this.#store, this.#articleId, versions))
    return this.#places
  }
}
