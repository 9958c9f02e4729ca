/** The words of the note that speaks of a change, with the way to them in the text. */

import { type ChangeJson, isDisclosed } from '../../http/words/change-in-words.ts'
import { shortened } from '../../http/words/counts.ts'
import { address } from '../addresses.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { NOTE } from '../words/figure-words.ts'

/** The most that is quoted of a note. */
const LONGEST_NOTE = 400

/** Nothing where the change was not disclosed, or where it is not known which note does. */
export function noteQuote(change: Pick<ChangeJson, 'article' | 'to' | 'note' | 'kinds' | 'acknowledged'>): Markup {
  const [first] = change.note
  if (!first || !isDisclosed(change)) return NONE
  const words = shortened(change.note.map(({ exact }) => exact).join(' '), LONGEST_NOTE)
  return html`<p class="the-note">${NOTE.says} <q dir="auto">${words}</q> <a class="meta" href="${address.sentence(change.article, change.to.number, first.start)}">${NOTE.inText(change.to.number)}</a></p>
`
}
