/** Notes of editors, which belong to the article wherever they stand. */
import type { Candidate } from './cleaning-rule.ts'

const NAMES =
  /[ -](?:corrections?|editors?-notes?|editorial-notes?|clarifications?|retraction|corrigendum|berichtigung|korrektur|rectificatif)(?=[ -])/
const WORDS =
  /^(?:corrections?|clarifications?|editor(?:['’]?s|s['’])?[ -]note|editorial note|retraction|this (?:article|story|report|post|piece) (?:has been|was) (?:updated|corrected|amended|edited)|an earlier version of this|korrektur|berichtigung|anmerkung der redaktion|richtigstellung|rectificatif|correction|erratum|fe de errores|nota del editor|nota della redazione|correzione|nota do editor|errata)\b/i

const LONGEST = 1_500

/** Whether a line begins as a correction or a note of the editor does. */
export const beginsNote = (text: string): boolean => WORDS.test(text)

/** Whether an element is a correction or a note of the editor. */
export function isNote({ names, prose, text }: Candidate): boolean {
  if (prose === 0 || prose > LONGEST) return false
  return NAMES.test(names) || beginsNote(text())
}
