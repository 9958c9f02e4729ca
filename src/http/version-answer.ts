/** The answer about one version: text, claims and links, rendered once and kept while it is still what would be read. */
import type { Context } from 'hono'
import { readVersion, type VersionRow, versionState } from '../store/versions.ts'
import { foundVersion, refuseWithheld } from './article-path.ts'
import { explain } from './claim-json.ts'
import type { App } from './context.ts'
import type { RenderedAnswer } from './rendered.ts'
import { flag } from './values.ts'
import { versionJson } from './version-json.ts'

/** The query of a whole version. */
export const whole = { claims: flag.optional().meta({ description: 'false: without its claims' }), explain }

/** How much of a version is asked for. */
interface Wanted {
  readonly claims?: boolean | undefined
  readonly explain?: boolean | undefined
}

/** The answer about a version: kept from the last time where its state is still the same, else read and rendered. */
export async function versionAnswer(
  c: Context<App>,
  slug: string,
  number: number,
  { claims: withClaims = true, explain: explained = false }: Wanted,
): Promise<RenderedAnswer> {
  const { store, rendered } = c.var
  const key = `${slug}/${number}/${withClaims}/${explained}`
  const kept = rendered.get(key)
  if (kept) {
    const now = await versionState(store, slug, number)
    if (now) refuseWithheld(now)
    if (now?.state === kept.state) return kept
  }
  const row = foundVersion(await readVersion(store, slug, number, withClaims), slug, number)
  refuseWithheld(row)
  const { slug: current, state } = row
  const answer = { slug: current, state, headers: versionLinks(row), text: JSON.stringify(versionJson(row, explained)) }
  rendered.keep(key, answer)
  return answer
}

/** RFC 5829 links to the version's neighbours, and Memento-Datetime (RFC 7089). */
function versionLinks(row: VersionRow) {
  const base = `/v1/articles/${row.slug}/versions`
  const links = [`<${base}>; rel="version-history"`, `<${base}/${row.latest}>; rel="latest-version"`]
  if (row.predecessor !== null) links.push(`<${base}/${row.predecessor}>; rel="predecessor-version"`)
  if (row.successor !== null) links.push(`<${base}/${row.successor}>; rel="successor-version"`)
  return { Link: links.join(', '), 'Memento-Datetime': new Date(row.capturedAt).toUTCString() }
}
