/** The links to what an editor may do with a story or one of its versions; nothing for all others. */
import type { Session } from '../../http/context.ts'
import { address } from '../addresses.ts'
import { html, joined, type Markup, NONE } from '../markup.ts'
import { ADD_CLAIM, ALIAS, METADATA, VERSION, WITHHOLD } from '../words/editors/editing-words.ts'

const may = (session: Session | null, scope: string): boolean => session?.caller.scopes.includes(scope) === true

const line = (links: readonly Markup[]): Markup =>
  links.length === 0 ? NONE : html`<p class="tools">${joined(links, ' · ')}</p>`

/** For a story: adding a version, changing its metadata, making it an alias of another. */
export const storyTools = (session: Session | null, slug: string): Markup =>
  line(
    may(session, 'archive:write')
      ? [
          html`<a href="${address.newVersion(slug)}">${VERSION.addLink}</a>`,
          html`<a href="${address.metadata(slug)}">${METADATA.link}</a>`,
          html`<a href="${address.alias(slug)}">${ALIAS.link}</a>`,
        ]
      : [],
  )

/** For an alias of a story: taking it back. */
export const aliasTool = (session: Session | null, slug: string): Markup =>
  may(session, 'archive:write') ? html` <a href="${address.alias(slug)}">${ALIAS.endLink}</a>` : NONE

interface VersionOf {
  readonly slug: string
  readonly number: number
  readonly withheld: string | null
}

/** For a version: adding a claim, withholding it, showing it again. */
export function versionTools(session: Session | null, { slug, number, withheld }: VersionOf): Markup {
  const links: Markup[] = []
  if (withheld === null && may(session, 'review:write'))
    links.push(html`<a href="${address.newClaim(slug, number)}">${ADD_CLAIM.link}</a>`)
  if (may(session, 'archive:admin'))
    links.push(
      html`<a href="${address.withholding(slug, number)}">${withheld === null ? WITHHOLD.link : WITHHOLD.showLink}</a>`,
    )
  return line(links)
}
