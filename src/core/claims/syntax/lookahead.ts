/** Looks ahead in the tokens for a finite verb, a clause, the rest of a list. */
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import type { Token } from '../words/token.ts'

export const isFiniteVerb = (token: Token | undefined): boolean =>
  token !== undefined &&
  !/^(?:being|having|doing)$/.test(token.lower) &&
  (token.tag === 'be' || token.tag === 'have' || token.tag === 'modal' || token.tag === 'do' || token.tag === 'verb')

/** "said", "says": a tensed form of a reporting verb. */
export const isPastCue = (token: Token | undefined): boolean => {
  const form = token && CUE_FORMS.get(token.lower)?.form
  return form === 'past' || form === 'third'
}

/** Returns true if a comma at `at` continues a list or a name: "a, b and c", or "Dover, Ohio, and". */
export function listGoesOn(tokens: readonly Token[], at: number, end: number): boolean {
  const first = tokens[at + 1]
  if (!first) return false
  if (first.tag === 'conjunction') {
    if (first.lower === 'but' || first.lower === 'yet') return false
    const next = tokens[at + 2]
    return (
      next !== undefined && !isFiniteVerb(next) && next.tag !== 'subject' && next.tag !== 'ed' && !clauseFollows(tokens, at + 2)
    )
  }
  if (
    first.tag === 'subject' ||
    first.tag === 'relative' ||
    first.tag === 'ing' ||
    first.tag === 'subordinator' ||
    isFiniteVerb(first)
  )
    return false
  for (let next = at + 1; next < Math.min(end, at + 12); next++) {
    const token = tokens[next]
    if (!token) return false
    if (token.tag === 'conjunction' && token.lower !== 'but') return next > at + 1
    if (
      isFiniteVerb(token) ||
      token.tag === 'subject' ||
      token.tag === 'ed' ||
      token.tag === 'relative' ||
      token.tag === 'that'
    )
      return false
    if (token.text === ',' && tokens[next + 1]?.tag !== 'conjunction' && next - at > 5) return false
  }
  return false
}

/** Returns true if a subject and a finite verb follow within a few words. */
export function clauseFollows(tokens: readonly Token[], at: number): boolean {
  for (let next = at; next < at + 7; next++) {
    const token = tokens[next]
    if (!token || token.tag === 'mark' || token.tag === 'relative' || token.tag === 'that') return false
    if (next > at && (isFiniteVerb(token) || token.tag === 'ed' || isPastCue(token))) return true
  }
  return false
}
