/** What commands write: an answer as JSON, where --json asks for that, else as lines. */
import type { Session } from '../session.ts'

interface Flags {
  readonly json?: boolean | undefined
}

export function writeJson(session: Session, value: unknown): void {
  session.out.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function writeLines(session: Session, lines: readonly string[]): void {
  session.out.write(lines.map((line) => `${line}\n`).join(''))
}

/** Writes an answer; `lines` tells it in words. */
export function writeAnswer(session: Session, flags: Flags, answer: unknown, lines: () => readonly string[]): void {
  if (flags.json) writeJson(session, answer)
  else writeLines(session, lines())
}

/** Writes the entries of a list, `none` where there are none; that there are more goes to stderr. */
export function writeList<Entry>(
  session: Session,
  flags: Flags,
  list: { readonly data: readonly Entry[]; readonly more: boolean },
  none: string,
  lines: (data: readonly Entry[]) => readonly string[],
): void {
  const { data, more } = list
  writeAnswer(session, flags, { data, more }, () => (data.length === 0 ? [none] : lines(data)))
  if (more && !flags.json) session.err.write(`claimtrail: these are the first ${data.length}; --limit gives more\n`)
}

/** Writes what was made: in words its secret alone, so that a script can take it, and on stderr what to know of it. */
export function writeSecret(session: Session, flags: Flags, made: object, secret: string, note: string): void {
  if (!flags.json) session.err.write(`claimtrail: ${note}\n`)
  writeAnswer(session, flags, made, () => [secret])
}
