/** Every setting: its name in the environment, its default, and what it does. */

export const SETTINGS = {
  READ_TOKEN_REQUIRED: { fallback: '', help: 'Set to 1: reading needs a bearer token too (scope archive:read).' },
  BOOTSTRAP_TOKEN: {
    fallback: '',
    help: 'A secret that is accepted as a token with every scope: the first token on the edge.',
  },
  ARCHIVE: { fallback: 'archive.sqlite', help: 'On Node: the SQLite file, created and migrated if absent.' },
  PORT: { fallback: '8787', help: 'On Node: the port on 127.0.0.1.' },
} as const

type Environment = Readonly<Record<string, unknown>>

const valueIn = (env: Environment, name: keyof typeof SETTINGS) => String(env[name] || SETTINGS[name].fallback)

export interface Config {
  readonly readTokenRequired: boolean
  /** Empty: none. */
  readonly bootstrapToken: string
}

/** Reads the settings from an environment. Throws where a value cannot be meant. */
export function configOf(env: Environment): Config {
  const required = valueIn(env, 'READ_TOKEN_REQUIRED')
  if (!['', '0', '1', 'true', 'false'].includes(required))
    throw new Error(`READ_TOKEN_REQUIRED is "${required}": give 1 or nothing`)
  const bootstrapToken = valueIn(env, 'BOOTSTRAP_TOKEN')
  // As a bearer token it stands in a header: RFC 6750, section 2.1.
  if (bootstrapToken && !/^[\w.~+/-]{20,}=*$/.test(bootstrapToken))
    throw new Error('BOOTSTRAP_TOKEN: give at least 20 letters, digits or any of -._~+/ without spaces')
  return { readTokenRequired: required === '1' || required === 'true', bootstrapToken }
}

/** Which file the Node entry serves, and on which port. Throws where the port cannot be one. */
export function servedOnNode(env: Environment): { archive: string; port: number } {
  const port = valueIn(env, 'PORT')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`PORT is "${port}": give a number from 0 to 65535`)
  return { archive: valueIn(env, 'ARCHIVE'), port: Number(port) }
}
