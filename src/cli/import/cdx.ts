/** Reads listings of web archives: CDX as text or as JSON, and CDXJ. */

export interface ListingRow {
  readonly timestamp?: string | undefined
  readonly url?: string | undefined
  readonly type?: string | undefined
  readonly status?: string | undefined
  readonly digest?: string | undefined
}

/** The fields by the names that servers give them, and by the letters of a file's first line. */
const NAMES: Readonly<Record<string, keyof ListingRow>> = {
  timestamp: 'timestamp',
  original: 'url',
  url: 'url',
  mimetype: 'type',
  mime: 'type',
  statuscode: 'status',
  status: 'status',
  digest: 'digest',
}
const LETTERS: Readonly<Record<string, keyof ListingRow>> = { b: 'timestamp', a: 'url', m: 'type', s: 'status', k: 'digest' }

/** Without a first line that names them. */
const USUAL = ['urlkey', 'timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length']

/** The rows of a listing; null: it is none. `json`: the text, if it is one JSON value. */
export function listingRows(text: string, json: unknown): ListingRow[] | null {
  if (Array.isArray(json)) return json.every(Array.isArray) ? tableRows(json as unknown[][]) : objectRows(json)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const [first = '', ...rest] = lines
  if (/^ ?CDX(?: \S)+\s*$/.test(first)) return rest.map((line) => rowOf(lettersOf(first), line.trim().split(' ')))
  if (lines.length > 0 && lines.every((line) => /^\s*\{/.test(line))) return objectRows(lines.map(parsed))
  if (/^\S+ \d{4,17} \{/.test(first)) return lines.map(cdxjRow)
  return /^\S+ \d{4,17} \S+/.test(first) ? lines.map((line) => rowOf(USUAL, line.trim().split(' '))) : null
}

const lettersOf = (line: string): string[] => line.trim().split(' ').slice(1)

function rowOf(fields: readonly string[], values: readonly unknown[]): ListingRow {
  const row: Record<string, string> = {}
  for (const [i, field] of fields.entries()) {
    const name = NAMES[field] ?? (field.length === 1 ? LETTERS[field] : undefined)
    if (name && values[i] !== undefined && values[i] !== null) row[name] = String(values[i])
  }
  return row
}

/** Rows below one that names the fields. */
function tableRows([names = [], ...rows]: readonly (readonly unknown[])[]): ListingRow[] | null {
  const fields = names.map(String)
  if (!fields.includes('timestamp')) return names.length === 0 ? [] : null
  return rows.map((row) => rowOf(fields, row))
}

function objectRows(objects: readonly unknown[]): ListingRow[] | null {
  const rows = objects.map((one) => (typeof one === 'object' && one ? rowOf(Object.keys(one), Object.values(one)) : {}))
  return rows.length === 0 || rows.some(({ timestamp }) => timestamp !== undefined) ? rows : null
}

/** `key timestamp {"url": …}` */
function cdxjRow(line: string): ListingRow {
  const [, timestamp, rest = ''] = /^\S+ (\d+) (\{.*)$/.exec(line.trim()) ?? []
  const fields = parsed(rest)
  return typeof fields === 'object' && fields ? { ...rowOf(Object.keys(fields), Object.values(fields)), timestamp } : {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
