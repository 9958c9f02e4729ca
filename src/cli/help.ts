/** The help of a command, and of the command line as a whole, as plain text. */
import { EXIT_HELP } from './exit.ts'
import { type Arg, type Args, placeName } from './flags.ts'
import { columns } from './output/style.ts'

interface Described {
  readonly name: string
  readonly description: string
}

/** The usage, arguments, options, notes and examples of a command, and the exit codes. */
export function helpOf({
  name,
  description,
  args,
  notes = [],
  examples,
}: Described & { readonly args: Args; readonly notes?: readonly string[]; readonly examples: readonly string[] }): string {
  const places = Object.entries(args).filter(([, arg]) => arg.type === 'positional')
  const flags = Object.entries(args).filter(([, arg]) => arg.type !== 'positional')
  const usage = ['claimtrail', name, '[OPTIONS]', ...places.map(([place, arg]) => usageOf(place, arg))].join(' ')
  return [
    [description],
    section('USAGE', [usage]),
    section('ARGUMENTS', columns(places.map(([place, arg]) => [placeName(place, arg), arg.description]))),
    section('OPTIONS', columns(flags.map(([flag, arg]) => [`--${flag}${valueHint(arg)}`, arg.description]))),
    notes.map((note) => `  ${note}`),
    section(
      'EXAMPLES',
      examples.map((example) => `claimtrail ${example}`),
    ),
    exitCodes(),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}

/** The list of commands. */
export function overview(commands: readonly Described[]): string {
  return [
    ['claimtrail: a versioned archive of news articles that tracks how each claim changes'],
    section('COMMANDS', columns(commands.map(({ name, description }) => [name, description]))),
    [
      'claimtrail help COMMAND lists its arguments, options and examples; claimtrail --version prints the version.',
      '--url (or CLAIMTRAIL_URL) uses a running server, --archive (or ARCHIVE) a SQLite file.',
    ],
    exitCodes(),
  ]
    .map((part) => part.join('\n'))
    .join('\n\n')
}

function exitCodes(): string[] {
  return section(
    'EXIT CODES',
    EXIT_HELP.map(([code, meaning]) => `${code}  ${meaning}`),
  )
}

/** A heading with indented lines; nothing where there are no lines. */
function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, '', ...lines.map((line) => `  ${line}`)]
}

function usageOf(name: string, arg: Arg): string {
  return 'optional' in arg ? `[${placeName(name, arg)}]` : placeName(name, arg)
}

function valueHint(arg: Arg): string {
  if (arg.type === 'string') return `=<${arg.valueHint}>`
  return arg.type === 'enum' ? `=<${arg.options.join('|')}>` : ''
}
