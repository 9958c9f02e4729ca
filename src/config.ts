/** Every setting: its name in the environment, its default, and what it does. */

export const SETTINGS = {
  READ_TOKEN_REQUIRED: { fallback: '', help: 'Set to 1: reading needs a bearer token too (scope archive:read).' },
  BOOTSTRAP_TOKEN: {
    fallback: '',
    help: 'A secret that is accepted as a token with every scope: the first token on the edge.',
  },
  PUBLIC_URL: {
    fallback: '',
    help: 'The address under which readers see the app, for the URLs in answers; default: the request’s.',
  },
} as const

export interface Config {
  readonly readTokenRequired: boolean
  /** Empty: none. */
  readonly bootstrapToken: string
  /** Without a slash at its end; empty: as the request says. */
  readonly publicUrl: string
}

/** Reads the settings from an environment. Throws where a value cannot be meant. */
export function configOf(env: Readonly<Record<string, unknown>>): Config {
  const value = (name: keyof typeof SETTINGS) => String(env[name] ?? SETTINGS[name].fallback)
  const required = value('READ_TOKEN_REQUIRED')
  if (!['', '0', '1', 'true', 'false'].includes(required))
    throw new Error(`READ_TOKEN_REQUIRED is "${required}": give 1 or nothing`)
  const bootstrapToken = value('BOOTSTRAP_TOKEN')
  if (bootstrapToken && bootstrapToken.length < 20) throw new Error('BOOTSTRAP_TOKEN is too short: give at least 20 characters')
  const publicUrl = value('PUBLIC_URL').replace(/\/+$/, '')
  if (publicUrl && !/^https?:\/\/[^/]/.test(publicUrl)) throw new Error(`PUBLIC_URL is "${publicUrl}": give an http(s) address`)
  return { readTokenRequired: required === '1' || required === 'true', bootstrapToken, publicUrl }
}
