/** Sources: their query parameters, and the JSON of one in a list. The route and the page of sources share them. */
import { z } from 'zod'
import { SOURCE_TYPES, sourceType } from '../../core/claims/sources/source-type.ts'
import { type SourceRow, sourceRows } from '../../store/read/sources.ts'
import type { Results, Store } from '../../store/store.ts'
import { DEFAULT_LIMIT, fromCursor, listShape, page } from '../request/list.ts'
import { withinShape, words } from '../request/values.ts'

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

/** The query, and the page of its rows. Throws Failure invalid. */
export function sourcesAnswer(store: Store, { limit = DEFAULT_LIMIT, cursor, sort, ...given }: SourcesQuery) {
  const byClaims = sort === 'claims'
  const [afterId] = byClaims ? [] : (fromCursor('source', { cursor }, 'id') ?? [])
  const afterClaims = byClaims ? fromCursor('source.claims', { cursor }, 'number', 'id') : undefined
  const queries = () => [sourceRows(store, { ...given, sort, afterId, afterClaims, limit: limit + 1 })] as const
  return {
    queries,
    answer: ([rows]: Results<ReturnType<typeof queries>>) => {
      const { data, next } = byClaims
        ? page(rows, limit, 'source.claims', (row) => [row.claims, row.id])
        : page(rows, limit, 'source', (row) => [row.id])
      return { data: data.map(sourceJson), next }
    },
  }
}
