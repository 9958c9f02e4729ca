/** The subject of a verb: the one before its verb group, or that of the clause around it. */
import { REPORTING_FORMS } from '../../lexicon/cue-forms.ts'
import type { Range, Token } from '../words/token.ts'
import { APPOSITION, isNominal, isVerbal, phraseFrom, phraseStart, REACH } from './noun-phrases.ts'

/**
 * Returns the subject of the verb group that begins at `at`: "the mayor said", "Lee, the mayor, said", "who said". Null if none
 * stands directly before it ("and said", "to say").
 */
export function subjectBefore(tokens: readonly Token[], at: number, floor = 0): Range | null {
  let last = at - 1
  // "officials there said"
  const adverbial = (index: number) =>
    /^(?:adverb|time)$/.test(tokens[index]?.tag ?? '') || (tokens[index]?.lower === 'there' && isNominal(tokens[index - 1]))
  while (last >= floor && adverbial(last)) last--
  // "on Thursday evening"
  if (/^(?:morning|afternoon|evening|night)$/.test(tokens[last]?.lower ?? '') && tokens[last - 1]?.tag === 'time') last -= 2
  if (last < at - 1 && tokens[last + 1]?.tag === 'time' && /^(?:on|last|this|late|early)$/.test(tokens[last]?.lower ?? ''))
    last--
  // "host of “Morning Tide,” said"
  if (tokens[last]?.tag === 'quote' && tokens[last - 1]?.text === ',') last--
  const token = tokens[last]
  if (!token || last < floor) return null
  if (token.tag === 'subject' || token.tag === 'object') return aroundRelative(tokens, last, floor) ?? [last, last + 1]
  if (token.lower === 'who' || token.lower === 'which') return [last, last + 1]
  if (token.tag === 'that') return isNominal(tokens[last - 1]) ? [last, last + 1] : null
  if (
    token.text === ',' ||
    token.text === ')' ||
    token.text === '—' ||
    token.text === '–' ||
    token.text === '-' ||
    token.text === '--'
  ) {
    return pastAsides(tokens, last, floor) ?? beforeAside(tokens, last, floor)
  }
  // "and neither admitted it"
  if (/^(?:neither|none|both|each)$/.test(token.lower) && token.tag === 'determiner') return [last, last + 1]
  if (!isNominal(token) && token.tag !== 'ed') return null
  const start = phraseStart(tokens, last, floor)
  return start === null ? null : [start, last + 1]
}

/** "a pilot who saw it": the subject is the noun phrase with its relative clause and not the pronoun at its end. */
function aroundRelative(tokens: readonly Token[], last: number, floor: number): Range | null {
  if (!/^(?:it|him|her|them|us|me)$/.test(tokens[last]?.lower ?? '')) return null
  const verb = tokens[last - 1]
  if (tokens[last - 2]?.lower !== 'who' || last - 3 < floor || !(isVerbal(verb) || verb?.tag === 'ed')) return null
  const start = phraseStart(tokens, last - 3, floor)
  return start === null ? null : [start, last + 1]
}

/** "Lee, who lost a son in a flood in Dover, Ohio," — the phrase that opens the clause, if only asides follow it. */
function pastAsides(tokens: readonly Token[], close: number, floor: number): Range | null {
  if (tokens[close]?.text !== ',') return null
  let start = floor
  while (/^(?:mark|quote|conjunction|adverb)$/.test(tokens[start]?.tag ?? '') && start < close) start++
  if (close - start > REACH) return null
  const phrase = phraseFrom(tokens, start, close, false)
  const comma = phrase?.[1] ?? close
  if (!phrase || comma >= close || tokens[comma]?.text !== ',') return null
  let relative = false
  for (let at = comma; at < close; at++) {
    const token = tokens[at]
    const next = tokens[at + 1]
    if (token?.text === ',') {
      relative = next?.tag === 'relative'
      // ", and the crew left," and ", she said," are clauses of their own
      if (next?.tag === 'conjunction' || next?.tag === 'subject' || next?.tag === 'quote') return null
    } else if (!relative && token && (isVerbal(token) || (token.tag === 'ed' && tokens[at - 1]?.text !== ','))) return null
  }
  return [phrase[0], close + 1]
}

