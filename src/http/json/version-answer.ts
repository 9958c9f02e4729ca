/** The answer about one version: text, claims and links. */
import type { Context } from 'hono'
import { claimRows } from '../../store/read/claims.ts'
import type { MementoNeighbours } from '../../store/read/mementos.ts'
import { readVersion, type VersionWithMementos } from '../../store/read/versions.ts'
import type { App } from '../context.ts'
import { foundVersion, refuseWithheld } from '../request/article-path.ts'
import { flag } from '../request/values.ts'
import { explain } from './claim-json.ts'
import { newsArticle } from './json-ld.ts'
import { addressesOf, httpDate, link, mementoLinks, rangeOf, travelLinks } from './memento.ts'
import { versionJson } from './version-json.ts'

/** The query of a whole version. */
export const versionQuery = { claims: flag.optional().meta({ description: 'false: without its claims' }), explain }

/** Which parts of a version the query asks for. */
interface Wanted {
  readonly claims?: boolean | undefined
  readonly explain?: boolean | undefined
}

/** The parts of the answer about a version. Throws Failure: not_found, withheld. */
export async function versionAnswer(
  c: Context<App>,
  slug: string,
  number: number,
  { claims: withClaims = true, explain: explained = false }: Wanted,
) {
  const row = foundVersion(await readVersion(c.var.store, slug, number, withClaims), slug, number)
  refuseWithheld(row)
  const json = () => versionJson(row, explained)
  return {
    slug: row.slug,
    state: row.state,
    headers: versionHeaders(c, row),
    json,
    jsonLd: () => versionJsonLd(c, row, json()),
  }
}

/** The version as JSON-LD. */
async function versionJsonLd(c: Context<App>, row: VersionWithMementos, json: ReturnType<typeof versionJson>) {
  const { slug, number, publication } = row
  const rows = await claimRows(c.var.store, { slug, asOf: { number }, sort: 'number', limit: -1 })
  const firstVersions = new Map(rows.map((claim) => [claim.number, claim.firstVersion]))
  return newsArticle(json, { addresses: addressesOf(c, row), publication, firstVersions })
}

/** Links through the version's history (RFC 5829), and the headers of a memento (RFC 7089). */
function versionHeaders(c: Context<App>, row: VersionWithMementos): Record<string, string> {
  const addresses = addressesOf(c, row)
  const { versions } = addresses
  const links = [link(versions, 'version-history'), link(`${versions}/${row.latest}`, 'latest-version')]
  if (row.predecessor !== null) links.push(link(`${versions}/${row.predecessor}`, 'predecessor-version'))
  if (row.successor !== null) links.push(link(`${versions}/${row.successor}`, 'successor-version'))
  const { first, last, previous, next } = JSON.parse(row.mementos) as MementoNeighbours
  const mementos = mementoLinks(addresses, [
    ['first', first],
    ['prev', previous],
    ['', row],
    ['next', next],
    ['last', last],
  ])
  return {
    Link: [...travelLinks(addresses, rangeOf(first, last)), ...mementos, ...links].join(', '),
    'Memento-Datetime': httpDate(row.capturedAt),
  }
}
