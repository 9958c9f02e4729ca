/** Recognizes the furniture of a page: lines that belong to the page and not to the story. An ordered list of small rules. */
import type { Sentence } from '../article.ts'
import { isNote } from '../changes/notes/is-note.ts'
import { advertisement } from './advertisement.ts'
import { agencyTag } from './agency-tag.ts'
import { authorLine } from './author-line.ts'
import { contactLine } from './contact-line.ts'
import { copyrightLine } from './copyright-line.ts'
import { creditLine } from './credit-line.ts'
import { crossHeadsIn } from './cross-head.ts'
import type { LineRule } from './line-rule.ts'
import { photoCredit } from './photo-credit.ts'
import { promotion } from './promotion.ts'
import { timeLine } from './time-line.ts'

/** A line is furniture if any rule applies. */
export const LINE_RULES: Readonly<Record<string, LineRule>> = {
  creditLine, // "(Reporting by Ann Lee; Editing by Bo Ray)"
  authorLine, // "By Ann Lee"
  agencyTag, // "(Reuters)"
  photoCredit, // "Photograph: Ann Lee/AP"
  timeLine, // "Updated at 14:05 GMT"
  advertisement, // "Story continues below"
  promotion, // "Share this article"
  copyrightLine, // "© 2026 The Post"
  contactLine, // "Contact the reporter at ann@post.example"
}

const RULES = Object.values(LINE_RULES)

/** The most characters of a line: longer ones are prose. */
const LONGEST_LINE = 240

/**
 * Returns the texts of the sentences that are furniture. A text that stands at several places is furniture only if all of them
 * are. A headline or a note of the newsroom never is.
 */
export function furnitureIn(sentences: readonly Sentence[]): ReadonlySet<string> {
  const heads = new Set(crossHeadsIn(sentences))
  const [found, prose] = [new Set<string>(), new Set<string>()]
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.zone === 'headline') continue
    const isFurniture = heads.has(index) || isFurnitureLine(sentence)
    ;(isFurniture ? found : prose).add(sentence.text)
  }
  for (const text of prose) found.delete(text)
  return found
}

/** A line of times alone reads as the opening of a note ("Updated: 14:05") and notes nothing. */
function isFurnitureLine(sentence: Sentence): boolean {
  const { text } = sentence
  if (text.length > LONGEST_LINE) return false
  return timeLine(text) || (RULES.some((applies) => applies(text)) && !isNote(sentence))
}
