/**
 * Revisions: one number for the state of an article, one for that of the archive. Each write that a reader could see raises them,
 * to the time in milliseconds: so an archive that was put back to an earlier state, and a copy of one, do not come to a revision
 * again that stood for another answer.
 */
import { sql } from 'drizzle-orm'

/** The revision that a row begins with. */
export const firstRevision = sql`cast(unixepoch('subsec') * 1000 as integer)`

/** The value that a write sets `revision` to. */
export const nextRevision = sql`max(revision + 1, ${firstRevision})`

/** Every write that a reader of archive-wide lists could see ends with it. */
export const bumpArchive = sql`update archive set revision = ${nextRevision}`
