/** Errors of the databases that are no fault of the program or of the request, as failures that tell the caller what to do. Their cause is for the log. */
import { Failure } from '../failure.ts'
import { TRANSIENT } from './d1-retries.ts'

/** Errors of SQLite and of D1, by their code and their message, with the failure that each is. */
const FAULTS: readonly (readonly [RegExp, () => Failure])[] = [
  [/^SQLITE_BUSY/, () => new Failure('busy', 'Another process is writing to the archive. Send it again.')],
  [/D1 DB is overloaded/, () => new Failure('busy', 'The database is overloaded. Send it again.')],
  [TRANSIENT, () => new Failure('busy', 'The database cannot be reached. Send it again.')],
  [/^SQLITE_FULL/, () => notWritable('the disk is full')],
  [/^SQLITE_READONLY/, () => notWritable('its file is read-only')],
  [/^SQLITE_IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHM)/, () => notWritable('its file cannot be written')],
]

/** A failure of writes that only the operator can end. */
export const notWritable = (reason: string) => new Failure('not_writable', `The archive takes no writes: ${reason}.`)

/** The failure that an error of a database is; null where it is another error. */
export function unavailable(error: unknown): Failure | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (e instanceof Failure) return e
    const told = 'code' in e && typeof e.code === 'string' ? e.code : e.message
    const [, failure] = FAULTS.find(([pattern]) => pattern.test(told)) ?? []
    if (failure) return Object.assign(failure(), { cause: error })
  }
  return null
}
