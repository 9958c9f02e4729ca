/**
 * Lists the claims of an archive that were softened, with both wordings: `npx node examples/softened-claims.ts http://127.0.0.1:8787`.
 * It uses the typed client, so an unknown path, parameter or field does not compile.
 */
import { answered, claimtrail, pages } from 'claimtrail/client'

export async function softenedClaims(baseUrl: string): Promise<string[]> {
  const client = claimtrail(baseUrl)
  const lines: string[] = []
  for await (const change of pages((cursor) =>
    client.v1.changes.$get({ query: { kind: 'softened', limit: '20', ...cursor } }),
  )) {
    const [number] = change.claims
    if (number === undefined) continue
    const param = { slug: change.article, number: String(number) }
    const claim = await answered(client.v1.articles[':slug'].claims[':number'].$get({ param, query: {} }))
    const words = (side: typeof change.before) => side.map(({ exact }) => exact).join(' ')
    lines.push(`${claim.label}: “${words(change.before)}” → “${words(change.after)}”`)
  }
  return lines
}

const [, script = '', baseUrl] = process.argv
if (baseUrl !== undefined && import.meta.url.endsWith(script.split('/').at(-1) ?? '')) {
  for (const line of await softenedClaims(baseUrl)) console.log(line)
}
