/** The form for two texts. A fault stands beside its field. */
import { address } from '../addresses.ts'
import { html, type Markup, NONE, raw } from '../markup.ts'
import { type PastedText, TRY } from '../words/examples/try-words.ts'

/** The beginnings of the names of the fields. */
export const SIDES = ['before', 'after'] as const

export interface FieldErrors {
  readonly before: string | null
  readonly after: string | null
  /** The faults of both together. */
  readonly both: string | null
}

export const NO_ERRORS: FieldErrors = { before: null, after: null, both: null }

const HINTS = { before: TRY.beforeHint, after: TRY.afterHint }

export function textsForm(texts: readonly [PastedText, PastedText], errors: FieldErrors, compared: boolean): Markup {
  const filled = texts.some(({ title, body }) => title !== '' || body !== '')
  return html`<form class="two-texts" action="${address.tryIt()}" method="post">
${SIDES.map((side, i) => field(side, texts[i] ?? { title: '', body: '' }, errors[side]))}
<p class="actions"><button>${compared ? TRY.again : TRY.compare}</button> ${
    filled
      ? html`<a href="${address.tryIt()}">${TRY.clear}</a>`
      : html`<a href="${address.tryIt()}?example=1">${TRY.example}</a>`
  }</p></form>`
}

/** A browser drops the first line break of a textarea, so one stands before the text. */
function field(side: (typeof SIDES)[number], { title, body }: PastedText, error: string | null): Markup {
  const id = `${side}-body`
  const wrong = error === null ? NONE : html` aria-invalid="true" aria-describedby="${id}-wrong"`
  return html`<fieldset><legend>${TRY[side]}</legend>
<label for="${side}-title">${TRY.headline}</label><input id="${side}-title" name="${side}_title" value="${title}" dir="auto">
<label for="${id}">${TRY.text}</label>${error === null ? NONE : html`<p class="wrong" id="${id}-wrong">${error}</p>`}<textarea id="${id}" name="${side}_body" rows="10" placeholder="${HINTS[side]}" dir="auto"${wrong}>${raw('\n')}${body}</textarea></fieldset>
`
}