/** Returns the subject of "Lee, the mayor," from its last comma; also with brackets and dashes. */
function beforeAside(tokens: readonly Token[], close: number, floor: number): Range | null {
  const mark = tokens[close]?.text === ')' ? '(' : (tokens[close]?.text ?? ',')
  for (let open = close - 1; open >= floor && close - open <= APPOSITION; open--) {
    if (tokens[open]?.text !== mark) continue
    const inside = tokens[open + 1]
    if (!inside || open + 1 === close) return null
    // "Lee, R-Ohio, said", "In May, Lee, the mayor, said"; but not "Lee left, and Roe, …".
    if (inside.tag === 'conjunction' || inside.tag === 'subject') return null
    const head = open - 1
    if (head < floor) return null
    if (tokens[head]?.text === ')' || tokens[head]?.text === ',') return extended(beforeAside(tokens, head, floor), close)
    if (!isNominal(tokens[head])) return null
    const start = phraseStart(tokens, head, floor)
    if (start === null) return null
    // A list or a further apposition: "Lee, a painter, writer and the mayor, said".
    const wider =
      mark === ',' &&
      tokens[start - 1]?.text === ',' &&
      start - 1 > floor &&
      !tokens[start]?.capital &&
      tokens[start]?.tag !== 'subject'
        ? beforeAside(tokens, start - 1, floor)
        : null
    const whole =
      wider ??
      (tokens[start - 1]?.text === ',' && tokens[start]?.tag !== 'subject' && isPlaceOrTitle(tokens, start, head)
        ? beforePart(tokens, start - 1, floor)
        : null)
    return [whole ? whole[0] : start, close + 1]
  }
  return null
}

/** "Lee, of Dover, Ohio," — a short name after a comma belongs to the phrase before it. */
function isPlaceOrTitle(tokens: readonly Token[], start: number, head: number): boolean {
  return (
    head === start &&
    tokens[start]?.tag === 'name' &&
    /^(?:Jr\.?|Sr\.?|Ohio|Iowa|Fla\.?|Calif\.?|Va\.?|Texas|N\.Y\.?|D\.C\.?)$/.test(tokens[start]?.text ?? '')
  )
}

function beforePart(tokens: readonly Token[], comma: number, floor: number): Range | null {
  if (!isNominal(tokens[comma - 1])) return null
  const start = phraseStart(tokens, comma - 1, floor)
  return start === null ? null : [start, comma]
}

const extended = (range: Range | null, close: number): Range | null => (range ? [range[0], close + 1] : null)

/**
 * Returns the subject of the clause that contains `at`, for a cue without a subject of its own: "… and said", ", saying". The
 * subject of an embedded clause ("admitted that the crew had left, saying") is used only if there is no other.
 */
export function subjectOfClause(tokens: readonly Token[], at: number, floor = 0): Range | null {
  let embedded: Range | null = null
  for (let back = at - 1; back > floor && at - back < REACH; back--) {
    const token = tokens[back]
    if (!token || !(isVerbal(token) || token.tag === 'ed')) continue
    let group = back
    while (
      group > floor &&
      (isVerbal(tokens[group - 1]) || tokens[group - 1]?.tag === 'adverb' || tokens[group - 1]?.tag === 'negation')
    )
      group--
    const subject = subjectBefore(tokens, group, floor)
    back = group
    if (!subject) continue
    const head = tokens[subject[0]]
    if (head?.tag === 'that' || head?.lower === 'which') continue
    if (!isEmbedded(tokens, subject)) return subject
    embedded ??= subject
    back = subject[0]
  }
  return embedded
}

/** "that the crew", "said the crew": the subject of a reported clause. */
function isEmbedded(tokens: readonly Token[], [from]: Range): boolean {
  const before = tokens[from - 1]
  if (!before) return false
  return before.tag === 'that' || (before.tag !== 'mark' && REPORTING_FORMS.has(before.lower))
}
