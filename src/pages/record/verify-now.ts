/** The verification of the archive as a page, which shows each story as soon as it is compared with the log. */
import { type Context, Hono } from 'hono'
import type { App } from '../../http/context.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { ordinal } from '../../http/request/values.ts'
import { type VerifiedLine, verifiedLines } from '../../http/routes/log/verify-archive.ts'
import { address } from '../addresses.ts'
import { answerStreamed, pageQuery } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup } from '../markup.ts'
import { ARCHIVE_RECORD, RECORD, VERIFIED } from '../words/record-words.ts'
import { faultList } from './entry-table.ts'

/** How many stories a page has: D1 answers a thousand queries of a request, and a story takes about fifteen. */
const STEP = 50

type ArticleLine = Extract<VerifiedLine, { article: string }>
type LogLine = Extract<VerifiedLine, { log: object }>['log']

/** /record/verify. */
export const verifyNow = new Hono<App>().get('/record/verify', mayRead, (c) => {
  const { after = 0 } = pageQuery(c, { after: ordinal.optional() })
  return answerStreamed(c, page(after), linesFrom(c, after))
})

function page(after: number): Page {
  const { article, versions, found } = VERIFIED.columns
  return {
    title: VERIFIED.title,
    about: VERIFIED.lede,
    path: address.verification(),
    data: [{ label: VERIFIED.data, href: `/v1/verify?after=${after}`, type: null }],
    body: html`<p class="kicker"><a href="${address.record()}">${ARCHIVE_RECORD.title}</a></p>
<h1>${VERIFIED.title}</h1>
<p class="lede">${VERIFIED.lede}</p>
<div class="scroller" tabindex="0" role="region" aria-label="${VERIFIED.region}"><table class="data log"><thead><tr><th scope="col">${article}</th><th scope="col">${versions}</th><th scope="col">${found}</th></tr></thead>`,
  }
}

/** The rest of the page: a row for each story, then the verdict, or the way on. A failure ends it with the way on, since the head is sent. */
async function* linesFrom(c: Context<App>, after: number): AsyncGenerator<Markup> {
  let [articles, broken] = [0, 0]
  let last: ArticleLine | null = null
  try {
    for await (const line of verifiedLines(c.var.store, { after })) {
      if ('log' in line) return yield ended(html`${summary(articles, broken)}${logVerdict(line.log)}`)
      last = line
      articles++
      if (!line.ok) broken++
      yield row(line)
      if (articles === STEP && line.done < line.of) return yield ended(html`${summary(articles, broken)}${wayOn(line)}`)
    }
  } catch (error) {
    console.error(error)
    yield ended(
      html`<p class="broken">${VERIFIED.brokeOff} <a href="${address.verification({ after: last?.id ?? (after || undefined) })}" rel="nofollow">${VERIFIED.again}</a></p>`,
    )
  }
}

const row = ({ article, ok, versions, faults }: ArticleLine): Markup =>
  html`<tr><td><a href="${address.recordOf(article)}">${article}</a></td><td>${versions}</td><td>${ok ? VERIFIED.intact : faultList(faults, article, RECORD.whole)}</td></tr>
`

const ended = (verdict: Markup): Markup => html`</table></div>
<section class="guide"><h2>${VERIFIED.verdict}</h2>${verdict}</section>`

const summary = (articles: number, broken: number): Markup =>
  broken === 0 ? html`<p>${VERIFIED.all(articles)}</p>\n` : html`<p class="broken">${VERIFIED.some(broken, articles)}</p>\n`

function logVerdict({ ok, size, root, whole, faults }: LogLine): Markup {
  const verdict = ok
    ? html`<p>${VERIFIED.logIntact(size)} <code class="digest">${root}</code>.</p>`
    : html`<p class="broken">${VERIFIED.logBroken}</p>${faultList(faults, null, VERIFIED.log)}`
  return whole ? verdict : html`${verdict}\n<p>${RECORD.notWhole}</p>`
}

const wayOn = ({ id, done, of }: ArticleLine): Markup =>
  html`<p>${VERIFIED.next(done, of)} <a class="button" href="${address.verification({ after: id })}" rel="nofollow">${VERIFIED.goOn}</a></p>`
