/** The word that determines the certainty and polarity of a content: the verb of its main clause. */
import { CUE_FORMS } from '../../lexicon/cue-forms.ts'
import { stanceLevel } from '../../lexicon/stance-level.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import type { Range, Token } from '../words/token.ts'
import { type ReadClause, takesClause } from './clause.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Verbs whose infinitive is the main predicate: "is going to", "failed to", "was able to". */
const CATENATIVE =
  /^(?:go|goes|going|went|fail|fails|failed|failing|able|unable|have|has|had|used|continue|continues|continued|begin|begins|began|start|starts|started|manage|manages|managed|come|comes|came|refuse|refuses|refused|decline|declines|declined|unwilling|likely|unlikely|certain|sure|bound|expected|supposed|set|due|poised|scheduled|slated|believed|thought|understood|said|reported|known|seem|seems|seemed|appear|appears|appeared|tend|tends|tended|yet)$/

/**
 * Returns the token of the main predicate of a content; without a verb, the head of its noun phrase. Relative, subordinate and
 * complement clauses before the main verb are skipped: `the dam that was closed holds` → "holds".
 */
export function mainPredicate(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  content: readonly Range[],
  clauses: ReadonlyMap<number, ReadClause> | null = null,
): number {
  const main = mainGroup(tokens, groups, content, clauses)
  return main ? pastCatenative(tokens, groups, pastMatrix(tokens, groups, main), main.end) : nounHead(tokens, content)
}

/** "was" of "It is understood that the dam was old", "They think the dam was old": what an expletive or a belief points to. */
function pastMatrix(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  { index, end }: { index: number; end: number },
): number {
  const group = groups[index]
  const next = groups[index + 1]
  if (!group || !next || next.verb >= end) return index
  if (isBelief(tokens[group.verb])) return hasComplement(tokens, groups, index) ? index + 1 : index
  let that = group.to
  while (that < group.to + 3 && /^(?:adverb|noun|ed)$/.test(tokens[that]?.tag ?? '')) that++
  if (tokens[that]?.tag !== 'that' && !next.infinitive) return index
  // "My fear is that the dam was old"
  if (tokens[that]?.tag === 'that' && FEARS.test(tokens[group.from - 1]?.lower ?? '')) return index + 1
  if (tokens[group.from - 1]?.lower !== 'it' && !/^it's$/.test(tokens[group.from]?.lower ?? '')) return index
  // "It is important to note that the dam was old"
  if (next.infinitive) return tokens[next.to]?.tag === 'that' && (groups[index + 2]?.verb ?? end) < end ? index + 2 : index
  return JUDGED.test(tokens[that - 1]?.lower ?? '') ? index : index + 1
}

/** Nouns for a thought that "is that": its content is not sure. */
const FEARS = /^(?:fear|hope|worry|guess|belief|suspicion|expectation|concern|hunch|feeling|impression|assumption|theory)s?$/

/** "It is odd that the dam was old" tells that it is odd; of the dam it presupposes it. */
const JUDGED =
  /^(?:odd|strange|remarkable|striking|telling|ironic|surprising|astonishing|amazing|shocking|appalling|outrageous|disgraceful|scandalous|unacceptable|wrong|right|good|great|bad|sad|tragic|unfair|fair|nice|shame|scandal|disgrace|relief|pity|irony|tragedy|miracle|surprise|lucky|fortunate|unfortunate|regrettable|frustrating|disappointing|annoying|important|interesting|notable|significant|natural|normal|typical|unusual|rare|encouraging|worrying|alarming|disturbing|concerning)$/

/** Returns true if the next verb group is the clause that completes the verb of this one: "thinks (that) it held". */
export function hasComplement(tokens: readonly Token[], groups: readonly VerbGroup[], index: number): boolean {
  const [group, next] = [groups[index], groups[index + 1]]
  if (!group || !next || next.infinitive) return false
  const that = tokens[group.to]?.tag === 'that'
  if ((!that && !takesClause(tokens[group.verb])) || next.from - group.to > 8 || next.from === group.to)
    return tokens[next.from]?.tag === 'subject' && next.from === group.to && takesClause(tokens[group.verb])
  return (
    that ||
    tokens.slice(group.to, next.from).every(({ tag }) => /^(?:determiner|possessive|subject|name|noun|number)$/.test(tag))
  )
}

/** A verb whose clause is believed, hoped or wished and not told: "think", "expects". */
export const isBelief = (token: Pick<Token, 'lower'> | undefined): boolean => {
  const lemma = CUE_FORMS.get(token?.lower ?? '')?.verb.lemma
  return lemma !== undefined && stanceLevel(lemma) !== 'certain'
}

/** Returns the main verb group of a content, as an index into `groups`, and the end of its range; null if there is none. */
export function mainGroup(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  content: readonly Range[],
  clauses: ReadonlyMap<number, ReadClause> | null = null,
): { readonly index: number; readonly end: number } | null {
  let clause = 0
  let negated: { index: number; end: number } | null = null
  let last: { index: number; end: number } | null = null
  // "The plan, published in May, failed": a participle is no verb of a clause, if another is.
  const read = clauses && content.some((range) => holdsClause(groups, clauses, range)) ? clauses : null
  for (const [piece, [from, to]] of content.entries()) {
    let next = lowerBound(groups, from, (group) => group.from)
    for (let at = from; at < to; at++) {
      while ((groups[next]?.to ?? to) <= at) next++
      const group = groups[next]
      if (group && group.from === at && group.to <= to) {
        if (group.infinitive && (isOpening(tokens, group) || (at - from <= 2 && isPurpose(tokens, group, read)))) continue
        // "ordered its members | not to sign"
        if (group.infinitive && [at - 2, at - 3].some((not) => not >= from && /^(?:not|never)$/.test(tokens[not]?.lower ?? '')))
          negated ??= { index: next, end: to }
        if (group.infinitive && !(piece === 0 && at - from <= 2 && /^(?:to|adverb|negation)$/.test(tokens[from]?.tag ?? '')))
          continue
        if (read && !group.infinitive && !read.has(next)) continue
        // "Two men who took a phone he did not own were jailed"
        if (clause === 0 && isContact(tokens, read?.get(next)) && laterMain(groups, read, next, to)) continue
        if (clause === 0) return { index: next, end: to }
        last ??= { index: next, end: to }
        clause--
        at = group.to - 1
      } else if (opensClause(tokens, at, from) && !(read && isPreposition(tokens, at, read))) clause++
    }
  }
  // "the man who may win" is a noun phrase, "who may win" a clause.
  const opens = tokens[content[0]?.[0] ?? 0]?.tag ?? ''
  return /^(?:relative|that|subordinator|quote)$/.test(opens) ? (last ?? negated) : negated
}

/** "To be sure, the vote is close" */
const isOpening = (tokens: readonly Token[], { from, verb, to }: VerbGroup): boolean =>
  tokens[verb]?.lower === 'be' && tokens[from - 1]?.tag === 'to' && tokens[to + 1]?.text === ','

/** "the phone | he owned": a clause that no word opens. */
const isContact = (tokens: readonly Token[], clause: ReadClause | undefined): boolean =>
  clause !== undefined &&
  /^(?:relative|complement)$/.test(clause.kind) &&
  clause.subject?.[0] === clause.from &&
  tokens[clause.from - 1]?.tag === 'noun'

const laterMain = (
  groups: readonly VerbGroup[],
  read: ReadonlyMap<number, ReadClause> | null,
  index: number,
  to: number,
): boolean =>
  [...(read?.values() ?? [])].some(({ kind, group }) => kind === 'main' && group > index && (groups[group]?.to ?? to + 1) <= to)

/** "To reach it, the board cut two jobs": the main clause follows a comma. */
const isPurpose = (tokens: readonly Token[], { to }: VerbGroup, read: ReadonlyMap<number, ReadClause> | null): boolean =>
  read !== null &&
  [...read.values()].some(
    ({ kind, subject }) =>
      kind === 'main' && subject !== null && subject[0] > to && subject[0] < to + 10 && tokens[subject[0] - 1]?.text === ',',
  )

function holdsClause(groups: readonly VerbGroup[], clauses: ReadonlyMap<number, ReadClause>, [from, to]: Range): boolean {
  for (let n = lowerBound(groups, from, (group) => group.from); (groups[n]?.to ?? to + 1) <= to; n++)
    if (clauses.has(n)) return true
  return false
}

/** True for a relative pronoun after its noun, a subordinator, or "that" inside: its verb is not the main one. */
function opensClause(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at]
  if (token?.tag === 'relative' || (token?.lower === 'whose' && at > from)) return true
  if (token?.tag === 'that') return at > from
  if (token?.lower === 'as') return at - from <= 1
  return token?.tag === 'subordinator' && token.lower !== 'than' && token.lower !== 'so' && token.lower !== 'how'
}

