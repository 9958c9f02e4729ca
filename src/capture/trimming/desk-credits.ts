import type { TrimRule } from './trim-rule.ts'

const START =
  /^[\s(–—-]*(?:(?:additional )?reporting (?:by|from)\b|our standards:|(?:written|edited|editing|writing|compiled|translated|translation) by\b|with (?:reporting|files|agency inputs?|inputs?) (?:by|from)\b|source:|sources?: [^.]{3,60}$|suggested citation|citation:|this (?:document|material|content) is subject to copyright|(?:this material|this content) may not be|copyright\b|©|first published (?:in|on|by)\b|originally published|redaktion:|mit (?:material|informationen) (?:von|der)\b|aus dem (?:englischen|französischen|russischen)\b|(?:quelle|fuente|fonte|bron|kilde|källa|lähde|źródło|zdroj|источник|джерело|المصدر):|sendung:|dieses thema im programm)/iu
const INSIDE =
  /\b(?:contributed (?:to this (?:report|story|article)|reporting)|all rights reserved|alle rechte vorbehalten|tous droits réservés)\b|^\(?(?:[\p{L}]{2,4}\/)*(?:dpa|afp|ap|reuters|apa|sda|efe|pap|ansa|sid|epd|kna)(?:\/[\p{L}]{2,4})*\)?$/iu

/** How many blocks from the end such lines stand. */
const END = 7
const LONGEST = 450

/** The lines at the end that say who reported, wrote, edited, and whose rights they are. */
export const deskCredits: TrimRule = {
  name: 'desk-credits',
  drops: ({ text }, { blocks, index }) =>
    index >= blocks.length - END && index > 0 && text.length < LONGEST && (START.test(text) || INSIDE.test(text)),
}
