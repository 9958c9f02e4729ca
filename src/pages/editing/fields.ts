/** Forms and their fields: each with its label, its hint, and what is wrong with it. */
import type { Session } from '../../http/context.ts'
import { formToken, singleUseKey } from '../frame/form-token.ts'
import { html, joined, type Markup, NONE, raw } from '../markup.ts'
import { FORM, faultText } from '../words/editing-words.ts'
import { type Draft, faultOf, otherFaults } from './submit.ts'

export interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
}

/** The fields of a form, by a draft. `id` tells the forms of a page apart. */
export interface FieldsOf {
  readonly text: (
    field: Field & { readonly type?: 'text' | 'url' | 'number' | 'datetime-local'; readonly list?: string },
  ) => Markup
  readonly area: (field: Field & { readonly rows: number }) => Markup
  readonly choice: (field: Field & { readonly options: readonly Option[] }) => Markup
  readonly checks: (field: Field & { readonly options: readonly Option[] }) => Markup
}

export type Option = readonly [value: string, label: string]

export function fieldsOf(id: string, draft: Draft): FieldsOf {
  const one = (name: string) => draft.values.get(name) ?? ''
  const framed = (field: Field, control: (attributes: Markup) => Markup) => {
    const { name, label, hint, required = false } = field
    const at = `${id}-${name.replaceAll('.', '-')}`
    const fault = faultOf(draft, name)
    const about = [fault === null ? [] : `${at}-fault`, hint === undefined ? [] : `${at}-hint`].flat().join(' ')
    const attributes = html`id="${at}" name="${name}"${required ? raw(' required') : NONE}${about === '' ? NONE : html` aria-describedby="${about}"`}${fault === null ? NONE : raw(' aria-invalid="true"')}`
    return html`<div class="field"><label for="${at}">${label}${required ? NONE : html` <span>(${FORM.optional})</span>`}</label>
${control(attributes)}
${fault === null ? NONE : html`<p class="fault" id="${at}-fault">${fault}</p>\n`}${hint === undefined ? NONE : html`<p class="meta" id="${at}-hint">${hint}</p>`}</div>\n`
  }
  return {
    text: ({ type = 'text', list, ...field }) =>
      framed(field, (attributes) => {
        const more = html`${type === 'number' ? raw(' min="1"') : NONE}${type === 'datetime-local' ? raw(' step="1"') : NONE}${list === undefined ? NONE : html` list="${list}"`}`
        return html`<input ${attributes} type="${type}"${more} value="${one(field.name)}" dir="auto">`
      }),
    // The first line break behind the tag is not part of the text.
    area: ({ rows, ...field }) =>
      framed(field, (attributes) => html`<textarea ${attributes} rows="${rows}" dir="auto">\n${one(field.name)}</textarea>`),
    choice: ({ options, ...field }) =>
      framed(
        { ...field, required: true },
        (attributes) =>
          html`<select ${withoutRequired(attributes)}>${options.map(
            ([value, label]) =>
              html`<option value="${value}"${value === one(field.name) ? raw(' selected') : NONE}>${label}</option>`,
          )}</select>`,
      ),
    checks: ({ name, label, hint, options }) => {
      const fault = faultOf(draft, name)
      const chosen = draft.values.getAll(name)
      const at = `${id}-${name.replaceAll('.', '-')}`
      return html`<fieldset class="field checks"${fault === null ? NONE : html` aria-describedby="${at}-fault"`}><legend>${label}</legend>
${options.map(
  ([value, text]) =>
    html`<label><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) ? raw(' checked') : NONE}> ${text}</label>\n`,
)}${fault === null ? NONE : html`<p class="fault" id="${at}-fault">${fault}</p>\n`}${hint === undefined ? NONE : html`<p class="meta">${hint}</p>`}</fieldset>\n`
    },
  }
}

/** A choice always has a value. */
const withoutRequired = (attributes: Markup): Markup => raw(String(attributes).replace(' required', ''))

export interface FormOf {
  readonly session: Session
  readonly action: string
  readonly draft: Draft
  /** Those that show their own faults. */
  readonly names: readonly string[]
  readonly body: readonly Markup[]
  readonly button: string
  /** The button's accessible name, where its words alone do not tell. */
  readonly label?: string
  readonly hidden?: Readonly<Record<string, string | number>>
}

/** A form of a session: what went wrong on top, the fields, the button. */
export function form({ session, action, draft, names, body, button, label, hidden = {} }: FormOf): Markup {
  return html`<form class="edit" method="post" action="${action}">
${formToken(session)}${singleUseKey()}${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${refusal(draft, names)}${body}<p><button${label === undefined ? NONE : html` aria-label="${label}"`}>${button}</button></p>
</form>`
}

/** Why a form was refused, besides what stands beside its fields. */
export function refusal(draft: Draft, names: readonly string[]): Markup {
  if (draft.message === null) return NONE
  const rest = otherFaults(draft, names).map(({ path, message }) => html`<b>${path}</b>: ${faultText(message)}`)
  const said = [draft.message || FORM.failed, ...rest]
  return html`<p class="fault" role="alert" dir="auto">${joined(said, ' ')}</p>\n`
}
