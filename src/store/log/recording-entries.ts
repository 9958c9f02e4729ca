/** The entries of the log that a recording of versions appends. */
import type { SQL } from 'drizzle-orm'
import type { Statement } from '../../core/article.ts'
import { packStatement } from '../sql/packed-statement.ts'
import { changedWordings, logEntries, type NewEntry } from './append.ts'
import {
  type Begun,
  type ChangeTexts,
  changesDigest,
  claimsDigest,
  type Ended,
  type LoggedChange,
  type LoggedStatement,
  type LoggedVersion,
  sealed,
  sealedChange,
  sealedReading,
  sealedStatement,
  statementsDigest,
  versionDigest,
  wordingsDigest,
} from './digests.ts'

/** A wording as a recording has it. */
type NewWording = Omit<Begun, 'sealed'> &
  Ended & {
    readonly fromPlace: string
    readonly untilPlace: string | null
    readonly source: { readonly kind: string; readonly key: string } | null
    readonly reading: string
  }

/** The parts of a recording that the entries need. */
export interface LoggedRecording {
  readonly articleId: number
  readonly run: { readonly engine: string }
  /** Null: wordings are only added. */
  readonly rewriteFrom: string | null
  /** The versions from the first that is recorded or tracked again on. */
  readonly tracked: readonly { readonly id: number; readonly place: string }[]
  readonly versions: readonly (Omit<LoggedVersion, 'engine'> & { readonly id: number })[]
  readonly statements: readonly {
    readonly id: number
    readonly sentenceId: number
    readonly place: number
    readonly statement: Statement
  }[]
  readonly claims: readonly { readonly id: number; readonly number: number }[]
  readonly changes: readonly NewlyChanged[]
  /** When the changes are recorded. */
  readonly now: string
  readonly ended: readonly (Ended & { readonly untilPlace: string })[]
  readonly wordings: readonly NewWording[]
}

/** The statements that append them. */
export function recordingEntries(r: LoggedRecording): SQL[] {
  const { engine } = r.run
  const [statement] = r.statements
  const [claim] = r.claims
  const entries: NewEntry[] = [
    ...r.versions.map(
      (v): NewEntry => ({
        kind: 'version',
        subject: v.id,
        digest: versionDigest({ ...v, engine, sentences: sealed(v.sentences) }),
      }),
    ),
    ...(statement
      ? [{ kind: 'statements' as const, subject: statement.id, digest: statementsDigest(loggedStatements(r)) }]
      : []),
    ...(claim ? [{ kind: 'claims' as const, subject: claim.id, digest: claimsDigest(r.claims) }] : []),
    ...changeEntries(r.changes, r.now),
  ]
  const wordings = wordingEntries(r)
  return r.rewriteFrom === null
    ? logEntries(r.articleId, [...entries, ...wordings])
    : [...logEntries(r.articleId, entries), ...changedWordings(r.articleId, wordings)]
}

function* loggedStatements({ statements }: LoggedRecording): Generator<LoggedStatement> {
  for (const { sentenceId, place, statement } of statements)
    yield { sentenceId, place, reason: 'ingest', sealed: sealedStatement(packStatement(statement)) }
}

/** The wordings that begin and end at each version that the recording tracks. */
function wordingEntries({ tracked, wordings, ended }: LoggedRecording): NewEntry[] {
  const begun = Map.groupBy(wordings, (w): string => w.fromPlace)
  const gone = Map.groupBy([...ended, ...wordings], (w) => w.untilPlace)
  return tracked.map(({ id, place }): NewEntry => {
    const begins = (begun.get(place) ?? []).map(begunOf)
    return { kind: 'wordings', subject: id, digest: wordingsDigest(begins, gone.get(place) ?? []) }
  })
}

const begunOf = ({ source, ...w }: NewWording): Begun => ({
  ...w,
  sealed: sealedReading({ kind: source?.kind ?? null, key: source?.key ?? null, reading: w.reading }),
})

/** A change before it is recorded. */
export type NewlyChanged = Omit<LoggedChange, 'recordedAt' | 'sealed'> & ChangeTexts

/** The entry of the changes of one write, if there are any. */
export function changeEntries(changes: readonly NewlyChanged[], now: string): NewEntry[] {
  const [first] = changes
  if (!first) return []
  return [{ kind: 'changes', subject: first.id, digest: changesDigest(loggedChanges(changes, now)) }]
}

function* loggedChanges(changes: readonly NewlyChanged[], now: string): Generator<LoggedChange> {
  for (const change of changes) yield { ...change, recordedAt: now, sealed: sealedChange(change) }
}
