/** The end of a check: its capture, the state of its watch, and the end of its leases, as statements of one write. */

import type { Statements } from '../recording/ingest.ts'
import { captureRecorded, type NewCapture } from '../store/captures/captures.ts'
import type { HostLease } from '../store/captures/host-leases.ts'
import { type WatchRow, watchChecked } from '../store/captures/watches.ts'
import type { Fetched, NotFetched, Validators } from '../web/fetch-resource.ts'
import type { Admission } from './admission.ts'
import { nextCheck, retryAfterOf } from './cadence.ts'
import { type CaptureOutcome, isGood, passes, stopReason } from './outcomes.ts'
import { isoOf, type Watching } from './watching.ts'

/** A check under way: the watch, and the leases that it holds. */
export interface Check {
  readonly watch: WatchRow
  readonly lease: HostLease
  readonly admission: Admission
}

/** How a check ended, besides what was fetched. */
export interface Ended {
  readonly outcome: CaptureOutcome
  readonly evidence: NewCapture['evidence']
  /** Whether it found something new. */
  readonly changed: boolean
  readonly article?: string | null
  readonly version?: number | null
  readonly rawHash?: string | null
  readonly reader?: number | null
  /** It left something for the next check, which has to get the whole answer again. */
  readonly unfinished?: boolean
}

/** The statements that record how a check ended. */
export function settled(w: Watching, check: Check, from: Fetched | NotFetched, ended: Ended): Statements {
  const { watch, lease, admission } = check
  const now = w.clock()
  const { outcome, changed } = ended
  const good = isGood(outcome)
  const failures = good ? 0 : watch.failures + 1
  const headers = 'headers' in from ? from.headers : {}
  const retryAfter = retryAfterOf(headers['retry-after'], now)
  const changedAt = changed || watch.checkedAt === null ? now : Date.parse(watch.changedAt ?? watch.createdAt)
  const reported = watch.hub?.state === 'active' && (watch.hub.leaseUntil ?? '') > isoOf(now)
  const pace = { kind: watch.kind, every: watch.every, changedAt, reported }
  const dueAt = nextCheck(pace, { failures, passes: passes(outcome), retryAfter }, now, w.random)
  const capture: NewCapture = {
    watch: watch.id,
    article: ended.article ?? watch.article,
    version: ended.version ?? null,
    url: watch.url,
    landedUrl: from.url,
    redirects: from.redirects,
    capturedAt: isoOf(now),
    outcome,
    good,
    evidence: ended.evidence,
    status: 'status' in from ? from.status : null,
    headers,
    bytes: 'bytes' in from && from.status !== 304 ? from.bytes.length : null,
    rawHash: ended.rawHash ?? null,
    reader: ended.reader ?? null,
  }
  return [
    captureRecorded(capture, isoOf(now), lease),
    watchChecked(watch.id, lease, {
      outcome,
      checkedAt: isoOf(now),
      changed,
      failures,
      dueAt: isoOf(dueAt),
      stopped: stopReason(outcome, failures),
      validators: good && outcome !== 'not_modified' ? validatorsOf(from, ended.unfinished) : null,
    }),
    // A server that asks for patience gets it for all of its pages.
    ...admission.released(lease.host, asksForPatience(from) ? now + Math.min(retryAfter, 86_400_000) : 0),
  ]
}

/** Whether the server is busy, whatever the page says (RFC 6585, section 4; RFC 9110, section 15.6.4). */
const asksForPatience = (from: Fetched | NotFetched): boolean => 'status' in from && [429, 503].includes(from.status)

/** The validators of an answer that are kept; null where there was none. */
function validatorsOf(from: Fetched | NotFetched, unfinished = false): Validators | null {
  if (!('headers' in from)) return null
  const { etag = null, 'last-modified': lastModified = null } = unfinished ? {} : from.headers
  return { url: from.url, etag, lastModified }
}

/** Each check of so many asks for the whole answer: some servers answer 304 to what has changed. */
const WHOLE_EVERY = 10

/** The validators that a check sends. */
export function sentValidators({ landedUrl, etag, lastModified, checks }: WatchRow): Validators | null {
  return landedUrl === null || (checks + 1) % WHOLE_EVERY === 0 ? null : { url: landedUrl, etag, lastModified }
}

/** The needs of `fetchResource`, from a check. */
export const fetchingOf = (w: Watching, { admission }: Check) => ({
  get: w.get,
  anywhere: w.anywhere,
  userAgent: w.userAgent,
  timeout: w.timeout,
  stopped: w.stopped,
  admit: admission.admit,
})

/** Moves a check on, because a host that it was led to is being read by another. */
export const POSTPONED = 30_000
