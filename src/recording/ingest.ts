/** The write path of texts: records a version, its claims and their changes, or nothing. */

import { ENGINE } from '../core/analysis.ts'
import type { Sentence } from '../core/article.ts'
import { normalize, normalizeTitle } from '../core/text/normalize.ts'
import { sentencesOf } from '../core/text/sentences.ts'
import { Failure, invalid } from '../failure.ts'
import { contentHash } from '../store/hash.ts'
import { type KeptAnswer, keepStatements } from '../store/idempotency.ts'
import { isOfFurniture, visibleChanges } from '../store/read/change-view.ts'
import type { ChangeView } from '../store/read/changes.ts'
import { positionOf } from '../store/sql/position.ts'
import type { Store } from '../store/store.ts'
import { checkBetween, checkStatements, passChecks } from '../store/write/checks.ts'
import { versionText } from '../store/write/history.ts'
import { laterVersions } from '../store/write/later-versions.ts'
import type { NewVersion } from '../store/write/recording.ts'
import { type VersionMark, type WriteContext, writeContext } from '../store/write/write-context.ts'
import { analyzeAndTrack } from './analyze-and-track.ts'
import { retryOnConflict } from './retry-on-conflict.ts'
import { recordingTime, toRows } from './rows.ts'
import type { NewText } from './stored-texts.ts'

/** A version as it is posted. Times are ISO 8601, UTC, with milliseconds. */
export interface VersionInput {
  readonly title: string
  readonly byline: string | null
  readonly body: string
  readonly url: string | null
  readonly capturedAt: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
}

/** A version as an ingest reports it. */
export type RecordedVersion = Omit<NewVersion, 'id' | 'place' | 'sentences' | 'body'> & { readonly slug: string }

export type Outcome =
  | {
      readonly outcome: 'created'
      readonly version: RecordedVersion
      /** Without the changes of withheld versions and of furniture. */
      readonly changes: readonly ChangeView[]
    }
  | {
      readonly outcome: 'unchanged'
      readonly number: number
      readonly slug: string
      readonly checkedAt: string
      readonly contentHash: string
    }

/** Longest title, byline and body together that are stored, in bytes of UTF-8. */
export const MAX_STORED_BYTES = 256 * 1024
/** Most sentences of a version: everything about them has to fit into one answer. */
export const MAX_SENTENCES = 5000

/**
 * Records a version of an article in one atomic write, or a check where the text equals that of the version before it. A version that is
 * older than others is inserted before them, and those after it are tracked again. `keep` returns what is stored of the answer for an
 * Idempotency-Key, in the same write. Throws Failure: not_found, invalid, too_large, busy, not_writable.
 */
export async function ingest(
  store: Store,
  slug: string,
  input: VersionInput,
  now: string,
  keep: (outcome: Outcome) => KeptAnswer | null = () => null,
): Promise<Outcome> {
  let content = storable(input, now)
  let ready = null as Prepared | null
  return store.serialize(() =>
    retryOnConflict(async () => {
      let context = await contextAt(store, slug, content.capturedAt)
      const time = recordingTime(context.logTime, now)
      if (input.capturedAt === null && time > content.capturedAt) {
        content = { ...content, capturedAt: time }
        context = await contextAt(store, slug, time)
      }
      // The prepared statements are still valid if the other writer wrote to another article.
      if (ready?.recordings !== context.recordings) {
        ready = { recordings: context.recordings, write: await prepareIngest(store, context, content) }
      }
      const { outcome, statements } = ready.write(context, now)
      await store.batchWrite([...keepStatements(keep(outcome), now), ...statements])
      return outcome
    }),
  )
}

/** The article as a write of what was captured at a time finds it. Throws Failure not_found. */
async function contextAt(store: Store, slug: string, capturedAt: string): Promise<WriteContext> {
  const context = await writeContext(store, slug, ENGINE, capturedAt)
  if (!context) throw new Failure('not_found', `There is no article "${slug}".`)
  return context
}

