/** The arguments of a command: how they are declared, and how the words of a command line are parsed by the declaration. */
import { parseArgs } from 'node:util'
import { wrongUsage } from './exit.ts'

/** A positional argument is required unless it has `optional`; with `many` it takes one word or more. */
export type Arg = { readonly description: string } & (
  | { readonly type: 'positional'; readonly optional?: true; readonly many?: true }
  | { readonly type: 'string'; readonly valueHint: string }
  | { readonly type: 'enum'; readonly options: readonly string[] }
  | { readonly type: 'boolean' }
)
export type Args = Readonly<Record<string, Arg>>

type Value<A extends Arg> = A extends { readonly many: true }
  ? readonly string[]
  : A extends { readonly type: 'positional'; readonly optional?: never }
    ? string
    : A extends { readonly options: readonly (infer Option)[] }
      ? Option | undefined
      : A extends { readonly type: 'boolean' }
        ? boolean
        : string | undefined

/** The values of a command's arguments, by name. */
export type Parsed<A extends Args> = { readonly [Name in keyof A]: Value<A[Name]> }

/**
 * Parses the words after a command's name. Throws a Stop that names the argument: for an unknown flag, a missing or wrong value, a
 * flag given twice, a missing argument, and more words than the command takes.
 */
export function parseFlags<A extends Args>(words: readonly string[], args: A): Parsed<A> {
  const { values, positionals } = split(words, args)
  const entries = Object.entries(args)
  const flags = entries.map(([name, arg]) => [name, flagValue(name, arg, values[name] ?? [])])
  const places = entries.filter(([, arg]) => arg.type === 'positional')
  return Object.fromEntries([...flags, ...placed(places, positionals)]) as Parsed<A>
}

/** How a positional argument is named in help and errors: "SLUG", "FILE…". */
export function placeName(name: string, arg: Arg): string {
  return name.toUpperCase() + ('many' in arg ? '…' : '')
}

type Given = readonly (string | boolean)[]

function flagValue(name: string, arg: Arg, given: Given): string | boolean | undefined {
  const [value] = given
  if (given.length > 1) throw wrongUsage(`--${name} is given ${given.length} times; give it once`)
  if (value === '') throw wrongUsage(`--${name} has no value`)
  if (arg.type === 'enum' && typeof value === 'string' && !arg.options.includes(value)) {
    throw wrongUsage(`--${name} is one of ${arg.options.join(', ')}, not "${value}"`)
  }
  return arg.type === 'boolean' ? value === true : value
}

/** The positional arguments with their words, in the order of their declaration. */
function placed(places: readonly (readonly [string, Arg])[], words: readonly string[]): [string, string | string[]][] {
  const values = places.flatMap(([name, arg], i): [string, string | string[]][] => {
    const word = words[i]
    if (word === '') throw wrongUsage(`${placeName(name, arg)} is empty`)
    if (word !== undefined) return [[name, 'many' in arg ? words.slice(i) : word]]
    if (!('optional' in arg)) throw wrongUsage(`${placeName(name, arg)} is missing`)
    return []
  })
  const extra = words[places.length]
  if (extra !== undefined && !places.some(([, arg]) => 'many' in arg)) {
    throw wrongUsage(`"${extra}" is one word too many; put a value with spaces in quotation marks`)
  }
  return values
}

function split(
  words: readonly string[],
  args: Args,
): { values: Readonly<Record<string, Given | undefined>>; positionals: string[] } {
  const flags = Object.entries(args).filter(([, arg]) => arg.type !== 'positional')
  const options = Object.fromEntries(
    flags.map(([name, { type }]) => [name, { type: type === 'boolean' ? 'boolean' : 'string', multiple: true } as const]),
  )
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw wrongUsage((message.split(/\. |\n/, 1)[0] ?? message).replaceAll("'", '"'))
  }
}
