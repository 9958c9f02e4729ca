/** Failures as pages, for people who follow a link: no such page, withheld, wrong, closed. */
import type { Context } from 'hono'
import { asFailure, problem } from '../../http/response/problem.ts'
import { address } from '../addresses.ts'
import { html } from '../markup.ts'
import { BACK, failureWords } from '../words/frame-words.ts'
import { HTML, pageHeaders } from './answer-page.ts'
import { documentOf } from './layout.ts'

/** Paths that answer programs, with problem details whoever asks. */
const FOR_PROGRAMS = /^\/(?:v1|feeds|docs|static|openapi\.json|oembed|healthz)(?:\/|$)/

const asksForPage = (c: Context) => !FOR_PROGRAMS.test(c.req.path) && /\btext\/html\b/.test(c.req.header('accept') ?? '')

/** The failure as a page where the path is one of a page and the caller asks for HTML, else as problem details. */
export function failureAnswer(error: unknown, c: Context): Response {
  const answer = problem(error, c)
  if (FOR_PROGRAMS.test(c.req.path)) return answer
  answer.headers.append('Vary', 'Accept')
  if (!asksForPage(c)) return answer
  const headers = new Headers(answer.headers)
  const bare = c.req.path.startsWith('/embed/')
  for (const [name, value] of Object.entries({ ...pageHeaders(bare), 'Content-Type': HTML })) headers.set(name, value)
  return new Response(documentOf({ ...failurePage(error), bare }, ''), { status: answer.status, headers })
}

function failurePage(error: unknown) {
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
