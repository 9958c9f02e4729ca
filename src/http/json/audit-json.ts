/** Rows of the audit log as JSON. */
import { z } from 'zod'
import type { AuditRow } from '../../store/audit.ts'

export const auditSchema = z
  .object({
    id: z.int(),
    at: z.string(),
    token: z.object({
      id: z.int().describe('0: the bootstrap token.'),
      name: z.string().describe('Its name when it wrote.'),
      signed_in: z.boolean().describe('Whether somebody had signed in to the pages with it.'),
    }),
    method: z.string(),
    route: z.string().describe('The pattern of the path.'),
    path: z.string(),
    article: z.string().nullable().describe('The present slug of the article that the path names, or that was made.'),
    address: z.string().nullable().describe('null: not known, or forgotten after AUDIT_DAYS.'),
    request_id: z.string(),
    status: z.int().nullable().describe('null: it wrote, and the process ended before it answered.'),
    location: z.string().nullable().describe('The address of what was made.'),
  })
  .meta({ id: 'AuditEntry' })

type AuditJson = z.infer<typeof auditSchema>

export function auditJson({ tokenId, token, signedIn, requestId, ...row }: AuditRow): AuditJson {
  const { id, at, method, route, path, article, address, status, location } = row
  const by = { id: tokenId, name: token, signed_in: signedIn === 1 }
  return { id, at, token: by, method, route, path, article, address, request_id: requestId, status, location }
}

export const auditTable = {
  columns: [
    ...['id', 'at', 'token', 'token_name', 'signed_in', 'method', 'route', 'path', 'article'],
    ...['address', 'request_id', 'status', 'location'],
  ],
  flat: ({ token, ...row }: AuditJson) => ({ ...row, token: token.id, token_name: token.name, signed_in: token.signed_in }),
}
