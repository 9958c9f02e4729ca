/** Tracking: compares the latest version with the next, and assigns the permanent numbers of claims. */
import type { Analysis, FoundClaim } from '../article.ts'
import { plainKey } from '../text/stems.ts'
import { align, type Group, pairsOf } from './align/align.ts'
import { appearanceOf } from './appearance.ts'
import type { Change, NumberedClaim, Step, Track } from './change.ts'
import { comparisonOf, type Finding, wordingOf } from './compare/comparison.ts'
import { fragmentsChange } from './fragment-changes.ts'
import { furnitureChanges, orderOf } from './furniture-changes.ts'
import { kindsOf } from './kinds/kinds.ts'
import { isNote } from './notes/is-note.ts'
import { acknowledged } from './notes/notes.ts'
import { contentOf, pairClaims } from './pair-claims.ts'
import { recutClaims } from './recut-claims.ts'
import { findReturns, type GoneSentence, goneSentences } from './returns.ts'
import { judgeClaims, movement, presence, verdictOf } from './sentence-changes.ts'
import { StepBuilder } from './step-builder.ts'
import { supersededReason } from './supersession/superseded-reason.ts'

/**
 * Compares a new version with all versions before it: aligns the sentences, decides the kinds of each change, numbers every
 * claim. `state` is null for version 1, whose claims are all introduced. Pure; near-linear in the two texts.
 */
export const track: Track = (state, next) => {
  if (!state) return firstStep(next)
  const builder = new StepBuilder(state, next)
  const gone = new Set(goneSentences(state.gone).map((g) => plainKey(g.sentence.text)))
  const groups = align(state.latest.sentences, next.sentences).filter((group) => !isReturn(group, builder, gone))
  const restA = new Set(state.latest.sentences.keys())
  const restB = new Set(next.sentences.keys())
  for (const group of groups) {
    for (const i of group.before) restA.delete(i)
    for (const j of group.after) restB.delete(j)
    if (!builder.hasClaims(group)) continue
    if (group.recut) recutClaims(builder, group)
    else if (group.before.length > 1 || group.after.length > 1) fragmentsChange(builder, group)
    else sentenceChange(builder, group)
  }
  for (const i of restA) for (const claim of builder.before[i] ?? []) withdraw(builder, claim)
  const away = goneSentences(builder.gone)
  const open = (away.length > 0 ? [...restB] : []).flatMap((index) => {
    const sentence = next.sentences[index]
    return sentence && sentence.zone !== 'furniture' && !isNote(sentence)
      ? [{ index, sentence, between: builder.between(index) }]
      : []
  })
  const returns = findReturns(open, away, state.place + 1)
  for (const index of restB) {
    const back = returns.get(index)
    if (back) restore(builder, index, back)
    else for (const claim of builder.after[index] ?? []) builder.record(presence('introduced'), [], [claim])
  }
  const links = groups.flatMap((group) => pairsOf(group, state.latest.sentences, next.sentences))
  builder.add(furnitureChanges(state.latest.sentences, next.sentences, groups))
  return builder.close(links, (changes) => acknowledged(changes, state.latest.sentences, next.sentences, restB))
}

function firstStep(next: Analysis): Step {
  const claims = next.claims.map((claim, n) => ({ ...claim, number: n + 1 }))
  const introduced = claims.map(
    (claim): Change => ({ ...presence('introduced'), before: [], after: [appearanceOf(claim)], acknowledged: false }),
  )
  const changes = [...introduced, ...furnitureChanges([], next.sentences, [])]
  return {
    state: { place: 1, latest: { sentences: next.sentences, claims }, gone: [], numbers: claims.length },
    changes: changes.sort((p, q) => orderOf(p) - orderOf(q)),
    kept: [],
    links: [],
  }
}

/**
 * A new sentence that stood in an earlier version is a return and not a new wording of another. `gone` has the plain keys of
 * the gone sentences.
 */
function isReturn(group: Group, builder: StepBuilder, gone: ReadonlySet<string>): boolean {
  const [i, j] = [group.before[0], group.after[0]]
  if (gone.size === 0 || i === undefined || j === undefined || group.before.length + group.after.length > 2) return false
  const [a, b] = [builder.state.latest.sentences[i]?.text ?? '', builder.next.sentences[j]?.text ?? '']
  if (a === b) return false
  const key = plainKey(b)
  if (plainKey(a) === key || !gone.has(key)) return false
  return comparisonOf(wordingOf(a, []), wordingOf(b, []), []).kept < 0.6
}

