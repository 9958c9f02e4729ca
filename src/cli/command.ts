/** What a command is: citty parses and describes its flags, and its run gives the exit code. */
import { stripVTControlCharacters } from 'node:util'
import { type ArgsDef, defineCommand, type ParsedArgs, renderUsage, runCommand } from 'citty'
import { EXIT, EXIT_HELP, type ExitCode } from './exit.ts'
import { checkFlags } from './flags.ts'
import type { Session } from './session.ts'

export interface Command {
  readonly name: string
  readonly description: string
  readonly help: () => Promise<string>
  readonly execute: (rawArgs: readonly string[], session: Session) => Promise<ExitCode>
}

interface Definition<T extends ArgsDef> {
  readonly name: string
  readonly description: string
  readonly args: T
  /** What there is to know beyond the flags, a line each. */
  readonly notes?: readonly string[]
  /** Command lines without the program's name. */
  readonly examples: readonly string[]
  readonly run: (args: ParsedArgs<T>, session: Session) => Promise<ExitCode>
}

export function command<const T extends ArgsDef>({
  name,
  description,
  args,
  notes = [],
  examples,
  run,
}: Definition<T>): Command {
  return {
    name,
    description,
    async help() {
      const usage = await renderUsage(defineCommand({ meta: { name: `claimtrail ${name}`, description }, args }))
      const plain = stripVTControlCharacters(usage).replace(/ +$/gm, '')
      const more = notes.length === 0 ? [] : [...notes.map((note) => `  ${note}`), '']
      return [plain, ...more, ...exampleLines(examples), '', ...exitLines()].join('\n')
    },
    async execute(rawArgs, session) {
      checkFlags(rawArgs, args)
      let code: ExitCode = EXIT.good
      const parsed = defineCommand({
        args,
        async run(context) {
          code = await run(context.args, session)
        },
      })
      await runCommand(parsed, { rawArgs: [...rawArgs] })
      return code
    },
  }
}

function exampleLines(examples: readonly string[]): string[] {
  return ['EXAMPLES', '', ...examples.map((example) => `  claimtrail ${example}`)]
}

export function exitLines(): string[] {
  return ['EXIT CODES', '', ...EXIT_HELP.map(([code, meaning]) => `  ${code}  ${meaning}`)]
}
