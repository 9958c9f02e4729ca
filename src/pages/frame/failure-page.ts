/** Failures as pages, for people who follow a link: no such page, withheld, wrong, closed. */
import type { Context } from 'hono'
import { Failure } from '../../failure.ts'
import { isForPrograms } from '../../http/request/for-programs.ts'
import { readForm, refuseForeign } from '../../http/request/form-body.ts'
import { asFailure, problem } from '../../http/response/problem.ts'
import { address } from '../addresses.ts'
import { html, NONE } from '../markup.ts'
import { SIGN_IN } from '../words/editors/sign-in-words.ts'
import { BACK, failureWords } from '../words/frame-words.ts'
import { HTML, isFramed, pagePolicy } from './answer-page.ts'
import { FORM_TOKEN, SINGLE_USE } from './form-token.ts'
import { documentOf, type Page } from './layout.ts'
import { signInForm } from './sign-in-form.ts'

const asksForPage = (c: Context) => !isForPrograms(c.req.path) && /\btext\/html\b/.test(c.req.header('accept') ?? '')

/** The failure as a page where the path is one of a page and the caller asks for HTML, else as problem details. */
export async function failureAnswer(error: unknown, c: Context): Promise<Response> {
  const answer = problem(error, c)
  if (isForPrograms(c.req.path)) return answer
  answer.headers.append('Vary', 'Accept')
  if (!asksForPage(c)) return answer
  const headers = new Headers(answer.headers)
  const bare = isFramed(c.req.path)
  headers.set('Content-Security-Policy', pagePolicy(c.req.path))
  headers.set('Content-Type', HTML)
  // A page of another site must not lead anybody to sign in.
  const page =
    asFailure(error).code === 'unauthorized' && !bare ? signInInstead(c, await typedIn(c)) : { ...failurePage(error), bare }
  return new Response(documentOf(page, '', c.var.session ?? null), { status: answer.status, headers })
}

function failurePage(error: unknown): Page {
  const { code, message, status } = asFailure(error)
  const [heading, advice] = failureWords(code)
  return {
    title: heading,
    body: html`<section class="lonely"><h1>${heading}</h1>
<p class="lede" dir="auto">${status >= 500 ? '' : message}</p>
<p>${advice}</p>
<p><a href="${address.front()}">${BACK}</a></p></section>`,
  }
}

/** The form to sign in, which leads back to the page. */
function signInInstead(c: Context, typed: readonly string[]): Page {
  const { pathname, search } = new URL(c.req.url)
  const sent = !['GET', 'HEAD'].includes(c.req.method)
  const heading = c.var.config.readTokenRequired ? SIGN_IN.closed : SIGN_IN.title
  return {
    title: heading,
    about: SIGN_IN.about,
    body: html`<section class="lonely"><h1>${heading}</h1>
<p class="lede">${sent ? SIGN_IN.formLost : SIGN_IN.lede}</p>
${signInForm(sent ? '' : pathname + search)}
${typed.length === 0 ? NONE : html`<h2>${SIGN_IN.typed}</h2>\n${typed.map((text) => html`<pre class="typed" dir="auto">${text}</pre>\n`)}`}</section>`,
  }
}

/** As much of a form is shown again whose session is over. */
const MOST_TYPED = 1024 * 1024

/** The texts of a form that one of our own pages sent, longest first, so that nothing is lost with a session. */
async function typedIn(c: Context): Promise<string[]> {
  if (c.req.method !== 'POST') return []
  try {
    refuseForeign(c)
    const values = await readForm(c, MOST_TYPED)
    for (const name of [FORM_TOKEN, SINGLE_USE, 'token', 'action']) values.delete(name)
    return [...values.values()].filter((text) => text.trim() !== '').toSorted((a, b) => b.length - a.length)
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}
