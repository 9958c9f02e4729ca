/** Cues that report nothing: "did not respond to a request", "asked not to be named", "claimed a refund". */

import { isBaseForm } from '../../lexicon/twofold-forms.ts'
import type { ParsedSentence } from '../parsed-sentence.ts'
import type { ContentStart } from '../syntax/content-start.ts'
import type { Cue } from '../syntax/cues.ts'
import { headWord, phraseFrom } from '../syntax/noun-phrases.ts'
import { DENIALS } from './denial.ts'

/** "did not respond to a request", "called an ambulance", "saw its sales drop": no report, whatever the verb says elsewhere. */
export function reportsNothing(parsed: ParsedSentence, cue: Cue, { at, kind }: ContentStart): boolean {
  const { lemma } = cue.entry
  if (staysUnnamed(parsed.tokens, at) || (lemma === 'see' && seesHappen(parsed.tokens, at))) return true
  // "What we know about the crash"
  if (/^know\b/.test(lemma) && /^(?:we|you)$/.test(parsed.tokens[cue.from - 1]?.lower ?? '')) return true
  if (kind === 'infinitive') return isSilence(parsed, cue, at)
  if (kind !== 'phrase') return false
  // "described a different picture", "sees it differently"
  if (DIFFERENT.test(parsed.text.slice(parsed.tokens[at]?.start, (parsed.tokens[at]?.start ?? 0) + 40))) return true
  // "has not announced a price"
  if (cue.negative && SILENT.test(lemma)) return true
  if (isOffice(parsed.tokens, cue) || isRestriction(parsed, cue) || saysNothing(parsed.tokens, cue, at)) return true
  // "had seen every launch"
  if (
    lemma === 'see' &&
    parsed.tokens[cue.verb - 1]?.tag !== 'be' &&
    cue.from < cue.verb &&
    parsed.tokens[cue.verb]?.lower === 'seen'
  )
    return true
  if (lemma === 'claim')
    return /^(?:refunds?|compensation|benefits?|damages|prizes?|titles?|victory|lives|life|credits?|expenses|asylum)$/.test(
      headWord(parsed.tokens, at),
    )
  if (lemma === 'declare')
    return /^(?:emergency|war|bankruptcy|victory|disaster|holiday|mourning)$/.test(headWord(parsed.tokens, at))
  if (lemma === 'respond to')
    return /^(?:requests?|calls?|emails?|messages?|inquiries|questions?)$/.test(headWord(parsed.tokens, at))
  if (lemma === 'call') return isSimple(parsed, at)
  return /^(?:see|hear|feel|find|want|expect)$/.test(lemma) ? lemma === 'see' && bareVerbAfter(parsed, at) : false
}

/** "not authorized to discuss it", "which must approve any launch": what somebody may do is no stance. */
const isOffice = (tokens: ParsedSentence['tokens'], { from, infinitive, entry: { lemma } }: Cue): boolean =>
  infinitive
    ? /^(?:authori[sz]ed|allowed|permitted|able|unable|available)$/.test(tokens[from - 2]?.lower ?? '')
    : /^(?:must|may|can|should)$/.test(tokens[from]?.lower ?? '') &&
      /^(?:approve|endorse|back|reject|agree to|agree on)$/.test(lemma)

/** "sees | them jailed" */
const seesHappen = (tokens: ParsedSentence['tokens'], at: number): boolean =>
  tokens[at]?.tag === 'object' && /^(?:ed|ing)$/.test(tokens[at + 1]?.tag ?? '')

/** "declined to comment on whether it rained", "would not comment on it" */
const saysNothing = (tokens: ParsedSentence['tokens'], { from, infinitive, entry: { lemma } }: Cue, at: number): boolean =>
  // "backed it 4-1", "showed no emotion"
  /^\d+[-–]\d+$/.test(tokens[at]?.lower ?? '') ||
  (/^(?:offer|show|give)$/.test(lemma) && tokens[at]?.lower === 'no') ||
  (lemma === 'comment on' &&
    (infinitive ? /^(?:declin|refus)/.test(tokens[from - 2]?.lower ?? '') : tokens[from]?.tag === 'modal'))

/** "drivers who ignored signs | had to be rescued": who is meant, not what they say. */
const isRestriction = ({ tokens, clauses, groupAt }: ParsedSentence, { verb, entry: { lemma } }: Cue): boolean => {
  const own = clauses.get(groupAt[verb] ?? -1)
  if (own?.kind !== 'relative' || !/^(?:ignore|see|hear|feel|find|want|need|like|love|hate|miss|notice|remember)$/.test(lemma))
    return false
  return tokens[own.from - 2]?.tag === 'noun'
}

const SILENT =
  /^(?:respond to|comment on|answer|address|discuss|mention|announce|disclose|reveal|give|name|identify|specify|explain|publish|release|provide|offer|report|see|hear|find|feel)$/

/** "declined to comment": nothing was said. */
const isSilence = ({ tokens }: ParsedSentence, { entry, negative }: Cue, at: number): boolean =>
  (negative || DENIALS.has(entry.lemma)) &&
  /^(?:comment|respond|reply|elaborate|answer)$/.test(tokens[at + 1]?.lower ?? '') &&
  !/^(?:if|whether|how|why|when)$/.test(tokens[at + 3]?.lower ?? '')

const DIFFERENT = /^(?:(?:an?|very|quite) )*different \p{L}+(?:[.,;]|$)|^\p{L}+ (?:very |quite )?(?:differently|otherwise)\b/u

/** "asked not to be named", "declined to give his name": how a source is named. */
export const staysUnnamed = (tokens: ParsedSentence['tokens'], at: number): boolean =>
  tokens
    .slice(at, at + 6)
    .some(
      ({ lower }, order, words) =>
        (/^(?:named|identified|quoted|anonymous)$/.test(lower) && /^(?:be|remain|stay)$/.test(words[order - 1]?.lower ?? '')) ||
        (/^names?$/.test(lower) && /^(?:his|her|their|full|real|last)$/.test(words[order - 1]?.lower ?? '')),
    )

/** One noun phrase and nothing that it is called. */
function isSimple({ tokens, end, quoted }: ParsedSentence, at: number): boolean {
  if (!/^(?:determiner|possessive|noun|number)$/.test(tokens[at]?.tag ?? '') || quoted[at] !== -1) return false
  const phrase = phraseFrom(tokens, at, end, false)
  const next = tokens[phrase?.[1] ?? at]
  const words = phrase ? phrase[1] - phrase[0] : 0
  const articles = tokens.slice(at, phrase?.[1]).filter(({ tag }) => /^(?:determiner|possessive)$/.test(tag)).length
  return (
    words <= 3 &&
    articles <= 1 &&
    (next === undefined || /^(?:conjunction|preposition|mark|time|subordinator|to)$/.test(next.tag))
  )
}

/** "its passenger numbers drop": a noun phrase and a base form. */
function bareVerbAfter({ tokens, end }: ParsedSentence, at: number): boolean {
  for (let next = at + 1; next < Math.min(end, at + 8); next++) {
    const token = tokens[next]
    if (!token || /^(?:mark|preposition|conjunction|that|to|be|have|modal)$/.test(token.tag)) return false
    if (isBaseForm(token.lower) && /^(?:noun|name)$/.test(tokens[next - 1]?.tag ?? '') && token.tag !== 'name')
      return tokens[next + 1] === undefined || !/^(?:noun|name)$/.test(tokens[next + 1]?.tag ?? '')
  }
  return false
}
