/** Reading a request: validators that refuse what is not declared, and name the field. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { Failure, type FieldError, invalid } from '../failure.ts'
import type { App } from './context.ts'

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
  readonly keys?: readonly string[]
}

/** What zod found, as the fields of a failure. */
function fieldErrors(issues: readonly Issue[], prefix: string): FieldError[] {
  return issues.flatMap(({ path = [], message, keys }) => {
    const at = [...(prefix ? [prefix] : []), ...path.map((p) => String(typeof p === 'object' ? p.key : p))]
    if (keys) return keys.map((key) => ({ path: [...at, key].join('.'), message: 'is not known here' }))
    return [{ path: at.join('.') || 'body', message }]
  })
}

function refuse(prefix: string) {
  return (result: { success: boolean; error?: readonly Issue[] }) => {
    if (result.success) return
    const errors = fieldErrors(result.error ?? [], prefix)
    throw new Failure('invalid', errors.map((e) => `${e.path}: ${e.message}`).join('; '), errors)
  }
}

/** The query, all of it declared: an unknown parameter is refused, so that a typing mistake never reads as "no results". */
export function query<Shape extends z.ZodRawShape>(shape: Shape) {
  return validator('query', z.strictObject(shape), refuse('query'))
}

/** The parameters in the path. */
export function param<Shape extends z.ZodRawShape>(shape: Shape) {
  return validator('param', z.object(shape), refuse('path'))
}

/** A JSON body of at most `bytes` bytes, all of it declared. */
export function body<Shape extends z.ZodRawShape>(shape: Shape, bytes: number) {
  const schema = z.strictObject(shape)
  return [readJson(bytes), validator('json', schema, refuse(''))] as const
}

/** Reads the body strictly, before the validator: its size, its type, its encoding and that it is JSON. */
export function readJson(bytes: number): MiddlewareHandler<App> {
  const limit = bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new Failure('too_large', `The request is larger than ${bytes} bytes.`, [
        { path: 'body', message: `at most ${bytes} bytes` },
      ])
    },
  })
  return (c, next) =>
    limit(c, async () => {
      const type = c.req.header('content-type') ?? ''
      if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
        throw new Failure('unsupported_media_type', 'Send application/json.', [
          { path: 'header.content-type', message: `expected application/json, found ${type ? `"${type}"` : 'none'}` },
        ])
      }
      const raw = await c.req.arrayBuffer()
      let text: string
      try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
      } catch {
        throw invalid('body', 'is not valid UTF-8')
      }
      try {
        c.req.bodyCache.json = Promise.resolve(JSON.parse(text))
      } catch (error) {
        throw invalid('body', `is not JSON: ${error instanceof Error ? error.message : error}`)
      }
      await next()
    })
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * A time as the archive keeps it: ISO 8601, UTC, milliseconds. A date alone means the end of that day; a time without a zone is
 * UTC. null if it is no such time.
 */
export function isoTime(text: string): string | null {
  const match = ISO.exec(text.trim())
  if (!match) return null
  const [, day, time = '23:59:59.999', zone = 'Z'] = match
  const date = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${zone}`)
  if (Number.isNaN(date.getTime()) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return null
  return date.toISOString()
}

/** A time in a request. */
export const time = z
  .string()
  .transform((text, ctx) => {
    const iso = isoTime(text)
    if (iso !== null) return iso
    ctx.addIssue({ code: 'custom', message: `expected a time such as 2025-03-12T12:00:00Z, found "${text.slice(0, 40)}"` })
    return z.NEVER
  })
  .meta({ description: 'ISO 8601; a date alone means the end of that day, UTC.' })

/** Text with something in it. */
export const text = (max: number) => z.string().max(max)

export const slug = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens')

/** A whole number from 1, as a path or query has it. */
export const ordinal = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'expected a whole number from 1')
  .transform(Number)

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** One value, or several: repeated, or separated by commas. */
export function several<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((part) => part.split(',')))
    .pipe(z.array(z.enum(values)).min(1))
}
