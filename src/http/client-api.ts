/** The paths of the HTTP interface as types, inferred from the routes. The package has those that scripts/client-types.ts writes in their place. */
import type { hc } from 'hono/client'
import type { Routes } from './routes.ts'

export type { ClientResponse } from 'hono/client'

/** A method for each path and HTTP method, with the types of its parameters and answers. */
export type Client = ReturnType<typeof hc<Routes>>
