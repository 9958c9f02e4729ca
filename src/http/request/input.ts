/** Validators of requests: they refuse fields that are not declared, and name the field. */
import type { Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { Failure, type FieldError } from '../../failure.ts'
import { type BodyBound, readJson } from './json-body.ts'

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
  readonly keys?: readonly string[]
}

interface Checked {
  readonly success: boolean
  readonly error?: readonly Issue[]
}

const UNKNOWN = 'is not known here'

/** How many fields a failure lists, and how many characters of the name of an unknown one. */
const MOST_LISTED = 20
const LONGEST_NAME = 100

/** The issues that zod found, as the fields of a failure. `place` is where they stand; only fields of a body have an inner path. */
function fieldErrors({ success, error = [] }: Checked, place: 'query' | 'path' | ''): FieldError[] {
  if (success) return []
  return error.flatMap(({ path = [], message, keys }) => {
    const parts = path.map((part) => String(typeof part === 'object' ? part.key : part))
    const at = place ? [place, ...parts.slice(0, 1)] : parts
    if (keys) return keys.map((key) => ({ path: [...at, shortened(key)].join('.'), message: UNKNOWN }))
    return [{ path: at.join('.') || 'body', message }]
  })
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length === 0) return
  const listed = errors.slice(0, MOST_LISTED)
  const rest = errors.length > listed.length ? [`and ${errors.length - listed.length} more`] : []
  throw new Failure('invalid', [...listed.map((e) => `${e.path}: ${e.message}`), ...rest].join('; '), listed)
}

/** The value by a schema, for requests that no validator of a route checks; '': it is a body. Throws Failure invalid. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  place: 'query' | 'path' | '',
): z.output<Schema> {
  const result = schema.safeParse(given)
  if (!result.success) refuse(fieldErrors({ success: false, error: result.error.issues }, place))
  return result.data as z.output<Schema>
}

const shortened = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name)

/** The faults of a query that validation does not see, because Hono drops such parameters or takes them literally. */
function unreadable(url: string): FieldError[] {
  const search = url.indexOf('?') < 0 ? '' : url.slice(url.indexOf('?') + 1)
  return search.split('&').flatMap((pair) => {
    const name = pair.split('=', 1)[0] ?? ''
    try {
      decodeURIComponent(pair)
    } catch {
      return [{ path: `query.${name}`, message: 'is not UTF-8, percent-encoded' }]
    }
    const known = pair === '' || !['', '__proto__'].includes(decodeURIComponent(name))
    return known ? [] : [{ path: `query.${name}`, message: UNKNOWN }]
  })
}

/** The query. An unknown parameter is refused, so that a typing mistake never looks like "no results". */
export function query<Shape extends z.ZodRawShape>(shape: Shape) {
  return validator('query', z.strictObject(shape), (result: Checked, c: Context) => {
    const errors = unreadable(c.req.url)
    refuse(errors.length ? errors : fieldErrors(result, 'query'))
  })
}

/** The parameters in the path. */
export function param<Shape extends z.ZodRawShape>(shape: Shape) {
  return validator('param', z.object(shape), (result: Checked) => refuse(fieldErrors(result, 'path')))
}

/** A JSON body of at most `bytes` bytes: one object with these fields and no others. `example` is a valid one. */
export function body<Shape extends z.ZodRawShape>(shape: Shape, bytes: BodyBound, example: z.input<z.ZodObject<Shape>>) {
  return bodyAs(z.strictObject(shape).meta({ example }), bytes)
}

/** As `body`, with a schema that declares every field. */
export function bodyAs<Schema extends z.ZodType>(schema: Schema, bytes: BodyBound) {
  return [readJson(bytes), validator('json', schema, (result: Checked) => refuse(fieldErrors(result, '')))] as const
}