/** "The trial, before Judge Lee, is": no clause was read behind it. */
const isPreposition = (tokens: readonly Token[], at: number, read: ReadonlyMap<number, ReadClause>): boolean =>
  /^(?:after|before|since|until)$/.test(tokens[at]?.lower ?? '') && ![...read.values()].some(({ from }) => from === at + 1)

/** "failed to mend" → "mend". */
function pastCatenative(tokens: readonly Token[], groups: readonly VerbGroup[], index: number, end: number): number {
  let current = groups[index]
  for (let next = index + 1; current; next++) {
    const { to, verb }: VerbGroup = current
    const following = groups[next]
    const governor = following?.infinitive ? following.from - (tokens[following.from - 1]?.tag === 'to' ? 2 : 3) : -1
    if (!following || following.verb >= end || governor < verb || governor > to + 1) return verb
    // "voted not to sell"
    const negated =
      tokens[following.from - 2]?.lower === 'not' &&
      /^(?:vote|vow|agree|choose|chose|promise|pledge)/.test(tokens[governor]?.lower ?? '')
    if (!CATENATIVE.test(tokens[governor]?.lower ?? '') && !negated) return verb
    current = following
  }
  return -1
}

function nounHead(tokens: readonly Token[], content: readonly Range[]): number {
  const [from = 0, to = 0] = content[0] ?? []
  let head = from
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token) break
    if (token.tag === 'noun' || token.tag === 'name' || token.tag === 'number') head = at
    else if (head > from && !/^(?:ed|ing|adverb)$/.test(token.tag)) break
  }
  return head
}
