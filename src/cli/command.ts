/** A command of the command line, made of one description: its arguments are parsed by it, and its help is rendered from it. */
import type { ExitCode } from './exit.ts'
import { type Args, type Parsed, parseFlags } from './flags.ts'
import { helpOf } from './help.ts'
import type { Session } from './session.ts'

export interface Command {
  readonly name: string
  readonly description: string
  readonly args: Args
  readonly help: () => string
  /** Runs the command with the words after its name. */
  readonly execute: (words: readonly string[], session: Session) => Promise<ExitCode>
}

interface Definition<A extends Args> {
  readonly name: string
  readonly description: string
  readonly args: A
  /** Further lines of the help, below the arguments. */
  readonly notes?: readonly string[]
  /** Command lines without the program's name. */
  readonly examples: readonly string[]
  readonly run: (args: Parsed<A>, session: Session) => Promise<ExitCode>
}

export function command<const A extends Args>(definition: Definition<A>): Command {
  const { name, description, args, run } = definition
  return {
    name,
    description,
    args,
    help: () => helpOf(definition),
    execute: async (words, session) => run(parseFlags(words, args), session),
  }
}
