/** The page of the interface: Swagger UI over `/openapi.json`, all of it from our own origin. */
import { Hono } from 'hono'
import type { App } from '../context.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import { query } from '../request/input.ts'
import { hashedText } from '../response/conditional.ts'

/** The page loads only what scripts/build.ts puts at /docs/…; Swagger UI's style has its icons in data: addresses. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claimtrail: the HTTP interface</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<main id="docs"></main>
<noscript>This page needs JavaScript. The same is in <a href="/openapi.json">openapi.json</a>.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

export const docsPage = new Hono<App>().get(
  '/',
  describeRoute({
    tag: 'Service',
    id: 'getDocs',
    summary: 'The page of this document, for people',
    texts: ['text/html'],
    headers: ['ContentSecurityPolicy'],
    open: true,
  }),
  query({}),
  (c) => {
    c.header('Content-Security-Policy', POLICY)
    return hashedText(c, PAGE, 'text/html; charset=utf-8')
  },
)
