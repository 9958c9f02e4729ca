/** The source of a cue whose content follows it: its subject, or that of the clause around it. */
import type { ParsedSentence } from '../parsed-sentence.ts'
import { participleSubject, subjectOf } from '../subject-of.ts'
import type { Cue } from '../syntax/cues.ts'
import { phraseFrom } from '../syntax/noun-phrases.ts'
import { subjectBefore, subjectOfClause } from '../syntax/subjects.ts'
import { governorOf } from '../words/infinitives.ts'
import type { Range } from '../words/token.ts'
import type { Progress } from './attribution.ts'

/** Words before a noun phrase that is itself the subject of the participle after it. */
const ATTACHED = /^(?:with|of|from|about|to|between|including|by|than|as|is|are|was|were|be|been|being|\P{L}+)$/u

/** Returns the source of a cue; null where the sentence names none. */
export function sourceOf(parsed: ParsedSentence, cue: Cue, progress: Progress): Range | null {
  const { tokens } = parsed
  const read = subjectOf(parsed, cue.verb, parsed.start)
  if (read) return read
  const previous = tokens[cue.from - 1]
  // "when asked whether it rained"
  if (previous?.tag === 'subordinator' && cue.form !== 'ing') return null
  const owner = asideOwner(parsed, cue)
  if (owner) return owner
  const comma = previous?.tag === 'quote' && tokens[cue.from - 2]?.text === ',' ? ',' : previous?.text
  const coordinated =
    previous?.tag === 'conjunction' ||
    previous?.tag === 'to' ||
    (cue.form === 'ing' && (comma === ',' || previous?.tag === 'preposition' || previous === undefined))
  const own = coordinated ? null : ownSubject(parsed, cue)
  if (own) return own
  if (cue.form === 'ing' && (previous === undefined || cue.from <= 2)) return subjectAfterComma(parsed, cue)
  const governed = cue.infinitive ? subjectOfInfinitive(parsed, cue) : null
  if (governed) return governed
  const participle = cue.infinitive || (cue.form === 'ing' && comma === ',') ? participleSubject(parsed, cue.from) : null
  if (participle && !cue.infinitive) return participle
  // Words of another content cannot be the subject: "… that it rained, adding".
  const last = progress.found.at(-1)
  if (last?.source && last.cue && last.cue[0] < cue.from && last.content.every(([from]) => from < cue.from)) return last.source
  return participle ?? subjectOfClause(tokens, cue.from, parsed.start)
}

/** "The firm" of "The firm, saying it had failed, closed": the participle stands in an aside of the subject. */
function asideOwner({ clauses, tokens }: ParsedSentence, cue: Cue): Range | null {
  if (cue.form !== 'ing' || tokens[cue.from - 1]?.text !== ',') return null
  const around = [...clauses.values()].find(({ subject }) => subject && subject[0] < cue.from && cue.to <= subject[1])
  const from = around?.subject?.[0] ?? -1
  const comma = tokens.findIndex(({ text }, at) => at > from && text === ',')
  return from >= 0 && comma < cue.from ? [from, comma] : null
}

/** Returns the noun phrase directly before the cue, or the issuer of "issued a statement saying"; not of "with Lee saying". */
function ownSubject({ tokens, start }: ParsedSentence, cue: Cue): Range | null {
  const own = subjectBefore(tokens, cue.from, start)
  if (!own || cue.form !== 'ing') return own
  // "wrote to the minister on Thursday asking for": who wrote asks.
  if (own[1] < cue.from || tokens[own[0] - 1]?.tag === 'to') return subjectOfClause(tokens, own[0] - 1, start) ?? own
  const free = cue.from === cue.verb && !ATTACHED.test(tokens[own[0] - 1]?.lower ?? ',')
  return free ? (subjectOfClause(tokens, own[0], start) ?? own) : own
}

/** "Al Cope" of "prompted Al Cope to accuse her", "he" of "he seemed to suggest" */
function subjectOfInfinitive(parsed: ParsedSentence, cue: Cue): Range | null {
  const governor = governorOf(parsed.tokens, cue.from - 1)
  const group = parsed.groups[parsed.groupAt[governor] ?? -1]
  const object = group && group.to < cue.from - 1 ? phraseFrom(parsed.tokens, group.to, cue.from - 1, false) : null
  return object ?? subjectOf(parsed, governor, parsed.start)
}

/** "Calling it a mistake, Lee …" */
function subjectAfterComma(parsed: ParsedSentence, cue: Cue): Range | null {
  for (let at = cue.to; at < parsed.end; at++) {
    if (parsed.tokens[at]?.text !== ',') continue
    const phrase = phraseFrom(parsed.tokens, parsed.tokens[at + 1]?.tag === 'quote' ? at + 2 : at + 1, parsed.end)
    if (phrase) return phrase
  }
  return null
}
