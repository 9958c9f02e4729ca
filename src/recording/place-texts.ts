/** Places texts in the order of an article: which of them are versions, which are checks, and which checks become versions. */
import type { Sentence } from '../core/article.ts'
import { sentencesOf } from '../core/text/sentences.ts'
import { Failure } from '../failure.ts'
import { contentHash } from '../store/hash.ts'
import type { FoundCheck } from '../store/write/checks.ts'
import type { VersionMark } from '../store/write/write-context.ts'
import type { Content } from './storable.ts'
import type { NewText } from './stored-texts.ts'

/** A version in the order of its article. */
export interface PlacedVersion extends Pick<VersionMark, 'number' | 'capturedAt' | 'contentHash'> {
  /** The id of its row; null: it is new. */
  readonly id: number | null
  /** Its index among the new texts; null: it is recorded. */
  readonly text: number | null
}

/** The fates of texts, in the order in which they are placed. */
export interface PlacedTexts {
  /** By number. */
  readonly texts: readonly NewText[]
  /** Parallel to `texts`. */
  readonly cut: readonly (readonly Sentence[])[]
  /** For each content the version that it made, or the one that it found again. */
  readonly found: readonly { readonly version: PlacedVersion; readonly isNew: boolean }[]
  /** Checks of one version that are checks of a new one, from its time on. */
  readonly passed: readonly { readonly from: PlacedVersion; readonly to: PlacedVersion }[]
}

/** The article around the texts. */
export interface Surroundings {
  /** The highest number of a version. */
  readonly versions: number
  /** The version before the first text and all after it, in order. */
  readonly recorded: readonly VersionMark[]
  /** The checks after the first text that may contradict one: of each content the first between two of the times. */
  readonly checks: () => Promise<readonly FoundCheck[]>
  /** The text of a recorded version. */
  readonly textOf: (id: number) => Promise<Pick<NewText, 'title' | 'byline' | 'body'>>
}

/**
 * Places texts that are sorted by time, each as if it came alone: one that equals the version before it is a check, and a later check
 * that a new version contradicts becomes a version too. Throws Failure busy where a text rereads another version than the one before it.
 */
export async function placeTexts(contents: readonly Content[], around: Surroundings): Promise<PlacedTexts> {
  const order: PlacedVersion[] = around.recorded.map((mark) => ({ ...mark, text: null }))
  const texts: NewText[] = []
  const cut: (readonly Sentence[])[] = []
  const found: PlacedTexts['found'][number][] = []
  const passed: PlacedTexts['passed'][number][] = []

  function add(text: Omit<NewText, 'number'>, sentences: readonly Sentence[], hash: string): PlacedVersion {
    const number = around.versions + texts.length + 1
    const { capturedAt } = text
    const version: PlacedVersion = { id: null, text: texts.length, number, capturedAt, contentHash: hash }
    texts.push({ ...text, number })
    cut.push(sentences)
    order.splice(order.findLastIndex((other) => other.capturedAt <= capturedAt) + 1, 0, version)
    return version
  }

  async function promote(previous: PlacedVersion, after: string): Promise<void> {
    const next = order.find((version) => version.capturedAt > after)?.capturedAt ?? '9999'
    const check = (await around.checks()).find(
      (c) => c.contentHash === previous.contentHash && c.capturedAt > after && c.capturedAt < next,
    )
    if (!check) return
    const of = previous.text === null ? undefined : texts[previous.text]
    const { title, byline, body } = of ?? (await around.textOf(previous.id ?? 0))
    const { capturedAt, url, publishedAt, modifiedAt } = check
    const text = { title, byline, body, url, capturedAt, publishedAt, modifiedAt, rereads: null }
    passed.push({ from: previous, to: add(text, sentencesOf(text), previous.contentHash) })
  }

  for (const content of contents) {
    const { title, byline, body, url, capturedAt, publishedAt, modifiedAt, sentences, rereads = null } = content
    const hash = contentHash(content)
    const previous = order.findLast((version) => version.capturedAt <= capturedAt)
    if (previous?.contentHash === hash) {
      found.push({ version: previous, isNew: false })
      continue
    }
    if (rereads !== null && previous?.id !== rereads)
      throw new Failure('busy', 'The article was recorded while it was read once more.')
    const text = { title, byline, body, url, capturedAt, publishedAt, modifiedAt, rereads }
    const version = add(text, sentences, hash)
    found.push({ version, isNew: true })
    // Later checks of the version that is read once more found the same page: they contradict nothing.
    if (previous && rereads !== null) passed.push({ from: previous, to: version })
    else if (previous) await promote(previous, capturedAt)
  }
  return { texts, cut, found, passed }
}
