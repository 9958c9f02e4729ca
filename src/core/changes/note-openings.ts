/** How a newsroom's note about its own text begins, or what it says. */

const OPENING =
  /^\W*(correction|corrected|clarification|update|updated|editor['’]?s['’]? note|editors['’]? note|note to readers|retraction|amendment)\b[^.]{0,30}[:—–-]/i
const INSIDE =
  /\b(an |a |the )?(earlier|previous|original|initial) versions? of (this|the) (article|story|report|piece|page|headline|post)|\bthis (article|story|report|piece|post) (has been|was) (amended|corrected|updated|changed|edited)|\bwe (have )?(corrected|amended|misstated)\b|\b(misstated|misidentified|incorrectly (said|stated|reported|gave))\b/i

/** Does the sentence open, or is it, a note of the newsroom about its own text? */
export const isNote = (text: string): boolean => OPENING.test(text.slice(0, 200)) || INSIDE.test(text)
