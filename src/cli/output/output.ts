/** Writes answers to stdout: as JSON with --json, else as lines. */
import type { Session } from '../session.ts'
import { wrapped } from './wrap.ts'

interface Flags {
  readonly json?: boolean | undefined
}

export function writeJson(session: Session, value: unknown): void {
  session.out.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** The width where the terminal does not say its own. */
const WIDTH = 80

/** Writes lines, broken at word ends where they go to a terminal, and as they are elsewhere: a script reads whole lines. */
export function writeLines({ out }: Session, lines: readonly string[]): void {
  const whole = lines.flatMap((line) => line.split('\n'))
  const shown = out.isTTY ? whole.flatMap((line) => wrapped(line, out.columns || WIDTH)) : whole
  out.write(shown.map((line) => `${line}\n`).join(''))
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