/** Compares one sentence on each side. */
function sentenceChange(builder: StepBuilder, { before: [i = 0], after: [j = 0], moved }: Group): void {
  const [a, b] = [builder.state.latest.sentences[i]?.text ?? '', builder.next.sentences[j]?.text ?? '']
  const [p, q] = [builder.before[i] ?? [], builder.after[j] ?? []]
  if (a === b && p.length === q.length && !moved) {
    for (const [n, claim] of p.entries()) link(builder, claim, q[n])
    return
  }
  const event = moved ? [movement(moved)] : []
  const pairs: [number, number][] = a === b && p.length === q.length ? p.map((_, n) => [n, n]) : pairClaims(a, p, b, q)
  const comparison = comparisonOf(wordingOf(a, p), wordingOf(b, q), pairs)
  if (a !== b) {
    const stage = supersededReason(comparison)
    if (stage) {
      for (const claim of p) builder.end(claim, 'superseded', q[0] ?? null)
      builder.record(
        verdictOf([{ kind: 'superseded', rule: stage, before: [0, a.length], after: [0, b.length] }, ...event], a, b),
        p,
        q,
      )
      return
    }
  }
  const { verdicts, findings } = judgeClaims(comparison)
  const [aloneA, aloneB] = [
    p.filter((_, x) => !pairs.some((pair) => pair[0] === x)),
    q.filter((_, y) => !pairs.some((pair) => pair[1] === y)),
  ]
  const cosmetic = findings[0]?.kind === 'cosmetic' && aloneA.length + aloneB.length > 0
  if (moved || cosmetic) {
    for (const [x, y] of pairs) link(builder, p[x], q[y])
    for (const claim of aloneA) builder.end(claim, 'merged', q[0] ?? null)
    builder.record(verdictOf([...event, ...findings], a, b), p, q)
    return
  }
  for (const [n, [x, y]] of pairs.entries()) {
    const [from, to, found] = [p[x], q[y], verdicts[n]]
    if (!from || !to) continue
    if (found) {
      builder.continues(from, to)
      builder.record(found, [from], [to])
    } else if (a === b) builder.continues(from, to)
    else builder.keep(from, to)
  }
  for (const claim of aloneA) withdraw(builder, claim)
  for (const claim of aloneB) introduceOrRestore(builder, claim, b)
}

function link(builder: StepBuilder, from: NumberedClaim | undefined, to: FoundClaim | undefined): void {
  if (from && to) builder.continues(from, to)
}

function withdraw(builder: StepBuilder, claim: NumberedClaim): void {
  builder.end(claim, 'withdrawn')
  builder.record(presence('withdrawn'), [claim], [])
}

/** Restores a gone claim if a new claim in a sentence that stayed has its content; else introduces the new claim. */
function introduceOrRestore(builder: StepBuilder, claim: FoundClaim, text: string): void {
  const back = builder.goneWith(contentOf(text, claim))
  if (!back) {
    builder.record(presence('introduced'), [], [claim])
    return
  }
  builder.returns(back, claim)
  const detail = { restored: { since: back.since } }
  builder.record(
    { kinds: ['restored'], detail, evidence: [{ kind: 'restored', rule: 'content', before: null, after: null }] },
    [],
    [claim],
  )
}

/** Compares the claims of a returning sentence with their last wording: one change. */
function restore(builder: StepBuilder, j: number, { sentence, since, claims: gone }: GoneSentence): void {
  const b = builder.next.sentences[j]?.text ?? ''
  const after = builder.after[j] ?? []
  const last = gone.map((g) => g.claim)
  const pairs = pairClaims(sentence.text, last, b, after)
  const comparison = comparisonOf(wordingOf(sentence.text, last), wordingOf(b, after), pairs)
  const restored: Finding = {
    kind: 'restored',
    rule: 'last wording',
    before: null,
    after: null,
    detail: { restored: { since } },
  }
  for (const [x, y] of pairs) {
    const [from, to] = [gone[x], after[y]]
    if (from && to) builder.returns(from, to)
  }
  // Other claims of the sentence are part of its new wording.
  builder.record(verdictOf([restored, ...kindsOf(comparison)], sentence.text, b), [], after)
}
