/** `…, which police blamed on ice`, `…, a charge Lee denies`: the object of the cue stands before its speaker. */
import { stanceLevel } from '../../lexicon/stance-level.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { Cue } from '../syntax/cues.ts'
import { extentOf } from '../syntax/extent.ts'
import type { Range } from '../words/token.ts'
import type { AttributionRule } from './attribution.ts'
import { isDenied, REJECTIONS } from './denial.ts'
import { recordAttribution } from './record-attribution.ts'

/** The longest noun phrase before a speaker, in tokens: "a much lower figure". */
const REACH = 5

export const objectRelative: AttributionRule = (parsed, progress) => {
  const { clauses, groupAt } = parsed
  parsed.cues.forEach((cue, index) => {
    if (cue.passive || cue.infinitive || progress.used.has(index) || progress.taken[cue.verb]) return
    const clause = clauses.get(groupAt[cue.verb] ?? -1)
    if (clause?.kind !== 'relative' || !clause.subject || clause.subject[0] < clause.from) return
    const object = objectBefore(parsed, clause.from)
    const content = object && contentOf(parsed, cue, object)
    if (!content || content.some(([from, to]) => progress.taken.slice(from, to).includes(true))) return
    progress.used.add(index)
    const { lemma } = cue.entry
    const denied = cue.negative ? isDenied(parsed, cue, { at: cue.to, kind: 'phrase' }) : REJECTIONS.has(lemma)
    recordAttribution(progress, {
      rule: 'object-relative',
      source: clause.subject,
      cue: [cue.from, cue.to],
      lemma,
      content,
      denied,
      level: cue.negative && !denied ? 'unknown' : stanceLevel(lemma, 'phrase'),
    })
  })
}

/** Returns ", which", ", a charge" or ", a charge that" before the clause that begins at `from`, without the comma. */
function objectBefore({ tokens }: ParsedSentence, from: number): Range | null {
  let at = tokens[from - 1]?.lower === 'that' ? from - 2 : from - 1
  if (tokens[at]?.lower !== 'which')
    while (at > from - REACH && /^(?:noun|ing|ed|adverb|number)$/.test(tokens[at]?.tag ?? '')) at--
  const opens = tokens[at]?.lower === 'which' || tokens[at]?.tag === 'determiner'
  return opens && tokens[at - 1]?.text === ',' ? [at, from] : null
}

/** The object with what the verb says of it: "which … on ice", "which … a disgrace"; a pronoun alone tells nothing. */
function contentOf(parsed: ParsedSentence, { to, entry: { frames } }: Cue, object: Range): Range[] | null {
  const { tokens, end } = parsed
  const next = to < end ? tokens[to] : undefined
  const judged = /o/.test(frames) && /^(?:determiner|possessive|noun|ed|quote)$/.test(next?.tag ?? '')
  const blamed = /[ao]/.test(frames) && /^(?:on|for|as)$/.test(next?.lower ?? '')
  if (judged || blamed) return [object, [to, extentOf(parsed, to, 'phrase', { inside: true }).end]]
  // "a remark | Lee said | amounted to a threat"
  if (object[1] - object[0] > 1 && opensPredicate(parsed, to))
    return [object, [to, extentOf(parsed, to, 'clause', { inside: true }).end]]
  const gap = next === undefined || /^(?:mark|conjunction)$/.test(next.tag)
  return gap && object[1] - object[0] > 1 ? [object] : null
}

/** The verb of a cue's object follows it: ", a remark Lee | said amounted to a threat". */
const opensPredicate = ({ groups, groupAt }: ParsedSentence, at: number): boolean => {
  const group = groups[groupAt[at] ?? -1]
  return group?.from === at && !group.infinitive
}

/** Returns true for a report whose object stands before its speaker, behind a comma, and has its verb after the cue. */
export function splitsObject(parsed: ParsedSentence, cue: Cue): boolean {
  const clause = parsed.clauses.get(parsed.groupAt[cue.verb] ?? -1)
  const object = clause?.kind === 'relative' && clause.subject ? objectBefore(parsed, clause.from) : null
  return object !== null && object[1] - object[0] > 1 && opensPredicate(parsed, cue.to)
}
