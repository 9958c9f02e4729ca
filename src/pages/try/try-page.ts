/** Two pasted texts: what became of the claims of the first one in the second. Nothing is stored, and nothing is kept by caches. */
import { type Context, Hono } from 'hono'
import { Failure } from '../../failure.ts'
import type { App } from '../../http/context.ts'
import { readForm } from '../../http/request/form-body.ts'
import { mayRead } from '../../http/request/require-scope.ts'
import { notModified } from '../../http/response/conditional.ts'
import { limitsOf } from '../../http/routes/analyze.ts'
import { checkCallSize } from '../../reading/analyze-texts.ts'
import { address } from '../addresses.ts'
import { answerPage, LOOK } from '../frame/answer-page.ts'
import type { Page } from '../frame/layout.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { EXAMPLE_TEXTS, fieldError, type PastedText, TRY } from '../words/examples/try-words.ts'
import { outcome, type Result } from './outcome.ts'
import { type FieldErrors, NO_ERRORS, SIDES, textsForm } from './texts-form.ts'

/** A form may have three times the bytes of its texts, for the escapes of its encoding, and some for its names. */
const mostOf = (c: Context<App>) => 3 * limitsOf(c).call + 1024

const EMPTY: readonly [PastedText, PastedText] = [
  { title: '', body: '' },
  { title: '', body: '' },
]

/** /try. */
export const tryRoute = new Hono<App>()
  .get('/try', mayRead, (c) => {
    const texts = c.req.query('example') === '1' ? EXAMPLE_TEXTS : EMPTY
    return notModified(c, 'try', LOOK) ?? answerPage(c, tryPage({ texts }))
  })
  .post('/try', mayRead, async (c) => {
    c.header('Cache-Control', 'no-store')
    let texts = EMPTY
    try {
      const fields = await readForm(c, mostOf(c))
      const text = (name: string) => ({ title: fields.get(`${name}_title`) ?? '', body: fields.get(`${name}_body`) ?? '' })
      texts = [text(SIDES[0]), text(SIDES[1])]
      checkCallSize(texts, limitsOf(c))
      const answer = await c.var.analyze({ kind: 'changes', versions: texts, furniture: false, claims: true })
      return answerPage(c, tryPage({ texts, result: JSON.parse(answer) as Result }))
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'too_large'].includes(error.code)) throw error
      const { body, headers } = answerPage(c, tryPage({ texts, errors: errorsOf(error, texts) }))
      return new Response(body, { status: error.status, headers })
    }
  })

/** The messages of a failure, beside the fields that they are about. A failure names the first text only, where both are empty. */
function errorsOf({ code, message, errors = [] }: Failure, texts: Tried['texts']): FieldErrors {
  const at = (index: number) => {
    const found = errors.find(({ path }) => path.startsWith(`versions.${index}.`))
    if (found) return fieldError(code, found.message)
    return code === 'invalid' && texts[index]?.body.trim() === '' ? TRY.empty : null
  }
  const [before, after] = [at(0), at(1)]
  return { before, after, both: before === null && after === null ? message : null }
}

interface Tried {
  readonly texts: readonly [PastedText, PastedText]
  readonly result?: Result
  readonly errors?: FieldErrors
}

function tryPage({ texts, result, errors = NO_ERRORS }: Tried): Page {
  const failed = errors !== NO_ERRORS
  const notes: Markup = failed ? html`<p class="wrong" role="alert"><b>${TRY.cannot}</b> ${errors.both ?? ''}</p>\n` : NONE
  return {
    title: result ? TRY.resultTitle : TRY.title,
    about: TRY.lede,
    here: 'tryIt',
    wide: true,
    path: address.tryIt(),
    data: [{ label: TRY.overHttp, href: `${address.docs()}#/Analysis/analyzeChanges`, type: null }],
    body: html`<h1 class="title">${TRY.title}</h1>
<p class="lede">${TRY.lede}</p>
${notes}${result ? outcome(result) : NONE}
${textsForm(texts, errors, result !== undefined)}`,
  }
}
