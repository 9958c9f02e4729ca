/** The scopes of tokens and of other identities: each opens a part of the archive. */
export const SCOPES = [
  'archive:read',
  'archive:write',
  'capture:read',
  'capture:write',
  'review:write',
  'hooks:write',
  'archive:admin',
] as const
export type Scope = (typeof SCOPES)[number]
