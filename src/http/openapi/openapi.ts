/** The route of the OpenAPI document, which combines the declarations of all routes. */
import { type Env, Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { z } from 'zod'
import { sha256 } from '../../store/hash.ts'
import type { App } from '../context.ts'
import { query } from '../request/input.ts'
import { hashedText } from '../response/conditional.ts'
import { describeRoute } from './describe-route.ts'
import { failureComponents } from './openapi-failures.ts'
import { headerComponents, headersOf } from './openapi-headers.ts'
import { TAGS } from './openapi-tags.ts'
import { webhooks } from './openapi-webhooks.ts'

const answer = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({}),
  paths: z.looseObject({}),
  components: z.looseObject({}),
  webhooks: z.looseObject({}),
})

type Document = Awaited<ReturnType<typeof generateSpecs>>

const DESCRIPTION = `A versioned archive of news articles that tracks how each claim changes.

Times are ISO 8601, UTC; offsets count UTF-16 code units. An unknown query parameter is a 400. Failures are problem details
(RFC 9457) with a stable \`code\`; a method that a resource does not take is a 405 with \`Allow\`. Every resource that takes GET takes
HEAD, and every resource answers preflights of pages of other origins. On D1 a request may carry the \`x-d1-bookmark\` of an earlier
answer, so that it reads its own writes. Every answer has \`Content-Security-Policy\`, \`Referrer-Policy\` and \`Permissions-Policy\`, and
by TLS \`Strict-Transport-Security\`.`

/** Made anew for each document: putting one together writes into it. */
const options = (server: string) => ({
  documentation: {
    openapi: '3.1.0',
    info: {
      title: 'Claimtrail',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    components: {
      securitySchemes: {
        token: { type: 'http' as const, scheme: 'bearer', description: 'A token created by `POST /v1/tokens`.' },
      },
      headers: headerComponents,
      responses: { ...failureComponents },
    },
  },
  defaultValidationErrorResponse: false,
  excludeStaticFile: false,
})

/** Every read under an article may lead from an old slug to the present one (see article-path.ts). */
function withRenamed(document: Document): Document {
  for (const [path, routes] of Object.entries(document.paths)) {
    if (!(path.includes('{slug}') || path.startsWith('/feeds/articles/')) || !routes?.get) continue
    const { 302: redirect, ...rest } = routes.get.responses ?? {}
    if (redirect) continue
    const renamed = { description: 'Leads to the article’s present slug', headers: headersOf('Location', 'Revalidate') }
    routes.get.responses = { 308: renamed, ...rest }
  }
  return document
}

/**
 * Moves the example of a body or a required parameter beside its schema, where pages that show the document fill it in. The example
 * of an optional parameter stays in its schema, as JSON Schema has it: many optional parameters exclude each other.
 */
function withExamples(document: Document): Document {
  for (const routes of Object.values(document.paths)) {
    for (const operation of Object.values(routes ?? {})) {
      if (typeof operation !== 'object' || Array.isArray(operation) || !('responses' in operation)) continue
      for (const parameter of operation.parameters ?? []) if ('in' in parameter) lift(parameter)
      const { requestBody } = operation
      if (requestBody && 'content' in requestBody) for (const media of Object.values(requestBody.content)) lift(media)
    }
  }
  return document
}

interface Described {
  schema?: unknown
  in?: unknown
  required?: unknown
  example?: unknown
  examples?: unknown
}

function lift(described: Described): void {
  const { example, ...schema } = described.schema as Readonly<Record<string, unknown>>
  const optional = described.in !== undefined && described.required !== true
  if (example !== undefined)
    Object.assign(described, optional ? { schema: { ...schema, examples: [example] } } : { example, schema })
  const shapes = Array.isArray(schema.oneOf) ? (schema.oneOf as Readonly<Record<string, unknown>>[]) : []
  const examples = shapes.flatMap(({ example: value }, i) => (value === undefined ? [] : [[`${i + 1}`, { value }] as const]))
  if (examples.length === 0) return
  described.examples = Object.fromEntries(examples)
  described.schema = { ...schema, oneOf: shapes.map(({ example: _, ...shape }) => shape) }
}

/**
 * Says of a tuple that its items are described, and no more than that `items` may be anything: `maxItems` bounds it, and many tools know no
 * schema that is a boolean.
 */
function withPlainTuples<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withPlainTuples) as Value
  const made = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPlainTuples(one)]))
  return ('prefixItems' in made && made.items === false ? { ...made, items: {} } : made) as Value
}

/** Describes `app`, itself included. `server` is the origin of the archive. */
async function described<E extends Env>(app: Hono<E>, server: string): Promise<{ text: string; hash: string }> {
  const document = withExamples(withRenamed(await generateSpecs(app, options(server))))
  const text = JSON.stringify(withPlainTuples({ ...document, webhooks }))
  return { text, hash: sha256(text) }
}

/** The route of the document of `app`; where no public address is set, its server is that which answers. */
export function openapi<E extends Env>(app: Hono<E>) {
  const documents = new Map<string, ReturnType<typeof described>>()
  return new Hono<App>().get(
    '/',
    describeRoute({ tag: 'Service', summary: 'This document', id: 'getOpenapi', answer, open: true }),
    query({}),
    async (c) => {
      const server = c.var.config.publicUrl ?? '/'
      const document = documents.get(server) ?? described(app, server)
      documents.set(server, document)
      const { text, hash } = await document.catch((error) => {
        documents.delete(server)
        throw error
      })
      return hashedText(c, text, 'application/json', hash)
    },
  )
}
