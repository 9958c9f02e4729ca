/** The exit codes, and the error that ends a command with one of them and a line on stderr. */

export const EXIT = {
  /** Done. */
  good: 0,
  /** The command ran and the answer is no, for example: the chain is broken. */
  no: 1,
  /** Wrong usage, or a file that cannot be read: nothing was written. */
  usage: 2,
  /** Not found, refused by the archive, or the archive cannot be reached. */
  archive: 3,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_HELP: readonly (readonly [ExitCode, string])[] = [
  [EXIT.good, 'done'],
  [
    EXIT.no,
    'the answer is no (verify: the chain is broken; hooks test: the ping was not delivered; import: a capture could not be read; restore: an article got other claims)',
  ],
  [EXIT.usage, 'wrong usage, or a file that cannot be read; nothing was written'],
  [EXIT.archive, 'not found, refused by the archive, or no archive there'],
]

/** Ends the command. Its message is one line with the fault and the remedy. */
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
