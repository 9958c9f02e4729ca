/** Times of the archive as markup. They are UTC, as the footer of every page says. */
import { clock, isoDay, type TimeForm, timeText } from '../../http/words/times.ts'
import { html, type Markup } from '../markup.ts'

/** "12 March, 16:40", as markup that programs read. */
export const timeMarkup = (time: string, form?: TimeForm): Markup =>
  html`<time datetime="${time}">${timeText(time, form)}</time>`

/** "12 March, 12:05 to 13 March 2025, 16:40"; a day that both are of stands once, and a year too. */
export function periodMarkup(from: string, to: string): Markup {
  if (isoDay(from) === isoDay(to))
    return html`${timeMarkup(from, { year: true })} to <time datetime="${to}">${clock(to)}</time>`
  return html`${timeMarkup(from, { year: from.slice(0, 4) !== to.slice(0, 4) })} to ${timeMarkup(to, { year: true })}`
}
