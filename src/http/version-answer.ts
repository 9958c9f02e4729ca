/** The answer about one version: text, claims and links. */
import type { Store } from '../store/store.ts'
import { readVersion, type VersionRow } from '../store/versions.ts'
import { foundVersion, refuseWithheld } from './article-path.ts'
import { explain } from './claim-json.ts'
import { flag } from './values.ts'
import { versionJson } from './version-json.ts'

/** The query of a whole version. */
export const whole = { claims: flag.optional().meta({ description: 'false: without its claims' }), explain }

/** How much of a version is asked for. */
interface Wanted {
  readonly claims?: boolean | undefined
  readonly explain?: boolean | undefined
}

/** What is answered about a version. Throws Failure: not_found, withheld. */
export async function versionAnswer(
  store: Store,
  slug: string,
  number: number,
  { claims: withClaims = true, explain: explained = false }: Wanted,
) {
  const row = foundVersion(await readVersion(store, slug, number, withClaims), slug, number)
  refuseWithheld(row)
  return { slug: row.slug, state: row.state, headers: versionLinks(row), json: () => versionJson(row, explained) }
}

/** RFC 5829 links to the version's neighbours, and Memento-Datetime (RFC 7089). */
function versionLinks(row: VersionRow) {
  const base = `/v1/articles/${row.slug}/versions`
  const links = [`<${base}>; rel="version-history"`, `<${base}/${row.latest}>; rel="latest-version"`]
  if (row.predecessor !== null) links.push(`<${base}/${row.predecessor}>; rel="predecessor-version"`)
  if (row.successor !== null) links.push(`<${base}/${row.successor}>; rel="successor-version"`)
  return { Link: links.join(', '), 'Memento-Datetime': new Date(row.capturedAt).toUTCString() }
}
