/** The command line as typed, checked against a command's flags before anything runs: citty itself lets unknown flags pass. */
import { parseArgs } from 'node:util'
import type { ArgsDef } from 'citty'
import { wrongUsage } from './exit.ts'

/** Throws a Stop for an unknown flag, a missing value, a flag given twice, or more words than the command takes. A positional
 * whose name ends in "…" takes any number of words. */
export function checkFlags(rawArgs: readonly string[], args: ArgsDef): void {
  const named = Object.entries(args)
  const options = Object.fromEntries(
    named
      .filter(([, arg]) => arg.type !== 'positional')
      .map(([name, arg]) => [
        name,
        { type: arg.type === 'boolean' ? ('boolean' as const) : ('string' as const), multiple: true },
      ]),
  )
  const { values, positionals } = parse(rawArgs, options)
  for (const [name, given] of Object.entries(values)) {
    if (given.length > 1) throw wrongUsage(`--${name} is given ${given.length} times; give it once`)
    if (given[0] === '') throw wrongUsage(`--${name} has no value`)
  }
  const places = named.filter(([, arg]) => arg.type === 'positional').map(([name]) => name)
  const needed = named.filter(([, arg]) => arg.type === 'positional' && arg.required !== false).map(([name]) => name)
  const missing = needed[positionals.length]
  if (missing !== undefined) throw wrongUsage(`${missing.toUpperCase()} is missing`)
  const extra = positionals[places.length]
  if (extra !== undefined && !places.some((name) => name.endsWith('…'))) {
    throw wrongUsage(`"${extra}" is one word too many; put a value with spaces in quotation marks`)
  }
  for (const [name, arg] of named) {
    const value = values[name]?.[0]
    if (arg.type === 'enum' && typeof value === 'string' && arg.options && !arg.options.includes(value)) {
      throw wrongUsage(`--${name} is one of ${arg.options.join(', ')}, not "${value}"`)
    }
  }
}

type Options = Record<string, { type: 'boolean' | 'string'; multiple: boolean }>

function parse(args: readonly string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
    return { values: values as Record<string, (string | boolean)[]>, positionals }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw wrongUsage((said.split(/\. |\n/, 1)[0] ?? said).replaceAll("'", '"'))
  }
}
