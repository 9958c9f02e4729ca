/** Notes of editors, which belong to the article wherever they stand. */
import { classWords } from '../document/class-words.ts'
import type { Candidate } from './cleaning-rule.ts'

const NAMES =
  /[ -](?:corrections?|editors?-notes?|editorial-notes?|clarifications?|retraction|corrigendum|berichtigung|korrektur|rectificatif)(?=[ -])/
const WORDS =
  /^(?:corrections?|clarifications?|editor(?:['’]?s|s['’])?[ -]note|editorial note|retraction|this (?:article|story|report|post|piece) (?:has been|was) (?:updated|corrected|amended|edited)|an earlier version of this|korrektur|berichtigung|anmerkung der redaktion|richtigstellung|rectificatif|correction|erratum|fe de errores|nota del editor|nota della redazione|correzione|nota do editor|errata)\b/i

const LONGEST = 1_500

/** Whether a line begins as a correction or a note of the editor does. */
export const beginsNote = (text: string): boolean => WORDS.test(text)

/** Whether an element, or one of the three that hold it, is named as a note. */
export function namedNote(element: Element): boolean {
  let at: Element | null = element
  for (let level = 0; at && at.localName !== 'body' && level < 4; level++) {
    if (NAMES.test(classWords(at, ['class', 'id', 'data-component', 'data-testid']))) return true
    at = at.parentElement
  }
  return false
}

/** Whether an element is a correction or a note of the editor. */
export function isNote({ names, prose, text }: Candidate): boolean {
  if (prose === 0 || prose > LONGEST) return false
  return NAMES.test(names) || beginsNote(text())
}
