/** The field that every form of a session has: a page of another origin cannot know it. */
import type { Session } from '../../http/context.ts'
import { html, type Markup } from '../markup.ts'

export const FORM_TOKEN = 'form'

export const formToken = (session: Session): Markup =>
  html`<input type="hidden" name="${FORM_TOKEN}" value="${session.formToken}">`
