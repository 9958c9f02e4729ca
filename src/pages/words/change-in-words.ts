/** A change told in plain sentences, as markup. */
import { type ChangeJson, type Part, tellChange } from '../../http/words/change-in-words.ts'
import { html, type Markup } from '../markup.ts'
import { timeMarkup } from './times.ts'

/** The page of a claim, by its number; the label is as long as a sentence has room for. */
export type ClaimLink = (number: number, label: string) => Markup

function partMarkup(part: Part, link: ClaimLink): Markup | string {
  if (typeof part === 'string') return part
  if ('quote' in part) return html`<q dir="auto">${part.quote}</q>`
  return 'time' in part ? timeMarkup(part.time) : html`<q>${link(part.claim, part.label)}</q>`
}

/** The sentences of a change; see `tellChange`. */
export const changeSentences = (change: ChangeJson, claim: number | null, link: ClaimLink, dated = true): Markup[] =>
  tellChange(change, claim, dated).map((telling) => html`${telling.map((part) => partMarkup(part, link))}`)
