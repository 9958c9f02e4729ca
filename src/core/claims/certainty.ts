/** The certainty of a content relative to its source, and its polarity. */
import type { Certainty, CertaintyLevel, Hedge } from '../article.ts'
import type { ParsedSentence } from './parsed-sentence.ts'
import type { Scope } from './scopes/scope.ts'
import { lessSure, scopesOf, standing } from './scopes/scopes.ts'
import { mainPredicate } from './syntax/main-predicate.ts'
import type { Range, Token } from './words/token.ts'

/** The stance of a cue toward its content. */
export interface Stance {
  /** "denied that". */
  readonly denied: boolean
  /** The upper limit of certainty: "asked whether" unknown, "wanted to" possible, "believes that" probable. */
  readonly level: CertaintyLevel
  readonly cue: Range | null
}

/** A clause inside a content whose certainty or polarity differs from that of the whole. */
export interface Part {
  /** Its predicate, as a token index. */
  readonly verb: number
  /** The content that contains it: modals and negations outside of the clause may apply to it. */
  readonly within: readonly Range[]
}

/** A certainty, and the rules that produced it: none for a plain statement. */
export interface CertaintyWithRules {
  readonly certainty: Certainty
  readonly rules: readonly string[]
}

/**
 * Returns the certainty of a content: that of its main predicate, by the scopes of modals, hedges, conditions and negations
 * that contain the predicate. The result lists all hedges of the content, those of its other clauses too.
 */
export function certaintyOf(
  parsed: ParsedSentence,
  content: readonly Range[],
  stance: Stance | null = null,
  part: Part | null = null,
): CertaintyWithRules {
  const { tokens, groups, clauses } = parsed
  const scopes =
    stance?.cue && isBackshifted(parsed, stance.cue, content) ? parsed.scopes.filter(isNoFuture(tokens)) : parsed.scopes
  const hedges: Hedge[] = []
  for (const scope of scopesOf(scopes, content)) {
    if (scope.class === null) continue
    hedges.push({ start: tokens[scope.at]?.start ?? 0, end: tokens[scope.past - 1]?.end ?? 0, class: scope.class })
  }
  const main = mainPredicate(tokens, groups, content, clauses)
  const { level, negative, rules } = standing(scopes, part?.verb ?? main, part?.within ?? content, stance !== null)
  // "If it rains, the gates will close": what depends on a condition is not certain.
  const dependent =
    part === null &&
    scopesOf(scopes, content).some(
      ({ rule, at }) => rule === 'hedge-conditional' && tokens[at - 1]?.lower !== 'even' && limits(parsed, at, main),
    )
  const asked = isQuestion(parsed, content)
  return {
    certainty: {
      level: lessSure(lessSure(level, dependent ? 'probable' : 'certain'), asked ? 'unknown' : (stance?.level ?? 'certain')),
      polarity: negative !== (stance?.denied ?? false) ? 'negative' : 'positive',
      hedges,
    },
    rules: [
      ...rules,
      ...(dependent ? ['condition'] : []),
      ...(asked ? ['question-mark'] : []),
      ...(stance && stance.level !== 'certain' ? [`cue-${stance.level}`] : []),
      ...(stance?.denied ? ['cue-denies'] : []),
    ],
  }
}

/** True if the condition at `at` limits the main predicate, and no other verb between them: "would not go and might stay if". */
const limits = ({ clauses, groups, tokens }: ParsedSentence, at: number, main: number): boolean => {
  const [from, to] = at < main ? [at, main] : [main, at]
  // ", and if we refuse it": the condition belongs to what follows
  const stopped =
    tokens.slice(from, to).some(({ text }) => /^[.!?]$/.test(text)) || (main < at && tokens[at - 1]?.tag === 'conjunction')
  const between = [...clauses.values()].some(({ kind, group, from: clauseFrom }) => {
    const verb = groups[group]?.from ?? -1
    const opens = /^(?:main|coordinate|that)$/.test(kind) || (kind === 'relative' && tokens[clauseFrom - 2]?.text === ',')
    return opens && verb > main && verb < at && (groups[group]?.verb ?? -1) !== main
  })
  return !stopped && !between
}

/** "said the dam would hold" reports "The dam will hold" (backshift), unless a condition makes it unreal. */
export function isBackshifted(
  { cues, scopes, tokens, groups }: ParsedSentence,
  [from, to]: Range,
  content: readonly Range[],
): boolean {
  // "cut its outlook, saying it would fall"
  const before = groups.findLast((group) => group.to <= from && !group.infinitive)
  const told =
    before !== undefined && /^(?:ed|verb)$/.test(tokens[before.verb]?.tag ?? '') && !/s$/.test(tokens[before.verb]?.lower ?? '')
  const past = cues.some(
    (cue) => cue.from >= from && cue.from < to && (/^(?:past|participle)$/.test(cue.form) || (cue.form === 'ing' && told)),
  )
  return past && !scopesOf(scopes, content).some(({ rule }) => rule === 'hedge-conditional' || rule === 'inverted')
}

/** True but for "would" before a base form; "would have" and "would like" are no future. */
const isNoFuture =
  (tokens: readonly Token[]) =>
  ({ at, rule }: Scope): boolean =>
    rule !== 'hedge-modal' || tokens[at]?.lower !== 'would' || /^(?:have|like|prefer|rather)$/.test(tokens[at + 1]?.lower ?? '')

/** "Will it hold?" */
function isQuestion({ tokens }: ParsedSentence, content: readonly Range[]): boolean {
  const [, end] = content.at(-1) ?? [0, 0]
  for (let at = end - 2; at <= end; at++) if (tokens[at]?.text === '?') return true
  return false
}
