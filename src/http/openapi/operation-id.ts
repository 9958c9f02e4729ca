/** The names of operations in the OpenAPI document, for generated clients. */

const VERBS: Readonly<Record<string, string>> = { GET: 'get', POST: 'create', PATCH: 'update', PUT: 'put', DELETE: 'delete' }

/**
 * The name of an operation by its method and path: GET /v1/articles/:slug/claims, a list, is listArticleClaims; GET
 * /v1/articles/:slug/claims/:number is getArticleClaim; POST /v1/articles is createArticle.
 */
export function operationId(method: string, path: string, list: boolean): string {
  const segments = path.split('/').filter((segment) => segment && segment !== 'v1')
  const isParameter = (segment: string | undefined) => segment?.startsWith(':') ?? false
  const nouns = segments.flatMap((segment, i) => {
    if (isParameter(segment)) return []
    const one = isParameter(segments[i + 1]) || (method === 'POST' && i === segments.length - 1)
    return pascal(one ? singular(segment) : segment)
  })
  return (list && method === 'GET' ? 'list' : (VERBS[method] ?? method.toLowerCase())) + nouns.join('')
}

/** As in the words of our paths: deliveries, watches, articles. */
function singular(noun: string): string {
  return noun
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x)es$/, '$1')
    .replace(/(?<!s)s$/, '')
}

function pascal(segment: string): string {
  return segment
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
