/** Lists: their query parameters, their cursors, and their pages. */
import { z } from 'zod'
import { invalid } from '../../failure.ts'
import { wholeNumber } from './values.ts'

const FORMATS = ['json', 'csv', 'ndjson'] as const
export type ListFormat = (typeof FORMATS)[number]

/** The query parameters that every list takes. */
export const listShape = {
  limit: wholeNumber(200).optional().meta({ description: 'Rows a page; default 50, or the whole list as csv and ndjson.' }),
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before.' }),
  format: z.enum(FORMATS).optional().meta({
    description:
      'Default: json. csv and ndjson have a row a line, and without `limit` and `cursor` the whole list. Lists and objects within a row are JSON in a cell of csv',
  }),
}

export const DEFAULT_LIMIT = 50

/** The JSON of a list. */
export const listSchema = <Row extends z.ZodType>(row: Row) =>
  z.object({ data: z.array(row), next: z.string().nullable().describe('Cursor of the next page; null on the last.') })

/** The JSON of a feed, which is polled. */
export const feedOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    data: z.array(row),
    next: z.string().nullable().describe('Store it and poll with `since`'),
    more: z.boolean().describe('Whether more rows follow already'),
  })

/** Where the reading of a feed begins. */
export const sinceShape = z.string().max(500).optional()

/** Throws Failure invalid where a query has two beginnings. */
export function refuseTwoStarts({ since, cursor }: PageQuery): void {
  if (since !== undefined && cursor !== undefined) throw invalid('query.cursor', 'give either since or cursor')
}

/** Packs the sort key of a page's last row with the list's name, so that no other list accepts it. Opaque to callers. */
export function toCursor(list: string, key: readonly (string | number)[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([list, ...key]))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** The type of one part of a sort key: an id is a whole number from 0. */
export type KeyType = 'string' | 'number' | 'id'
export type Key<Types extends readonly KeyType[]> = { [K in keyof Types]: Types[K] extends 'string' ? string : number }

const FITS: Record<KeyType, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  // JSON can write infinity ("1e999"), which is no sort key.
  number: Number.isFinite,
  id: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
}

/** The sort key in a cursor of `list`, with parts of these types; null if it is no such cursor. */
export function cursorKey<Types extends readonly KeyType[]>(list: string, cursor: string, ...types: Types): Key<Types> | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (ch) => ch.charCodeAt(0))
    const [from, ...key] = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown[]
    const fits = (value: unknown, type: KeyType) => FITS[type](value)
    if (from === list && key.length === types.length && types.every((type, i) => fits(key[i], type))) return key as Key<Types>
  } catch {
    // It is no cursor.
  }
  return null
}

/** As `cursorKey`, for a query; undefined without a cursor. `given` has it under its parameter's name. Throws Failure invalid. */
export function fromCursor<Types extends readonly KeyType[]>(
  list: string,
  given: Readonly<Record<string, string | undefined>>,
  ...types: Types
): Key<Types> | undefined {
  const [name, cursor] = Object.entries(given)[0] ?? []
  if (cursor === undefined) return undefined
  const key = cursorKey(list, cursor, ...types)
  if (key === null) throw invalid(`query.${name}`, 'is not a cursor of this list')
  return key
}

/** The parameters of a query for a list. */
export interface PageQuery {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly format?: ListFormat | undefined
  readonly since?: string | undefined
}

/** Whether a query asks for all rows of a list: as CSV or NDJSON, and from its beginning to its end. */
export const asksForAll = ({ format = 'json', limit, cursor, since }: PageQuery): boolean =>
  format !== 'json' && limit === undefined && cursor === undefined && since === undefined

/** A page cut from `limit + 1` rows, and the cursor of the next. */
export function page<Row>(rows: readonly Row[], limit: number, list: string, key: (row: Row) => readonly (string | number)[]) {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, next: rows.length > limit && last !== undefined ? toCursor(list, key(last)) : null }
}
