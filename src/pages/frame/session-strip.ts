/** The strip below the header for people who signed in: who they are, what they may do, and the way out. */
import type { Session } from '../../http/context.ts'
import { address } from '../addresses.ts'
import { html, type Markup } from '../markup.ts'
import { SIGNED_IN } from '../words/sign-in-words.ts'
import { formToken, singleUseKey } from './form-token.ts'

const LINKS = [
  ['archive:write', address.newArticle(), SIGNED_IN.add],
  ['hooks:write', address.hooks(), SIGNED_IN.hooks],
  ['archive:admin', address.tokens(), SIGNED_IN.tokens],
] as const

export function sessionStrip(session: Session): Markup {
  const { name, scopes } = session.caller
  const links = LINKS.filter(([scope]) => scopes.includes(scope))
  return html`<div class="strip" role="region" aria-label="${SIGNED_IN.region}">
<p>${SIGNED_IN.as} <a href="${address.signIn()}"><b dir="auto">${name}</b></a></p>
${links.map(([, href, label]) => html`<a href="${href}">${label}</a>\n`)}<form method="post" action="${address.signOut()}">${formToken(session)}${singleUseKey()}<button class="plain">${SIGNED_IN.signOut}</button></form>
</div>`
}
