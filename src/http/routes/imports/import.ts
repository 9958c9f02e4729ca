/** The route by which captures that were made elsewhere are recorded. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../context.ts'
import { importedJson, importedSchema } from '../../json/captures/imported-json.ts'
import { describeRoute } from '../../openapi/describe-route.ts'
import { body, query } from '../../request/input.ts'
import { requires } from '../../request/require-scope.ts'
import { importGiven, MOST_IMPORTED, newImport } from '../../writes/import-given.ts'

const EXAMPLE = {
  captures: [
    {
      url: 'https://harbour-post.example/ferry-fares',
      captured_at: '2025-03-20T12:05:00Z',
      html: '<!doctype html><title>Ferry Fares Rise</title><article><h1>Ferry Fares Rise</h1><p>Fares will rise by 10 percent in May, the ferry operator said.</p></article>',
      source: 'https://mementos.example/20250320120500/https://harbour-post.example/ferry-fares',
    },
  ],
}

/** Under /v1/captures. */
export const captureImport = new Hono<App>().post(
  '/import',
  describeRoute({
    tag: 'Captures',
    id: 'importCaptures',
    summary: 'Record captures that were made elsewhere, each at its own time',
    description:
      'Each page is read and judged like one of a watch. The captures of an article are one recomputation, in any order of time; what is no article is recorded as a capture with its reason. A capture of an address at a time is recorded once. At most 100 captures and 16 MiB a call.',
    answer: z.object({ data: z.array(importedSchema) }),
    failures: [404, 413, 415, 503],
    scope: 'archive:write',
  }),
  requires('archive:write'),
  query({}),
  ...body(newImport, MOST_IMPORTED, EXAMPLE),
  async (c) => {
    const results = await importGiven(c, c.req.valid('json'))
    return c.json({ data: results.map(([sent, result]) => importedJson(sent, result)) })
  },
)
