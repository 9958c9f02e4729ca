/** How a command ends: the documented exit codes, and the error that carries one with its line for stderr. */

export const EXIT = {
  /** Done. */
  good: 0,
  /** The command ran and the answer is no: the archive does not verify. */
  no: 1,
  /** Wrong usage, or a file that cannot be taken: nothing was written. */
  usage: 2,
  /** Not found, refused by the archive, or the archive cannot be reached. */
  archive: 3,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_HELP: readonly (readonly [ExitCode, string])[] = [
  [EXIT.good, 'done'],
  [EXIT.no, 'the answer is no (verify: the record does not hold; hooks test: the ping was not taken)'],
  [EXIT.usage, 'wrong usage, or a file that cannot be read; nothing was written'],
  [EXIT.archive, 'not found, refused by the archive, or no archive there'],
]

/** Ends the command. The message is one line that says what is wrong and what to do. */
export class Stop extends Error {
  readonly code: ExitCode

  constructor(code: ExitCode, message: string) {
    super(message)
    this.name = 'Stop'
    this.code = code
  }
}

export function wrongUsage(message: string): Stop {
  return new Stop(EXIT.usage, message)
}
