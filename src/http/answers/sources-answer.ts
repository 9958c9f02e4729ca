/** Sources: their query parameters, and the JSON of one in a list. The route and the page of sources share them. */
import { z } from 'zod'
import { SOURCE_TYPES, sourceType } from '../../core/claims/sources/source-type.ts'
import { type SourceRow, sourceRows } from '../../store/read/sources.ts'
import type { Store } from '../../store/store.ts'
import { listShape, type PageQuery } from '../request/list.ts'
import { withinShape, words } from '../request/values.ts'
import { listOf } from '../response/list-answer.ts'

export const sourceShape = {
  id: z.int(),
  kind: z.enum(['named', 'unnamed', 'document']),
  type: z
    .enum(SOURCE_TYPES)
    .nullable()
    .describe('As far as its name and its mentions tell (“Mr. Lee”, “the Kremlin”); null: they tell nothing'),
  name: z.string(),
  claims: z.int().describe('Claims attributed to it at any version'),
  present_claims: z.int().describe('Claims attributed to it at present'),
  articles: z.int(),
  url: z.string(),
  claims_url: z.string(),
}

export const sourceSchema = z.object(sourceShape).meta({ id: 'Source' })

export type SourceJson = z.infer<typeof sourceSchema>

export const sourceJson = ({ id, kind, name, mentions, claims, present, articles }: SourceRow): SourceJson => ({
  id,
  kind,
  type: sourceType(kind, name, JSON.parse(mentions) as string[]),
  name,
  claims,
  present_claims: present,
  articles,
  url: `/v1/sources/${id}`,
  claims_url: `/v1/claims?source=${id}`,
})

export const sourceTable = {
  columns: ['id', 'kind', 'name', 'claims', 'present_claims', 'articles', 'type'],
  flat: (row: SourceJson) => row,
}

/** The filters of sources, of an article's too. */
export const sourceFilterShape = {
  kind: z.enum(['named', 'unnamed', 'document']).optional().meta({ description: 'Sources of this kind' }),
  q: words(200)
    .optional()
    .meta({ description: 'Words of the name or parts of them, in any order, initials apart', example: 'Dmitri Peskov' }),
}

/** The query of the sources of the archive. */
export const sourcesShape = {
  limit: listShape.limit,
  cursor: listShape.cursor,
  ...sourceFilterShape,
  publication: withinShape.publication,
  sort: z
    .enum(['id', 'claims'])
    .optional()
    .meta({ description: 'Default: id, the order of recording. claims puts those with the most claims first.' }),
}

export type SourcesQuery = z.infer<z.ZodObject<typeof sourcesShape>>

/** The sources that a query asks for. Throws Failure invalid. */
export function sourceList(store: Store, { limit, cursor, ...given }: SourcesQuery & Pick<PageQuery, 'format'>) {
  const { format, sort, ...filter } = given
  const page = { limit, cursor, format }
  return sort === 'claims'
    ? listOf('source.claims', ['number', 'id'], page, {
        rows: (afterClaims, most) => sourceRows(store, { ...filter, sort, afterClaims, limit: most }),
        key: (row) => [row.claims, row.id],
      })
    : listOf('source', ['id'], page, {
        rows: (after, most) => sourceRows(store, { ...filter, sort, afterId: after?.[0], limit: most }),
        key: (row) => [row.id],
      })
}
