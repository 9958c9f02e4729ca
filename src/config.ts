/** The settings: their names in the environment, their defaults, and their meanings. */
import { type AccessSettings, accessSettings } from './settings/access.ts'
import { BUDGETS, type Budget } from './settings/budgets.ts'

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
  LIMIT_READS: {
    fallback: '6000',
    help: 'Reads a minute from an address or with a token; more are a 429. 0: any number. On Cloudflare: 0, or as wrangler.toml has it.',
  },
  LIMIT_WRITES: { fallback: '1200', help: 'Writes a minute, as LIMIT_READS.' },
  LIMIT_ANALYSES: {
    fallback: '120',
    help: 'Analyses of texts that are sent, and calls of assistants, a minute, as LIMIT_READS.',
  },
  LIMIT_SIGN_INS: { fallback: '30', help: 'Sign-ins a minute, as LIMIT_READS.' },
  ACCESS_TEAM: {
    fallback: '',
    help: 'The name of a team of Cloudflare Access, such as desk of desk.cloudflareaccess.com: who comes through it has an identity.',
  },
  ACCESS_AUD: { fallback: '', help: 'The audience tag (AUD) of the Access application.' },
  ACCESS_SCOPES: {
    fallback: '',
    help: 'The scopes of identities, such as "ada@post.example=archive:admin; *@post.example=review:write,archive:read".',
  },
  AUDIT_DAYS: {
    fallback: '90',
    help: 'How many days the audit log keeps the addresses from which writes came. 0: none is kept.',
  },
  TRUSTED_PROXIES: {
    fallback: '0',
    help: 'On Node: how many proxies stand before the server and append to X-Forwarded-For. 0: that header is not believed.',
  },
  PRIVATE_HOOKS: {
    fallback: '',
    help: 'Set to 1, for development: hooks may have http and private addresses.',
  },
  PRIVATE_CAPTURES: {
    fallback: '',
    help: 'Set to 1, for development: watched pages may have private addresses.',
  },
  CAPTURE_CONTACT: {
    fallback: '',
    help: 'An address or e-mail at which publishers reach you: part of the User-Agent of captures. By default PUBLIC_URL.',
  },
  CAPTURE_PAUSE: {
    fallback: '2',
    help: 'The shortest pause between two captures of a host, in seconds.',
  },
  CAPTURE_TIMEOUT: {
    fallback: '30',
    help: 'The longest that a capture may take with all of its redirects, in seconds.',
  },
  WEB_ARCHIVE: {
    fallback: '',
    help: 'The address of a public web archive, such as https://web.archive.org/save/, to which the address of each new version is sent.',
  },
  LIST_ROWS: {
    fallback: '100000',
    help: 'The most rows of a list that is asked for whole, as CSV or NDJSON without a limit; one of more is refused.',
  },
  LOG_KEY: {
    fallback: '',
    help: 'A secret: the private key that signs checkpoints of the log, as `claimtrail key create` writes one. On Node, by default, the file beside the archive with its name and `.key`, which is made at first use.',
  },
  RAW: {
    fallback: '',
    help: 'On Node: the folder for the raw bytes of captures. By default beside the archive, with its name and `.raw`.',
  },
  ARCHIVE: { fallback: 'archive.sqlite', help: 'On Node: the SQLite file, created and migrated if absent.' },
  REQUEST_LOG: { fallback: '', help: 'On Node: set to 1 for a line of JSON on standard output for each request.' },
  HOST: {
    fallback: '127.0.0.1',
    help: 'On Node: the address to listen on. 0.0.0.0 or :: accepts connections from other machines.',
  },
  PORT: { fallback: '8787', help: 'On Node: the port to listen on.' },
} as const

const LIMITS = {
  reads: 'LIMIT_READS',
  writes: 'LIMIT_WRITES',
  analyses: 'LIMIT_ANALYSES',
  signIns: 'LIMIT_SIGN_INS',
} as const satisfies Record<Budget, keyof typeof SETTINGS>

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
  /** Watched pages may have private addresses. Absent: they may not. */
  readonly privateCaptures?: boolean
  /** Where publishers reach the owner of the archive. Absent: nothing is said of it. */
  readonly captureContact?: string | undefined
  /** The shortest pause between two captures of a host, in seconds. Absent: 2. */
  readonly capturePause?: number
  /** The longest that a capture may take, in seconds. Absent: 30. */
  readonly captureTimeout?: number
  /** The address of a public web archive, to which that of a page is appended. Absent: none is asked. */
  readonly webArchive?: string | undefined
  /** The most rows of an answer in CSV or NDJSON. Absent: 100,000. */
  readonly listRows?: number
  /** The private key that signs checkpoints, as written. Absent: none is given. */
  readonly logKey?: string | undefined
  /** Identities of Cloudflare Access. Absent: there are none. */
  readonly access?: AccessSettings | undefined
  /** How many days the audit log keeps addresses, 0 for not at all. Absent: for ever. */
  readonly auditDays?: number
  /** Requests a minute, 0 for any number. Absent: any number. */
  readonly limits?: Readonly<Record<Budget, number>>
  /** The name of its caller; by default "bootstrap". */
  readonly bootstrapName?: string
}

