/** The requests of a mixed load: what readers, an ingest, monitors and editors send, the same for the same seed. */
import { AUTHORIZED } from '../archive.ts'
import { getRequest, postRequest } from '../load.ts'
import { randomNumbers } from '../revised-texts.ts'
import { storyOf } from '../stories.ts'
import type { Due } from './open-loop.ts'

const ARTICLES = 60
/** As many versions as an article may get; then its stories repeat. */
const VERSIONS = 300
const READS = [
  '/v1/articles',
  '/v1/articles/story-{n}',
  '/v1/articles/story-{n}/versions',
  '/v1/articles/story-{n}/versions/{v}',
  '/v1/articles/story-{n}/claims',
  '/v1/articles/story-{n}/claims/3',
  '/v1/articles/story-{n}/changes',
  '/v1/claims?sort=check_worthiness',
  '/v1/changes?kind=introduced',
  '/v1/sources',
  '/v1/stats/changes?interval=hour&by=kind',
  '/a/story-{n}',
  '/',
]
const WORDS = ['tunnel', 'ferry', 'breakwater', 'households', 'complaints', 'hospital', 'Norrholm', 'Lunden', 'council']

/** The kinds of requests with their shares. */
const SHARES: readonly (readonly [share: number, kind: keyof Mix['kinds']])[] = [
  [0.5, 'read'],
  [0.25, 'conditional'],
  [0.08, 'search'],
  [0.06, 'compare'],
  [0.05, 'feed'],
  [0.03, 'ingest'],
  [0.02, 'check'],
  [0.01, 'review'],
]

export class Mix {
  readonly #url: string
  readonly #random = randomNumbers(1)
  readonly #stories = new Map<number, ReturnType<typeof storyOf>>()
  /** How many versions of each article were sent. */
  readonly #sent = new Array<number>(ARTICLES).fill(0)
  readonly #etags = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  /** What has to be there before: each article with three versions, and a hook. */
  *before(hook: string): Generator<Due> {
    for (let n = 0; n < ARTICLES; n++) yield this.#post('open', '/v1/articles', { slug: `story-${n}` })
    for (let v = 0; v < 3; v++) for (let n = 0; n < ARTICLES; n++) yield this.#ingest(n)
    yield this.#post('hook', '/v1/hooks', { url: hook })
  }

  readonly next = (): Due => {
    let share = this.#random()
    for (const [size, kind] of SHARES) {
      share -= size
      if (share < 0) return this.kinds[kind]()
    }
    return this.kinds.read()
  }

  readonly kinds = {
    read: () => this.#get('read', this.#fill(this.#pick(READS))),
    conditional: () => this.#get('conditional', this.#pick([...this.#etags.keys()]) ?? '/v1/articles'),
    search: () => this.#get('search', `/v1/search?q=${this.#pick(WORDS)}%20${this.#pick(WORDS)}`),
    compare: () => this.#get('compare', this.#fill(`/v1/articles/story-{n}/compare/1..{v}`)),
    feed: () => this.#get('feed', this.#pick(['/feeds/changes.atom', this.#fill('/feeds/articles/story-{n}.atom')])),
    ingest: () => this.#ingest(this.#below(ARTICLES)),
    check: () => this.#check(this.#below(ARTICLES)),
    review: () =>
      this.#post('review', this.#fill('/v1/articles/story-{n}/claims/2/reviews'), { action: 'confirm', reason: 'Read it' }),
  }

  #ingest(n: number): Due {
    const number = (this.#sent[n] ?? 0) + 1
    this.#sent[n] = number
    return this.#version('ingest', n, number)
  }

  /** The text of the last version once more, half an hour later. */
  #check(n: number): Due {
    return this.#version('check', n, this.#sent[n] ?? 1, 30)
  }

  #version(kind: string, n: number, number: number, minutes = 0): Due {
    const versions = this.#stories.get(n) ?? storyOf(n, VERSIONS)
    this.#stories.set(n, versions)
    const time = Date.UTC(2025, 0, 1) + number * 3_600_000 + minutes * 60_000
    const story = versions[number % VERSIONS]
    return this.#post(kind, `/v1/articles/story-${n}/versions`, { ...story, captured_at: new Date(time).toISOString() })
  }

  #get(kind: string, path: string): Due {
    const etag = kind === 'conditional' ? this.#etags.get(path) : undefined
    return {
      kind,
      request: getRequest(new URL(path, this.#url), etag === undefined ? {} : { 'If-None-Match': etag }),
      answered: (_, head) => {
        const found = /^etag: (\S+)/im.exec(head)?.[1]
        if (found && kind !== 'search') this.#etags.set(path, found)
      },
    }
  }

  #post(kind: string, path: string, body: object): Due {
    return { kind, request: postRequest(new URL(path, this.#url), AUTHORIZED, body) }
  }

  #fill(path: string): string {
    const n = this.#below(ARTICLES)
    return path.replace('{n}', String(n)).replace('{v}', String(2 + this.#below(2)))
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most)
  }
}
