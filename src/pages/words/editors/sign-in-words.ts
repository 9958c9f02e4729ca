/** The words of signing in and out, and of the strip below the header for people who signed in. */

export const SIGN_IN = {
  title: 'Sign in',
  lede: 'With a token of this archive you add versions, correct claims and keep the archive. Each token allows some of this.',
  about: 'Sign in to an archive of news articles with a token.',
  token: 'Token',
  tokenHint: 'Whoever runs the archive gives out tokens. It is not stored in the browser. You stay signed in for twelve hours.',
  button: 'Sign in',
  closed: 'Reading this archive needs a sign-in',
  wrong: 'The token is unknown or was revoked.',
  missing: 'Give a token.',
  wait: (seconds: number) =>
    `Too many attempts. Try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
  typed: 'What was typed',
  formLost:
    'The form was not saved, for nobody is signed in. Sign in, open its page again, and send it again. Below stands what was typed.',
} as const

export const SIGNED_IN = {
  region: 'Signed in',
  title: 'Your session',
  as: 'Signed in as',
  signOut: 'Sign out',
  everywhere: 'Sign out everywhere',
  everywhereLede: 'This ends every session of the same token, in this browser and in all others.',
  other: 'Sign in with another token',
  footer: 'Sign in to edit',
  add: 'Add an article',
  watches: 'Watched pages',
  hooks: 'Webhooks',
  tokens: 'Tokens',
} as const