interface Content extends VersionInput {
  readonly capturedAt: string
  readonly sentences: readonly Sentence[]
}

/** Normalizes the text for storage. Throws Failure: invalid, too_large. */
function storable(input: VersionInput, now: string): Content {
  for (const field of ['title', 'byline', 'body', 'url'] as const) {
    const at = (input[field] ?? '').search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
    if (at >= 0) throw invalid(field, `has a lone surrogate at ${at}`)
  }
  const title = normalizeTitle(input.title).text
  const body = normalize(input.body).text
  const byline = normalizeTitle(input.byline ?? '').text || null
  if (!body) throw invalid('body', 'is empty; expected the text of the article')
  const bytes = new TextEncoder().encode(title + (byline ?? '') + body).length
  if (bytes > MAX_STORED_BYTES) {
    throw new Failure('too_large', `The text has ${bytes} bytes; at most ${MAX_STORED_BYTES} are stored.`, [
      { path: 'body', message: `at most ${MAX_STORED_BYTES} bytes with the title` },
    ])
  }
  const capturedAt = input.capturedAt ?? now
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(capturedAt))
    throw invalid('captured_at', 'expected UTC with milliseconds')
  if (capturedAt > now) throw invalid('captured_at', `${capturedAt} is in the future`)
  const sentences = sentencesOf({ title, body })
  if (sentences.length > MAX_SENTENCES)
    throw invalid('body', `has ${sentences.length} sentences with the title; at most ${MAX_SENTENCES} are stored`)
  return { ...input, title, body, byline, capturedAt, sentences }
}

/** Makes the statements for the log as it is now, and the outcome that they will have. */
type Write = (context: WriteContext, now: string) => { outcome: Outcome; statements: Parameters<Store['batchWrite']>[0] }

interface Prepared {
  /** How often the article was recorded when it was prepared. */
  readonly recordings: number
  readonly write: Write
}

/** Does all work whose result is valid until something else is recorded of the article. */
async function prepareIngest(store: Store, context: WriteContext, content: Content): Promise<Write> {
  const { previous, next } = context
  const hash = contentHash(content)
  if (previous?.contentHash === hash) return (context, now) => checkOf(context, previous, content, now)
  const number = context.versions + 1
  const { sentences, ...text } = content
  const texts: NewText[] = [{ ...text, number }]
  if (previous) {
    const again = await checkBetween(store, context.id, previous.contentHash, content.capturedAt, next ?? '9999')
    if (again) texts.push({ ...(await versionText(store, previous.id)), ...again, number: number + 1 })
  }
  const later = next === null ? [] : await laterVersions(store, context.id, positionOf(content.capturedAt, number))
  const found = await analyzeAndTrack(store, context, {
    texts,
    cut: texts.map((text, i) => (i === 0 ? sentences : sentencesOf(text))),
    later,
  })
  return (context, now) => {
    const { versions, changes, statements } = toRows(context, found, now)
    const [version, promoted] = versions
    if (!version) throw new RangeError('nothing was recorded')
    if (previous && promoted) statements.push(passChecks(context.id, previous.id, promoted.id, promoted.capturedAt))
    const outcome: Outcome = {
      outcome: 'created',
      version: { ...version, slug: context.slug },
      changes: visibleChanges(changes, new Set(context.withheld)).filter((change) => !isOfFurniture(change)),
    }
    return { outcome, statements }
  }
}

/** The check that found the content of the version that was current at that time. */
function checkOf(
  context: WriteContext,
  { id, number, contentHash }: VersionMark,
  content: Content,
  now: string,
): ReturnType<Write> {
  const { capturedAt, url, publishedAt, modifiedAt } = content
  const found = { capturedAt, url, publishedAt, modifiedAt }
  const check = { articleId: context.id, ...found, contentHash, versionId: id, recordedAt: now }
  const outcome: Outcome = { outcome: 'unchanged', number, slug: context.slug, checkedAt: capturedAt, contentHash }
  return { outcome, statements: checkStatements(check, context.recordings) }
}
