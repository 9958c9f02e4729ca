/** The fields that forms of a session have: one that a page of another origin cannot know, and one by which a form counts once. */
import { randomBits, textOfBits } from '../../auth/bearer-tokens.ts'
import type { Session } from '../../http/context.ts'
import { html, type Markup } from '../markup.ts'

export const FORM_TOKEN = 'form'

export const formToken = (session: Session): Markup =>
  html`<input type="hidden" name="${FORM_TOKEN}" value="${session.formToken}">`

export const SINGLE_USE = 'once'

/** A key of its own for each form that is drawn: however often it is sent, it writes once. */
export const singleUseKey = (): Markup => html`<input type="hidden" name="${SINGLE_USE}" value="${textOfBits(randomBits())}">`
