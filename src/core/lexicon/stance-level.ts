/** The certainty of a content under a reporting verb, if it is lower than under "said". */
import type { CertaintyLevel } from '../article.ts'

/** "wants to leave", "called for talks": wishes. */
const WANTED = new Set(
  (
    'want like prefer desire seek demand request urge ask beg implore press push wish volunteer|ask for|appeal for|long for|lobby for|push for|press for|call for|call on|' +
    'be eager|be willing|be unwilling|be ready|be reluctant|be hesitant|be keen'
  )
    .split('|')
    .flatMap((part) => (part.includes('for') || part.includes('be ') || part.includes('on') ? [part] : part.split(' '))),
)
/** "believes that it rained", "expects rain": beliefs and expectations. */
const SUPPOSED = new Set(
  (
    'think believe assume suspect suggest imagine guess presume suppose surmise reckon speculate theorize expect anticipate hope fear worry predict ' +
    'estimate forecast foresee project intimate hint imply indicate propose recommend advocate encourage order plan intend agree decide'
  ).split(' '),
)

/** Returns the upper limit of certainty under a cue; an infinitive is never certain. */
export function stanceLevel(lemma: string, complement: 'clause' | 'infinitive' | 'phrase' = 'clause'): CertaintyLevel {
  if (WANTED.has(lemma)) return 'possible'
  return complement === 'infinitive' || SUPPOSED.has(lemma) ? 'probable' : 'certain'
}
