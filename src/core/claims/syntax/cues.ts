/** Reporting verbs in their use as verbs, with the words of their verb group. */

import { CUE_FORMS, CUE_PHRASES } from '../../lexicon/cue-forms.ts'
import type { VerbForm } from '../../lexicon/inflections.ts'
import { NOUN_VERBS } from '../../lexicon/noun-verbs.ts'
import { REPORTING_ADJECTIVES, STANCE_ADJECTIVES } from '../../lexicon/reporting-adjectives.ts'
import type { ReportingVerb } from '../../lexicon/reporting-verbs.ts'
import { isVerb, lemmaOf } from '../words/cue-verb.ts'
import type { Token } from '../words/token.ts'

export interface Cue {
  /** The verb group in token indices: "has not said", "called for". */
  readonly from: number
  readonly to: number
  /** The verb itself. */
  readonly verb: number
  readonly entry: ReportingVerb
  readonly form: VerbForm
  /** "did not say". */
  readonly negative: boolean
  /** "was asked". */
  readonly passive: boolean
  /** "to say". */
  readonly infinitive: boolean
}

/** Verbs whose subject is also that of their infinitive: "continued to say". */
const CONTROL = new Set(
  'continue continued continues continuing begin began begins went try tried tries come came used'.split(' '),
)

/** Returns the cues of a sentence outside its quotations, in order. */
export function cuesIn(tokens: readonly Token[], quoted: readonly number[], groupAt: readonly number[]): Cue[] {
  const cues: Cue[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || quoted[at] !== -1) continue
    const cue = cueAt(tokens, at)
    if (cue && !isReducedPassive(tokens, cue) && !isNoun(tokens, cue, groupAt)) {
      cues.push(cue)
      at = cue.to - 1
    }
  }
  return cues
}

/** The words that a cue may begin with. */
const OPENING: ReadonlySet<string> = new Set([
  ...REPORTING_ADJECTIVES.keys(),
  ...STANCE_ADJECTIVES.keys(),
  ...CUE_PHRASES.keys(),
  ...CUE_FORMS.keys(),
])

