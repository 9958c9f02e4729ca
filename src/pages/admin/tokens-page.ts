/** The tokens of the archive: the list, making one, which is shown once, and revoking one. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isValidToken, listTokens, revokeToken, type TokenInfo, tokenOfBits } from '../../auth/bearer-tokens.ts'
import { Failure } from '../../failure.ts'
import type { App } from '../../http/context.ts'
import { objectOf } from '../../http/request/form-body.ts'
import { checked } from '../../http/request/input.ts'
import { requires } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { dayOf } from '../../http/words/times.ts'
import { makeToken, newToken } from '../../http/writes/new-token.ts'
import { address } from '../addresses.ts'
import { fieldsOf, form, type Option } from '../editing/fields.ts'
import { blankDraft, type Draft, SMALL_FORM, sessionOf, submitted } from '../editing/submit.ts'
import { answerForm, pageParams, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, joined, type Markup } from '../markup.ts'
import { TOKENS } from '../words/editors/admin-words.ts'
import { secretPage } from './secret-page.ts'

const SCOPE = 'archive:admin'

/** /tokens. */
export const tokensRoute = new Hono<App>()
  .get('/tokens', requires(SCOPE), async (c) => answerForm(c, await tokensPage(c, blankDraft())))
  .post('/tokens', requires(SCOPE), async (c) => {
    const { draft } = await submitted(c, SMALL_FORM, (values) =>
      makeToken(
        c,
        checked(z.strictObject(newToken), objectOf(values, { name: 'kept', scopes: 'list', expires_at: 'text' }), ''),
      ),
    )
    if (draft) return answerForm(c, await tokensPage(c, draft), draft.status)
    // The same token each time that the form is sent: a browser shows only the last answer of two.
    const token = tokenOfBits(c.var.secretBits())
    if (!(await isValidToken(c.var.primary, token, c.var.clock()))) return seeOther(c, address.tokens())
    const { made, secret, back } = TOKENS
    return answerForm(c, secretPage({ title: made, about: secret, secret: token, back, href: address.tokens() }), 201)
  })
  .post('/tokens/:id/revoke', requires(SCOPE), async (c) => {
    const { id } = pageParams(c, { id: ordinal })
    const { draft } = await submitted(c, SMALL_FORM, async () => {
      const now = new Date(c.var.clock()).toISOString()
      if (!(await revokeToken(c.var.store, id, now, c.var.keep(200, { of: 'form' }))))
        throw new Failure('not_found', `There is no token ${id} that could be revoked.`)
    })
    if (draft) return answerForm(c, await tokensPage(c, { ...blankDraft(), message: draft.message }), draft.status)
    return seeOther(c, address.tokens())
  })

async function tokensPage(c: Context<App>, draft: Draft): Promise<Page> {
  const session = sessionOf(c)
  const tokens = await listTokens(c.var.store)
  const { text, checks } = fieldsOf('token', draft)
  const row = ({ id, name, scopes, createdAt, revokedAt, expiresAt, lastUsedAt }: TokenInfo): Markup =>
    html`<tr><td>${id}</td><th scope="row" dir="auto">${name}</th><td>${joined(scopes.map((scope) => html`<code>${scope}</code>`))}</td><td>${dayOf(createdAt, { year: true })}</td><td>${
      lastUsedAt === null ? TOKENS.unused : dayOf(lastUsedAt, { year: true })
    }</td><td>${expiresAt === null ? TOKENS.endless : dayOf(expiresAt, { year: true })}</td><td>${
      revokedAt === null
        ? form({
            session,
            action: address.revokeToken(id),
            draft: blankDraft(),
            names: [],
            body: [],
            button: TOKENS.revoke,
            label: `${TOKENS.revoke}: ${name}`,
          })
        : html`${TOKENS.revoked}, ${dayOf(revokedAt, { year: true })}`
    }</td></tr>\n`
  return {
    title: TOKENS.title,
    about: TOKENS.lede,
    path: address.tokens(),
    body: html`<h1>${TOKENS.title}</h1>
<p class="lede">${TOKENS.lede}</p>
<div class="scroller" tabindex="0" role="region" aria-label="${TOKENS.title}"><table class="data"><thead><tr>${TOKENS.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${tokens.map(row)}</tbody></table></div>
<h2>${TOKENS.add}</h2>
${form({
  session,
  action: address.tokens(),
  draft,
  names: ['name', 'scopes', 'expires_at'],
  body: [
    text({ name: 'name', label: TOKENS.name, hint: TOKENS.nameHint, required: true }),
    text({ name: 'expires_at', label: TOKENS.expires, hint: TOKENS.expiresHint }),
    checks({
      name: 'scopes',
      label: TOKENS.scopes,
      options: Object.entries(TOKENS.scopeWords).map(([scope, words]): Option => [scope, `${scope}: ${words}`]),
    }),
  ],
  button: TOKENS.button,
})}`,
  }
}
