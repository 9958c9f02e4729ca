/** The form to sign in: on its own page, and in place of a page that needs it. */
import { address } from '../addresses.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { SIGN_IN } from '../words/editors/sign-in-words.ts'

/** `to`: the path of this archive to go on to. `fault`: why the last attempt failed. */
export function signInForm(to: string, fault: string | null = null): Markup {
  return html`<form class="edit" method="post" action="${address.signIn()}">
<input type="hidden" name="to" value="${to}">
<div class="field"><label for="token">${SIGN_IN.token}</label>
<input id="token" name="token" type="password" required autocomplete="current-password" spellcheck="false" aria-describedby="token-hint${fault === null ? '' : ' token-fault'}"${fault === null ? NONE : raw(' aria-invalid="true" autofocus')}>
${fault === null ? NONE : html`<p class="fault" id="token-fault" role="alert">${fault}</p>\n`}<p class="meta" id="token-hint">${SIGN_IN.tokenHint}</p></div>
<p><button>${SIGN_IN.button}</button></p>
</form>`
}