/** Whether a setting that is 1 or nothing is 1. Throws where it is neither. */
function isSet(env: Environment, name: keyof typeof SETTINGS): boolean {
  const value = valueIn(env, name)
  if (!['', '0', '1', 'true', 'false'].includes(value)) throw new Error(`${name} is "${value}": give 1 or nothing`)
  return value === '1' || value === 'true'
}

/** Throws where the setting is no whole number. */
function wholeNumber(env: Environment, name: keyof typeof SETTINGS): number {
  const value = valueIn(env, name)
  if (!/^\d{1,7}$/.test(value))
    throw new Error(`${name} is "${value}": give a whole number, such as ${SETTINGS[name].fallback}`)
  return Number(value)
}

/** Throws where a limit is no number of requests. */
const limitsIn = (env: Environment) =>
  Object.fromEntries(BUDGETS.map((budget) => [budget, wholeNumber(env, LIMITS[budget])])) as Record<Budget, number>

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

/** Throws where the setting is no number of seconds. */
function secondsOf(env: Environment, name: 'CAPTURE_PAUSE' | 'CAPTURE_TIMEOUT'): number {
  const value = valueIn(env, name)
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(value)) throw new Error(`${name} is "${value}": give seconds, such as 2`)
  return Number(value)
}

/** Throws where the setting is no number of rows. */
function listRows(env: Environment): number {
  const value = valueIn(env, 'LIST_ROWS')
  if (!/^[1-9]\d{3,8}$/.test(value)) throw new Error(`LIST_ROWS is "${value}": give a number from 1000`)
  return Number(value)
}

/** Throws where the setting is no address to which another can be appended. */
function webArchive(env: Environment): string | undefined {
  const value = valueIn(env, 'WEB_ARCHIVE')
  if (value === '') return undefined
  if (!/^https?:$/.test(URL.parse(value)?.protocol ?? '') || !/[/=?]$/.test(value))
    throw new Error(`WEB_ARCHIVE is "${value}": give an address that ends with / or =, such as https://web.archive.org/save/`)
  return value
}

/** The part of the User-Agent about the owner. Throws where it would break the header field. */
function captureContact(env: Environment): string | undefined {
  const value = valueIn(env, 'CAPTURE_CONTACT')
  if (!/^[\x21-\x27\x2a-\x7e]{0,200}$/.test(value))
    throw new Error('CAPTURE_CONTACT: give an address or an e-mail, without spaces and parentheses')
  return value || undefined
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
    privateCaptures: isSet(env, 'PRIVATE_CAPTURES'),
    captureContact: captureContact(env),
    capturePause: secondsOf(env, 'CAPTURE_PAUSE'),
    captureTimeout: secondsOf(env, 'CAPTURE_TIMEOUT'),
    webArchive: webArchive(env),
    listRows: listRows(env),
    logKey: valueIn(env, 'LOG_KEY') || undefined,
    limits: limitsIn(env),
    access: accessSettings(valueIn(env, 'ACCESS_TEAM'), valueIn(env, 'ACCESS_AUD'), valueIn(env, 'ACCESS_SCOPES')),
    auditDays: wholeNumber(env, 'AUDIT_DAYS'),
  }
}

/** The file that the Node entry serves, and its address and port. Throws where a value is not valid. */
export function servedOnNode(env: Environment): {
  archive: string
  /** The folder for raw bytes; null: they are not kept, as the archive is in memory. */
  raw: string | null
  host: string
  port: number
  /** Whether each request has a line on standard output. */
  requestLog: boolean
  /** How many proxies stand before the server. */
  proxies: number
} {
  const host = valueIn(env, 'HOST')
  if (!/^[\w.:%-]+$/.test(host)) throw new Error(`HOST is "${host}": give an IP address or a host name, without a port`)
  const port = valueIn(env, 'PORT')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`PORT is "${port}": give a number from 0 to 65535`)
  const archive = valueIn(env, 'ARCHIVE')
  const raw = valueIn(env, 'RAW') || (archive === ':memory:' ? null : `${archive}.raw`)
  return {
    archive,
    raw,
    host,
    port: Number(port),
    requestLog: isSet(env, 'REQUEST_LOG'),
    proxies: wholeNumber(env, 'TRUSTED_PROXIES'),
  }
}
