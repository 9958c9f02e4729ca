/** `claimtrail completion SHELL`: the script by which a shell completes commands, options and the values of options that have a choice. */
import { type Command, command } from './command.ts'
import { EXIT, wrongUsage } from './exit.ts'
import { writeLines } from './output/output.ts'

type Commands = readonly Pick<Command, 'name' | 'description' | 'args'>[]

/** The command that completes those that `commands` returns. */
export const completionOf = (commands: () => Commands) =>
  command({
    name: 'completion',
    description: 'Print the script by which a shell completes commands and options',
    args: { shell: { type: 'positional', description: Object.keys(SCRIPTS).join(', ') } },
    notes: ['The start-up file of the shell evaluates it. It is made of the same table as this help.'],
    examples: ['completion bash >> ~/.bashrc', 'completion fish > ~/.config/fish/completions/claimtrail.fish'],
    async run({ shell }, session) {
      const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined
      if (!script) throw wrongUsage(`SHELL is one of ${Object.keys(SCRIPTS).join(', ')}, not "${shell}"`)
      writeLines(session, script(commands()))
      return EXIT.good
    },
  })

const SCRIPTS: Readonly<Record<string, (commands: Commands) => string[]>> = { bash, zsh, fish }

/** The words that may follow on the first words of a command, by these: '' → all first words, 'review' → confirm, reject, … */
function nextWords(commands: Commands): Map<string, Commands> {
  const words = commands.flatMap(({ name, ...rest }) => {
    const parts = name.split(' ')
    return parts.map((word, i) => ({ before: parts.slice(0, i).join(' '), name: word, ...rest }))
  })
  return Map.groupBy(words, ({ before }) => before)
}

const unique = (names: readonly string[]) => [...new Set(names)].join(' ')
const namesOf = (commands: Commands) => unique(commands.map(({ name }) => name))

const optionsOf = ({ args }: Commands[number]) => Object.entries(args).filter(([, { type }]) => type !== 'positional')

function bash(commands: Commands): string[] {
  const words = [...nextWords(commands)]
  return [
    '_claimtrail() {',
    '  local word="$2" before="$3" given="" words="" i',
    // To bash, --zone=lead is three words.
    `  [ "$before" = = ] && before="\${COMP_WORDS[COMP_CWORD-2]}"`,
    `  for ((i = 1; i < COMP_CWORD; i++)); do given="$given\${COMP_WORDS[i]} "; done`,
    '  case "$given" in',
    `    ''|'help ') words='${namesOf(words.find(([before]) => before === '')?.[1] ?? [])} help' ;;`,
    ...words
      .filter(([before]) => before !== '')
      .map(([before, next]) => `    '${before} '|'help ${before} ') words='${namesOf(next)}' ;;`),
    ...commands.flatMap((one) => [`    '${one.name} '*)`, ...bashOptions(one), '      ;;']),
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
    '}',
    'complete -o default -F _claimtrail claimtrail',
  ]
}

function bashOptions(one: Commands[number]): string[] {
  const options = optionsOf(one)
  return [
    '      case "$before" in',
    ...options.flatMap(([name, arg]) =>
      arg.type === 'enum'
        ? [`        --${name}) words='${unique(arg.options)}' ;;`]
        : arg.type === 'string'
          ? [`        --${name}) ;;`]
          : [],
    ),
    `        *) case "$word" in -*) words='${options.map(([name]) => `--${name}`).join(' ')} --help' ;; esac ;;`,
    '      esac',
  ]
}

/** zsh runs the script of bash. */
function zsh(commands: Commands): string[] {
  return ['autoload -U +X bashcompinit && bashcompinit', ...bash(commands)]
}

function fish(commands: Commands): string[] {
  const words = nextWords(commands)
  const quoted = (text: string) => `'${text.replaceAll(/[\\']/g, '\\$&')}'`
  const told = (condition: string, rest: string, text: string) =>
    `complete -c claimtrail -n ${quoted(condition)} ${rest} -d ${quoted(text)}`
  const isGiven = (name: string) =>
    name
      .split(' ')
      .map((word) => `__fish_seen_subcommand_from ${word}`)
      .join('; and ')
  const followers = [...words].flatMap(([before, next]) => {
    const condition =
      before === '' ? '__fish_use_subcommand' : `${isGiven(before)}; and not __fish_seen_subcommand_from ${namesOf(next)}`
    return next.map(({ name, description }) => told(condition, `-f -a ${name}`, words.has(name) ? '' : description))
  })
  const options = commands.flatMap((one) =>
    optionsOf(one).map(([name, arg]) => {
      const value = arg.type === 'enum' ? ` -x -a ${quoted(unique(arg.options))}` : arg.type === 'string' ? ' -r' : ''
      return told(isGiven(one.name), `-l ${name}${value}`, arg.description)
    }),
  )
  return [...new Set([...followers, ...options])]
}
