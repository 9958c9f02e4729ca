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

/** Describes `app`, itself included. */
export function openapi<E extends Env>(app: Hono<E>) {
  let document: ReturnType<typeof generateSpecs<E>> | undefined
  return new Hono().get('/', described({ tag: 'Service', summary: 'This document', answer }), query({}), async (c) => {
    document ??= generateSpecs(app, options)
    return hashedJson(c, await document)
  })
}
