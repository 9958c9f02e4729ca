/** Front matter: the YAML between two `---` lines at the top of a file, as text fields. */
import { parseDocument } from 'yaml'
import { wrongUsage } from '../exit.ts'

export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>
  readonly body: string
}

const OPENING = /^---[ \t]*\r?\n/
const CLOSING = /^(---|\.\.\.)[ \t]*\r?$/m

/** Splits a file's text. Throws a Stop that names the file, and the field where one is at fault. */
export function splitFrontMatter(text: string, path: string): FrontMatter {
  const opening = OPENING.exec(text)
  if (opening === null) return { fields: new Map(), body: text }
  const rest = text.slice(opening[0].length)
  const closing = CLOSING.exec(rest)
  if (closing === null) throw wrongUsage(`${path}: the front matter is not closed; end it with a line ---`)
  return {
    fields: yamlFields(rest.slice(0, closing.index), path),
    body: rest.slice(closing.index + closing[0].length),
  }
}

/** A YAML mapping whose values are all text, numbers and dates included; a field without a value is left out. */
export function yamlFields(yaml: string, path: string): Map<string, string> {
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: true })
  const [error] = document.errors
  if (error) throw wrongUsage(`${path}: ${firstLine(error.message)}; write each field as name: "value"`)
  const value: unknown = document.toJS({ mapAsMap: true }) ?? new Map()
  if (value === '') return new Map()
  if (!(value instanceof Map)) throw wrongUsage(`${path}: the front matter holds no fields; write them as name: value`)
  const fields = new Map<string, string>()
  for (const [name, field] of value) {
    if (typeof field !== 'string') {
      if (KNOWN.has(String(name))) throw wrongUsage(`${path}: ${name} must be text, not a list or a mapping`)
      fields.set(String(name), '')
    } else if (field.trim() !== '') fields.set(String(name), field.trim())
  }
  return fields
}

/** The fields that a version or an article has. */
export const KNOWN: ReadonlySet<string> = new Set([
  'title',
  'byline',
  'captured_at',
  'published_at',
  'modified_at',
  'url',
  'slug',
  'publication',
])

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/:\s*$/, '') ?? text
}