function cueAt(tokens: readonly Token[], at: number): Cue | null {
  const word = tokens[at]?.lower ?? ''
  if (!OPENING.has(word)) return null
  // "a firm called Tarn"
  if (tokens[at]?.tag === 'preposition' && /ed$/.test(word)) return null
  const adjective = REPORTING_ADJECTIVES.get(word)
  const stance = STANCE_ADJECTIVES.get(word)?.includes(tokens[at + 1]?.lower ?? '')
  if (stance) return adjectiveCue(tokens, at, { lemma: `be ${word}`, strength: 2, frames: 'n' }, at + 2)
  if (adjective) return adjectiveCue(tokens, at, adjective)
  const phrase = CUE_PHRASES.get(word)?.find(({ tail }) => {
    const length = follows(tokens, at + 1, tail)
    // "called on Monday for": a day is no object of "called on".
    return length > 0 && !(tail.at(-1) === 'on' && tokens[at + 1 + length]?.tag === 'time')
  })
  const single = CUE_FORMS.get(word)
  const form = phrase?.form ?? single?.form
  const entry = phrase?.verb ?? single?.verb
  if (!form || !entry || !isVerb(tokens, at, form, phrase !== undefined)) return null
  let from = at
  let negative = false
  let be = false
  while (from > 0) {
    const before = tokens[from - 1]
    if (!before) break
    const auxiliary = before.tag === 'modal' || before.tag === 'have' || before.tag === 'be' || before.tag === 'do'
    if (!auxiliary && before.tag !== 'adverb' && before.tag !== 'negation' && !isControl(tokens, from - 1)) break
    if (before.tag === 'negation' || /n't$/.test(before.lower)) negative = true
    if (before.tag === 'be') be = true
    from--
  }
  // "no longer expects"
  if (tokens[from - 1]?.lower === 'longer' && tokens[from - 2]?.lower === 'no') {
    negative = true
    from -= 2
  }
  while (from < at && (tokens[from]?.tag === 'adverb' || tokens[from]?.tag === 'negation') && tokens[from]?.lower !== 'also')
    from++
  const silent = silenceBefore(tokens, from)
  if (silent !== null && /[stw]/.test(entry.frames))
    return { from: silent, to: at + 1, verb: at, entry, form, negative: true, passive: false, infinitive: false }
  const to = phrase ? at + 1 + follows(tokens, at + 1, phrase.tail) : at + 1
  const infinitive = tokens[from - 1]?.tag === 'to'
  const contracted = tokens[from - 1]?.tag === 'subject' && /'(?:s|re|m)$/.test(tokens[from - 1]?.lower ?? '')
  // "when asked by a reporter if"
  const toldBy = tokens[to]?.lower === 'by' && /t/.test(entry.frames)
  const passive = (be || contracted || toldBy) && (form === 'past' || form === 'participle')
  return { from, to, verb: at, entry, form, negative, passive, infinitive }
}

/** Returns where "has yet to" or "would neither confirm nor" begins before a verb; null if neither does. */
function silenceBefore(tokens: readonly Token[], at: number): number | null {
  if (tokens[at - 1]?.tag === 'to' && tokens[at - 2]?.lower === 'yet') return tokens[at - 3]?.tag === 'have' ? at - 3 : null
  if (tokens[at - 1]?.lower !== 'nor' || tokens[at - 3]?.lower !== 'neither') return null
  let from = at - 3
  while (/^(?:modal|have|do)$/.test(tokens[from - 1]?.tag ?? '')) from--
  return from
}

/** Returns the cue of "was not sure": with a clause or an infinitive after it, or ("was wary of") a preposition of its own. */
function adjectiveCue(tokens: readonly Token[], at: number, entry: ReportingVerb, to = at + 1): Cue | null {
  const next = tokens[at + 1]
  if (to === at + 1 && !(/s/.test(entry.frames) ? next?.tag === 'that' || next?.tag === 'subject' : next?.tag === 'to'))
    return null
  let from = at
  let negative = false
  let be = false
  while (from > 0) {
    const before = tokens[from - 1]
    if (!before || !/^(?:adverb|negation|be|modal|have|do)$/.test(before.tag)) break
    if (before.tag === 'negation' || /n't$/.test(before.lower)) negative = true
    if (before.tag === 'be') be = true
    from--
  }
  if (!be && !/'(?:s|re|m)$/.test(tokens[from - 1]?.lower ?? '')) return null
  return { from, to, verb: at, entry, form: 'base', negative, passive: false, infinitive: tokens[from - 1]?.tag === 'to' }
}

/**
 * Returns how many tokens the tail takes, with an optional day before it and an optional adverb before each of its words; 0 if
 * it does not follow.
 */
function follows(tokens: readonly Token[], at: number, tail: readonly string[]): number {
  let next = pastDay(tokens, at)
  for (const word of tail) {
    if (tokens[next]?.lower !== word && tokens[next]?.tag === 'adverb') next++
    if (tokens[next]?.lower !== word) return 0
    next++
  }
  return next - at
}

/** Returns the token after "on Monday", "on March 11" and "Tuesday". */
function pastDay(tokens: readonly Token[], at: number): number {
  const day = tokens[at]?.lower === 'on' ? at + 1 : at
  if (tokens[day]?.tag !== 'time') return at
  return tokens[day + 1]?.tag === 'number' ? day + 2 : day + 1
}

/** True for "continued to" before a base form. */
function isControl(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.tag === 'to')
    return (
      CONTROL.has(tokens[at - 1]?.lower ?? '') ||
      (tokens[at - 1]?.lower === 'on' && /^(?:went|going|goes)$/.test(tokens[at - 2]?.lower ?? ''))
    )
  if (CONTROL.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower !== 'on') return tokens[at + 1]?.tag === 'to'
  return tokens[at]?.lower === 'on' && /^(?:went|going|goes)$/.test(tokens[at - 1]?.lower ?? '') && tokens[at + 1]?.tag === 'to'
    ? true
    : /^(?:went|going|goes)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'on' && tokens[at + 2]?.tag === 'to'
}

/** "a plan backed by Lee", "an attack aimed at Roe": a participle after its noun, without an object. */
function isReducedPassive(tokens: readonly Token[], cue: Cue): boolean {
  if ((cue.form !== 'past' && cue.form !== 'participle') || cue.from !== cue.verb || cue.to > cue.verb + 1) return false
  const before = tokens[cue.from - 1]?.tag
  if ((before !== 'noun' && before !== 'name') || isSubjectOfRelative(tokens, cue.from)) return false
  const next = tokens[cue.to]
  // "nine people confirmed dead"
  if (next?.lower === 'by' || STATE.test(next?.lower ?? '')) return true
  // "officials briefed on it": only in the passive does the addressee stand before the verb.
  if (/s/.test(cue.entry.frames)) return false
  return next === undefined || next.tag === 'preposition' || (next.tag === 'mark' && !/t/.test(cue.entry.frames))
}

const STATE = /^(?:dead|missing|injured|wounded|infected|trapped|safe)$/

/** "which | federal officials | blamed on" */
function isSubjectOfRelative(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1
  while (/^(?:noun|name|determiner|possessive)$/.test(tokens[at]?.tag ?? '')) at--
  return tokens[at]?.tag === 'relative' && tokens[at]?.lower === 'which'
}

/** True for a word of two classes outside every verb group: "are investigating claims that", "6 basis points to". */
function isNoun(tokens: readonly Token[], { verb, form, to }: Cue, groupAt: readonly number[]): boolean {
  const word = tokens[verb]
  if (word?.tag !== 'noun' || groupAt[verb] !== -1 || tokens[to - 1]?.lower === 'out') return false
  return form === 'third' || (NOUN_VERBS.has(lemmaOf(word)) && word.lower === lemmaOf(word))
}
