/** The route of the OpenAPI document: what the routes declare, put together. */
import { type Env, Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { z } from 'zod'
import { hashedJson } from './conditional.ts'
import { described } from './docs.ts'
import { query } from './input.ts'

const answer = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({}),
  paths: z.looseObject({}),
  components: z.looseObject({}),
})

type Document = Awaited<ReturnType<typeof generateSpecs>>

const options = {
  documentation: {
    openapi: '3.1.0',
    info: {
      title: 'Claimtrail',
      version: '1',
      description: 'A versioned archive of news articles that tracks how each claim changes.',
    },
    components: { securitySchemes: { token: { type: 'http' as const, scheme: 'bearer' } } },
  },
  defaultValidationErrorResponse: false,
  excludeStaticFile: false,
}

/** Every read under an article may lead from an old slug to the present one (see article-path.ts). */
function withRenamed(document: Document): Document {
  for (const [path, routes] of Object.entries(document.paths)) {
    if (!path.includes('{slug}') || !routes?.get) continue
    routes.get.responses = { 308: { description: 'Leads to the article’s present slug' }, ...routes.get.responses }
  }
  return document
}

/** Describes `app`, itself included. */
export function openapi<E extends Env>(app: Hono<E>) {
  let document: Promise<Document> | undefined
  return new Hono().get(
    '/',
    described({ tag: 'Service', summary: 'This document', answer, open: true }),
    query({}),
    async (c) => {
      document ??= generateSpecs(app, options).then(withRenamed)
      return hashedJson(c, await document)
    },
  )
}
