/** Writes answers to stdout: as JSON with --json, else as lines. */
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

/** Writes an answer; `lines` renders it as text. */
export function writeAnswer(session: Session, flags: Flags, answer: unknown, lines: () => readonly string[]): void {
  if (flags.json) writeJson(session, answer)
  else writeLines(session, lines())
}

/** Writes the entries of a list, or `none` if there are none; stderr reports that there are more. */
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

/** Writes what was made. As text it is the secret alone, so that a script can read it; the note goes to stderr. */
export function writeSecret(session: Session, flags: Flags, made: object, secret: string, note: string): void {
  if (!flags.json) session.err.write(`claimtrail: ${note}\n`)
  writeAnswer(session, flags, made, () => [secret])
}
