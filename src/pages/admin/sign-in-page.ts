/** Signing in with a token, and signing out. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App, Session } from '../../http/context.ts'
import { attemptNames } from '../../http/request/attempts.ts'
import { readForm, refuseForeign } from '../../http/request/form-body.ts'
import { signIn, signOut } from '../../http/request/session-cookie.ts'
import { address } from '../addresses.ts'
import { form } from '../editing/fields.ts'
import { blankDraft, SMALL_FORM, submitted } from '../editing/submit.ts'
import { answerForm, pageQuery, seeOther } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { signInForm } from '../frame/sign-in-form.ts'
import { html, type Markup } from '../markup.ts'
import { SIGN_IN, SIGNED_IN } from '../words/editors/sign-in-words.ts'

/** /sign-in and /sign-out. */
export const signInRoute = new Hono<App>()
  .get('/sign-in', (c) => {
    const { to } = pageQuery(c, { to: z.string().max(2000).catch('').default('') })
    return answerForm(c, signInPage(c, to))
  })
  .post('/sign-in', async (c) => {
    refuseForeign(c)
    const values = await readForm(c, SMALL_FORM)
    const to = values.get('to') ?? ''
    const token = values.get('token')?.trim() ?? ''
    if (token === '') return answerForm(c, signInPage(c, to, SIGN_IN.missing), 400)
    const names = attemptNames(c.var.client, token)
    const wait = c.var.attempts.begin(names, c.var.clock())
    if (wait > 0) {
      c.header('Retry-After', String(wait))
      return answerForm(c, signInPage(c, to, SIGN_IN.wait(wait)), 429)
    }
    if (!(await signIn(c, token))) return answerForm(c, signInPage(c, to, SIGN_IN.wrong), 403)
    c.var.attempts.succeeded(names)
    return seeOther(c, localPath(to))
  })
  .post('/sign-out', async (c) => {
    refuseForeign(c)
    if (!c.var.session) return seeOther(c, address.front())
    const { draft } = await submitted(c, SMALL_FORM, (values) => signOut(c, values.get('everywhere') === '1'))
    if (draft) return answerForm(c, signInPage(c, ''), draft.status)
    // A browser that knows the header forgets the pages that it kept for "back".
    c.header('Clear-Site-Data', '"cache"')
    return seeOther(c, address.front())
  })

/**
 * The path to go on to after signing in: one of this archive. "//elsewhere" and "/\elsewhere" would lead to another host, as would a path
 * whose dots vanish ("/.//elsewhere").
 */
export function localPath(to: string): string {
  const base = 'http://archive.invalid'
  const url = to.startsWith('/') ? URL.parse(to, base) : null
  if (!url || url.origin !== base || url.pathname.startsWith('//') || /^\/sign-(?:in|out)$/.test(url.pathname)) return '/'
  return url.pathname + url.search
}

function signInPage({ var: { session } }: Context<App>, to: string, fault: string | null = null): Page {
  const title = session === null ? SIGN_IN.title : SIGNED_IN.title
  return {
    title,
    about: SIGN_IN.about,
    body: html`<section class="lonely"><h1>${title}</h1>
${session === null ? html`<p class="lede">${SIGN_IN.lede}</p>\n` : signedInNow(session)}${signInForm(to, fault)}</section>`,
  }
}

/** The person who is signed in, and the way out of all browsers. */
const signedInNow = (
  session: Session,
): Markup => html`<p class="lede">${SIGNED_IN.as} <b dir="auto">${session.caller.name}</b>.</p>
<p>${SIGNED_IN.everywhereLede}</p>
${form({
  session,
  action: address.signOut(),
  draft: blankDraft(),
  names: [],
  hidden: { everywhere: 1 },
  body: [],
  button: SIGNED_IN.everywhere,
})}
<h2>${SIGNED_IN.other}</h2>
`
