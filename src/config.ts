/** The settings: their names in the environment, their defaults, and their meanings. */

export const SETTINGS = {
  READ_TOKEN_REQUIRED: { fallback: '', help: 'Set to 1: reading needs a bearer token too (scope archive:read).' },
  BOOTSTRAP_TOKEN: {
    fallback: '',
    help: 'A secret that is accepted as a token with every scope: the first token on the edge.',
  },
  PUBLIC_URL: {
    fallback: '',
    help: 'Where readers reach it, such as https://archive.example: the origin of every absolute address. By default that of the request.',
  },
  PRIVATE_HOOKS: {
    fallback: '',
    help: 'Set to 1, for development: hooks may have http and private addresses.',
  },
  ARCHIVE: { fallback: 'archive.sqlite', help: 'On Node: the SQLite file, created and migrated if absent.' },
  HOST: {
    fallback: '127.0.0.1',
    help: 'On Node: the address to listen on. 0.0.0.0 or :: accepts connections from other machines.',
  },
  PORT: { fallback: '8787', help: 'On Node: the port to listen on.' },
} as const

type Environment = Readonly<Record<string, unknown>>

const valueIn = (env: Environment, name: keyof typeof SETTINGS) => String(env[name] || SETTINGS[name].fallback)

export interface Config {
  readonly readTokenRequired: boolean
  /** Empty: there is none. */
  readonly bootstrapToken: string
  /** The origin of absolute addresses: "https://archive.example". Absent: that of the request. */
  readonly publicUrl?: string | undefined
  /** Hooks may have http and private addresses. Absent: they may not. */
  readonly privateHooks?: boolean
  /** The name of its caller; by default "bootstrap". */
  readonly bootstrapName?: string
}

/** Whether a setting that is 1 or nothing is 1. Throws where it is neither. */
function isSet(env: Environment, name: keyof typeof SETTINGS): boolean {
  const value = valueIn(env, name)
  if (!['', '0', '1', 'true', 'false'].includes(value)) throw new Error(`${name} is "${value}": give 1 or nothing`)
  return value === '1' || value === 'true'
}

/** The public origin of the archive. Throws where the setting is no origin. */
function publicUrl(env: Environment): string | undefined {
  const value = valueIn(env, 'PUBLIC_URL')
  if (value === '') return undefined
  const url = URL.canParse(value) ? new URL(value) : null
  // A URL's href shows anything after the host.
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/` || /[?#]/.test(value))
    throw new Error(`PUBLIC_URL is "${value}": give http or https and a host, without a path, such as https://archive.example`)
  return url.origin
}

/** Reads the settings from an environment. Throws where a value is not valid. */
export function configOf(env: Environment): Config {
  const bootstrapToken = valueIn(env, 'BOOTSTRAP_TOKEN')
  // The characters of a bearer token: RFC 6750, section 2.1.
  if (bootstrapToken && !/^[\w.~+/-]{20,}=*$/.test(bootstrapToken))
    throw new Error('BOOTSTRAP_TOKEN: give at least 20 letters, digits or any of -._~+/ without spaces')
  return {
    readTokenRequired: isSet(env, 'READ_TOKEN_REQUIRED'),
    bootstrapToken,
    publicUrl: publicUrl(env),
    privateHooks: isSet(env, 'PRIVATE_HOOKS'),
  }
}

/** The file that the Node entry serves, and its address and port. Throws where a value is not valid. */
export function servedOnNode(env: Environment): { archive: string; host: string; port: number } {
  const host = valueIn(env, 'HOST')
  if (!/^[\w.:%-]+$/.test(host)) throw new Error(`HOST is "${host}": give an IP address or a host name, without a port`)
  const port = valueIn(env, 'PORT')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`PORT is "${port}": give a number from 0 to 65535`)
  return { archive: valueIn(env, 'ARCHIVE'), host, port: Number(port) }
}
